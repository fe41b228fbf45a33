import type { Shown } from './engine.ts'
import type { ThemedSettings } from './theme.ts'

interface Ways {
  back: (() => void) | undefined
  home: (() => void) | undefined
}

/** What the phone draws above a page, px: the status bar, WeChat's bar below it, and its capsule on the right. */
export const statusBar = 44
export const bar = 44
export const capsule = { top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }

/** A page on the screen: WeChat's bar, and below it a window of its own that scrolls. */
export class Frame {
  private readonly whole = made('section', 'host-page')
  private readonly styles: HTMLStyleElement[]
  readonly content = made('div', 'host-content')
  /** After the page, in its window: what is fixed in both is stacked by z-index, as in WeChat. */
  readonly foot = made('div', 'host-foot')
  tabBar: Shown | undefined

  constructor(route: string, settings: ThemedSettings, styles: string[], ways: Ways) {
    this.whole.dataset.route = route
    const window_ = made('div', 'host-window')
    window_.append(this.content, this.foot)
    const own = settings.light.navigationStyle !== 'custom'
    for (const scheme of ['light', 'dark'] as const)
      this.whole.style.setProperty(`--window-${scheme}`, settings[scheme].backgroundColor ?? '#fff')
    const height = `calc(100vh - ${own ? statusBar + bar : 0}px)`
    this.whole.style.setProperty('--window-height', height)
    if (own) this.whole.append(barOf(settings, ways))
    this.whole.append(window_, made('div', 'host-capsule'))
    document.body.append(this.whole)
    this.styles = styles.map((text) => {
      const style = document.createElement('style')
      style.textContent = text
      document.head.append(style)
      return style
    })
  }

  /** A page below another one keeps what it shows; its styles are its own. */
  show(on: boolean): void {
    this.whole.hidden = !on
    for (const style of this.styles) style.media = on ? 'all' : 'not all'
  }

  scrollTo(top: number): void {
    this.content.scrollTop = top
  }

  remove(): void {
    this.whole.remove()
    for (const style of this.styles) style.remove()
  }
}

function barOf(settings: ThemedSettings, { back, home }: Ways): HTMLElement {
  const head = made('header', 'host-bar')
  for (const scheme of ['light', 'dark'] as const) {
    const { navigationBarBackgroundColor = '#000', navigationBarTextStyle } = settings[scheme]
    head.style.setProperty(`--bar-${scheme}`, navigationBarBackgroundColor)
    head.style.setProperty(`--bar-words-${scheme}`, navigationBarTextStyle === 'white' ? '#fff' : '#000')
  }
  const way = back ?? home
  if (way) {
    const button = made('button', back ? 'host-back' : 'host-home')
    button.setAttribute('aria-label', back ? '返回' : '回首页')
    button.addEventListener('click', way)
    head.append(button)
  }
  const title = made('div', 'host-title')
  title.textContent = settings.light.navigationBarTitleText ?? ''
  head.append(title)
  return head
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  return element
}
