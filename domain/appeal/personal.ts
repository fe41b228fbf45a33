/** What of a text says who or whose somebody is. */
export const personalNames = { phone: '电话号码', identityCard: '证件号', plate: '车牌' } as const
export type PersonalKind = keyof typeof personalNames

/** A piece of a text, in UTF-16 units: from inclusive, to exclusive. */
export interface PersonalSpan {
  kind: PersonalKind
  from: number
  to: number
}

// Digits as people type them: half or full width, as words, with spaces, dots or dashes between.
const wordDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['零〇', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((words, digit) =>
    [...words].map((word) => [word, String(digit)]),
  ),
)
const digit = '[0-9]'
const gap = '[\\s\\-.·—_]{0,3}'
const run = (sign: string, count: string) => `(?:${sign}${gap}){${count}}`
const end = `(?!${digit})`
const alone = { notAfter: /[0-9]$/ }
const plateSign = '[A-HJ-NP-Z0-9]'
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼沈'
// New energy has six signs, and a letter first or last among them.
const plateTail = [
  `[A-HJK]${gap}${plateSign}${gap}${run(digit, '3')}${digit}`,
  `${run(digit, '5')}[A-HJK]`,
  `${run(plateSign, '4')}[A-HJ-NP-Z0-9挂学警]`,
].join('|')

/** What is looked for; what must stand before it, or must not, is said apart: older iPhones read no pattern that looks back. */
interface Finder {
  kind: PersonalKind
  pattern: RegExp
  after?: RegExp
  notAfter?: RegExp
  fits?: (signs: string) => boolean
}

/** In this order: what one has taken, the next doesn't look at. Lines that the public may call match none of them. */
const finders: readonly Finder[] = [
  {
    kind: 'identityCard',
    pattern: new RegExp(`${run(digit, '17')}[0-9X]${end}`, 'g'),
    ...alone,
    fits: (found) => /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(found),
  },
  {
    kind: 'plate',
    pattern: new RegExp(`[${provinces}]${gap}[A-HJ-NP-Z]${gap}(?:${plateTail})`, 'g'),
    fits: hasDigits,
  },
  {
    kind: 'plate',
    pattern: new RegExp(`(?:[A-Z]${gap})?(?:${plateTail})(?![A-Z0-9])`, 'g'),
    after: /(?:车牌|牌照|牌号|车号)[号码是为:,\s]{0,4}$/,
    fits: hasDigits,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?:\\+?86${gap})?1${gap}[3-9]${gap}${run(digit, '8')}${digit}${end}`, 'g'),
    notAfter: /(?:[0-9]|(?:订单|单号|运单|工单|编号|面单)[号尾码是为:,\s]{0,4})$/,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`[(]?0${digit}{2,3}[)]?${gap}${run(digit, '6,7')}${digit}${end}`, 'g'),
    ...alone,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`[2-8]${gap}${run(digit, '6')}${digit}(?!${gap}${digit})`, 'g'),
    after: /(?:电话|座机|固话|手机|打给|联系)[号码我是为:,\s]{0,5}$/,
  },
]

/**
 * Phone and identity card numbers and plates in a text, in whatever spelling, in their order. Order numbers, amounts,
 * times and lines that anybody may call (400, 95xxx, 12345) are none.
 */
export function personalIn(text: string): PersonalSpan[] {
  let left = [...text].map(plainSign).join('')
  const found: PersonalSpan[] = []
  for (const finder of finders)
    for (const { from, to } of piecesFor(finder, left)) {
      if (finder.fits && !finder.fits(left.slice(from, to).replace(/[^0-9A-Z]/g, ''))) continue
      found.push({ kind: finder.kind, from, to })
      left = `${left.slice(0, from)}${'。'.repeat(to - from)}${left.slice(to)}`
    }
  return found.sort((a, b) => a.from - b.from)
}

/** Each piece that has the pattern and stands where it must; where it may not start, the search goes on one sign later. */
function piecesFor({ pattern, after, notAfter }: Finder, text: string): Omit<PersonalSpan, 'kind'>[] {
  const pieces: Omit<PersonalSpan, 'kind'>[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index
    const before = text.slice(0, from)
    const stands = (!after || after.test(before)) && !notAfter?.test(before)
    if (stands) pieces.push({ from, to: from + match[0].length })
    else pattern.lastIndex = from + 1
  }
  return pieces
}

/** The text with its personal numbers replaced, by default with their first signs and stars. */
export function cover(
  text: string,
  replacement: (piece: string, kind: PersonalKind) => string = stars,
  kinds: readonly PersonalKind[] = ['phone', 'identityCard', 'plate'],
): string {
  let covered = ''
  let done = 0
  for (const { kind, from, to } of personalIn(text)) {
    if (!kinds.includes(kind)) continue
    covered += text.slice(done, from) + replacement(text.slice(from, to), kind)
    done = to
  }
  return covered + text.slice(done)
}

const stars = (piece: string, kind: PersonalKind) => {
  const signs = [...piece.replace(/[\s\-.·—_()（）+＋]/g, '')]
  return `${signs.slice(0, kind === 'plate' ? 2 : 3).join('')}****`
}

// As long as the sign itself, so that places in the plain text are places in the typed one.
function plainSign(sign: string): string {
  const plain = (wordDigits[sign] ?? sign).normalize('NFKC').toUpperCase()
  return plain.length === sign.length ? plain : sign
}

function hasDigits(found: string): boolean {
  return (found.match(/\d/g)?.length ?? 0) >= 2
}
