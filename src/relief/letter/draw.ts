import type { LetterText } from '../../../domain/relief/letter'
import type { Pen } from '../../picture/pen'
import { type Laid, type Line, layLetter } from './layout'

// Faces of Chinese offices where the phone has them, else what it has.
const faces = {
  head: '"STZhongsong", "Songti SC", "Noto Serif CJK SC", "SimSun", serif',
  bold: '"Songti SC", "Noto Serif CJK SC", "SimSun", serif',
  plain: '"STFangsong", "FangSong", "Songti SC", "Noto Serif CJK SC", "SimSun", serif',
} as const satisfies Record<Line['look'], string>
const fontOf = (size: number, look: Line['look']) =>
  `${look === 'plain' ? 'normal' : 'bold'} ${size}px ${faces[look]}`
const paper = '#FFFFFF'
const black = '#1A1A1A'
const red = '#C8161D'

/** Sets a letter with the fonts that this pen has. */
export function laidWith(pen: Pen, text: LetterText): Laid {
  return layLetter(text, (words, size, look) => {
    pen.font = fontOf(size, look)
    return pen.measureText(words).width
  })
}

/** Draws a letter as it was set; white paper in dark mode too. */
export function draw(pen: Pen, { width, height, rule, lines }: Laid): void {
  pen.fillStyle = paper
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = red
  pen.fillRect(rule.from, rule.y, rule.to - rule.from, 6)
  for (const { text, x, y, size, look, align } of lines) {
    pen.font = fontOf(size, look)
    pen.fillStyle = look === 'head' ? red : black
    pen.textAlign = align
    pen.fillText(text, x, y)
  }
}
