import type { Page } from 'playwright-core'

/** WeChat's font setting as it is drawn, large, and in care mode: what words of 14–18 px and titles are multiplied by. */
const sizes = [
  { words: 1, titles: 1 },
  { words: 1.3, titles: 1.18 },
  { words: 1.6, titles: 1.36 },
]

/**
 * What is wrong with the look of what a phone shows: words that are cut, run out of their box or over others at any text
 * size, words that can't be told from what is behind them by day or by night, and controls without a name.
 * `picture` is called for each size and theme that there is to look at.
 */
export async function lookFaults(page: Page, picture?: (name: string) => Promise<void>): Promise<string[]> {
  const faults: string[] = await page.evaluate(namelessControls)
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    faults.push(...(await page.evaluate(paleWords)).map((fault) => `${scheme}: ${fault}`))
    if (scheme === 'dark') await picture?.('dark')
  }
  for (const size of sizes) {
    await page.evaluate(setSize, size)
    faults.push(...(await page.evaluate(cutWords)).map((fault) => `${size.words}: ${fault}`))
    if (size.words > 1) await picture?.(String(size.words))
  }
  await page.evaluate(setSize, { words: 1, titles: 1 })
  return faults
}

/** As ui/textSize sets it from the phone's setting. */
function setSize({ words, titles }: { words: number; titles: number }): void {
  for (const root of document.querySelectorAll<HTMLElement>('.page, .tabs')) {
    root.style.setProperty('--text-scale', String(words))
    root.style.setProperty('--title-scale', String(titles))
    root.classList.toggle('large', words >= 1.25)
  }
}

function namelessControls(): string[] {
  const controls = document.querySelectorAll(
    '[role=button],[role=radio],[role=switch],[role=tab],[role=link],[role=checkbox],input,textarea',
  )
  return [...controls]
    .filter((control) => control.checkVisibility())
    .filter((control) => {
      const named = control.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
      return `${named}${control.textContent}`.trim() === ''
    })
    .map((control) => `a control without a name: ${control.outerHTML.slice(0, 120)}`)
}

function paleWords(): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number]
  const read = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
    r * a + red * (1 - a),
    g * a + green * (1 - a),
    b * a + blue * (1 - a),
    1,
  ]
  const light = ([red, green, blue]: Colour) => {
    const linear = (value: number) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  const behind = (element: Element): Colour => {
    const layers: Colour[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reduceRight<Colour>((back, layer) => over(layer, back), [255, 255, 255, 1])
  }
  const faults = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim()
    if (!words || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    // What the host draws for WeChat is not ours.
    if (element.closest('.host-bar, .host-toast, .host-picker, style, script')) continue
    const back = behind(element)
    let colour = read(getComputedStyle(element).color)
    for (let at: Element | null = element; at; at = at.parentElement)
      colour = [colour[0], colour[1], colour[2], colour[3] * Number(getComputedStyle(at).opacity)]
    const [high = 0, low = 0] = [light(over(colour, back)), light(back)].sort((a, b) => b - a)
    const contrast = (high + 0.05) / (low + 0.05)
    if (contrast < 4.5)
      faults.add(`“${words.slice(0, 20)}” has contrast ${contrast.toFixed(1)} (${element.className})`)
  }
  return [...faults]
}

function cutWords(): string[] {
  interface Words {
    text: string
    element: Element
    rects: DOMRect[]
    layer: Element | null
  }
  const faults = new Set<string>()
  const all: Words[] = []
  const layerOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at
    return null
  }
  const drawsBox = (style: CSSStyleDeclaration) =>
    !/, 0\)$|transparent/.test(style.backgroundColor) ||
    (['Top', 'Bottom'] as const).every((side) => Number.parseFloat(style[`border${side}Width`]) > 0)

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim().slice(0, 20)
    if (!text || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (element.closest('.host-bar, .host-toast, .host-picker, style, script, map, wx-map')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // A line's box is higher than its letters.
    const rects = [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ x, y, width, height }) => new DOMRect(x, y + height * 0.15, width, height * 0.7))
    const words: Words = { text, element, rects, layer: layerOf(element) }
    all.push(words)

    let scrolls = false
    let boxed = false
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      const inside = rects.every(
        (rect) =>
          rect.left >= box.left - 1 &&
          rect.right <= box.right + 1 &&
          rect.top >= box.top - 1 &&
          rect.bottom <= box.bottom + 1,
      )
      if (style.textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth + 1)
        faults.add(`“${text}” is cut with dots (${at.className})`)
      if (/auto|scroll/.test(`${style.overflowX}${style.overflowY}`) || at.matches('[class*=scroll]')) {
        scrolls = true
        // What is scrolled away lies over nothing.
        words.rects = rects.flatMap(({ x, top, bottom, width }) => {
          const [from, to] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
          return to > from ? [new DOMRect(x, from, width, to - from)] : []
        })
        break
      }
      if (!inside && /hidden|clip/.test(`${style.overflowX}${style.overflowY}`))
        faults.add(`“${text}” is cut (${at.className})`)
      if (!boxed && drawsBox(style) && box.height > 0) {
        boxed = true
        if (!inside && style.display !== 'inline')
          faults.add(`“${text}” runs out of its box (${at.className})`)
      }
      if (style.position === 'absolute' && !boxed) boxed = true
    }
    if (!scrolls && rects.some(({ left, right }) => left < -1 || right > innerWidth + 1))
      faults.add(`“${text}” leaves the screen (${element.className})`)
  }
  for (const field of document.querySelectorAll('input')) {
    if (!field.placeholder || field.value || !field.checkVisibility()) continue
    const pen = document.createElement('canvas').getContext('2d')
    const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field)
    if (pen) pen.font = `${fontSize} ${fontFamily}`
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    if (pen && pen.measureText(field.placeholder).width > room + 1)
      faults.add(`the hint “${field.placeholder}” is cut (${field.className})`)
  }
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (one.layer !== other.layer || one.element.contains(other.element)) continue
      if (other.element.contains(one.element)) continue
      const overlap = one.rects.some((a) =>
        other.rects.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2,
        ),
      )
      if (overlap)
        faults.add(
          `“${one.text}” lies over “${other.text}” (${one.element.className}, ${other.element.className})`,
        )
    }
  return [...faults]
}
