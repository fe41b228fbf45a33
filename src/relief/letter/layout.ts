import type { LetterText } from '../../../domain/relief/letter'

/** A line on the paper: where it stands, how large it is, and in which colour. Lengths in the paper's own units. */
export interface Line {
  text: string
  x: number
  y: number
  size: number
  look: 'head' | 'bold' | 'plain'
  align: 'left' | 'center' | 'right'
}
export interface Laid {
  width: number
  height: number
  /** The red rule below the head. */
  rule: { y: number; from: number; to: number }
  lines: Line[]
}

/** How wide a text is at a size. */
export type Measure = (text: string, size: number, look: Line['look']) => number

/** A4 at 150 dots an inch. */
export const paper = { width: 1240, height: 1754 } as const
const { width, height } = paper
const margin = 108
const body = 46
const leading = 84
const inner = width - 2 * margin

/** Sets a letter on A4: the head in red over a rule, the number, the title, paragraphs, the signature below right. */
export function layLetter(text: LetterText, measure: Measure): Laid {
  const head = fitting(text.organisation, 86, 'head', measure)
  const ruleY = 318
  const lines: Line[] = [
    { text: text.organisation, x: width / 2, y: 232, size: head, look: 'head', align: 'center' },
    { text: text.number, x: width / 2, y: 392, size: 40, look: 'plain', align: 'center' },
    { text: text.title, x: width / 2, y: 512, size: 60, look: 'bold', align: 'center' },
    { text: text.addressee, x: margin, y: 636, size: body, look: 'plain', align: 'left' },
  ]
  let y = 636 + leading
  for (const paragraph of text.paragraphs)
    for (const [index, line] of wrapped(paragraph, measure).entries()) {
      lines.push({
        text: line,
        x: index === 0 ? margin + 2 * body : margin,
        y,
        size: body,
        look: 'plain',
        align: 'left',
      })
      y += leading
    }
  const signed = Math.max(y + leading, 1330)
  // The date stands under the middle of the signature, both near the right edge.
  const half = Math.max(measure(text.signature, body, 'plain'), measure(text.date, body, 'plain')) / 2
  const middle = width - margin - body - half
  lines.push(
    { text: text.signature, x: middle, y: signed, size: body, look: 'plain', align: 'center' },
    { text: text.date, x: middle, y: signed + leading, size: body, look: 'plain', align: 'center' },
    { text: text.handledBy, x: margin, y: height - 110, size: 38, look: 'plain', align: 'left' },
  )
  return { width, height, rule: { y: ruleY, from: margin, to: width - margin }, lines }
}

/** The largest size, up to one, at which a text fits on a line. */
function fitting(text: string, largest: number, look: Line['look'], measure: Measure): number {
  return Math.min(largest, Math.floor((largest * inner) / Math.max(inner, measure(text, largest, look))))
}

// What must not begin a line hangs on the one before.
const hanging = /[，。、；：！？）》〕」”…]/
// Digits and letters stay together.
const pieces = (text: string) => text.match(/[\w*.,]+|[^\w*.,]/gu) ?? []

/** A paragraph in lines; the first is two letters shorter. */
export function wrapped(paragraph: string, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(paragraph)) {
    const room = inner - (lines.length === 0 ? 2 * body : 0)
    const fits = measure(line + piece, body, 'plain') <= room
    if (fits || line === '' || hanging.test(piece)) line += piece
    else {
      lines.push(line)
      line = piece.trimStart()
    }
  }
  return line ? [...lines, line] : lines
}
