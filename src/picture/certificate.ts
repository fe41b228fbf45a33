import type { Drawing, Pen } from './pen'

/** A line of a certificate, in the middle of the paper. Lengths in the paper's own units. */
export interface CertificateLine {
  text: string
  y: number
  size: number
  bold: boolean
}

const width = 1240
const height = 1240
const margin = 80
const face = '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", sans-serif'
const colours = { paper: '#FFFEFB', frame: '#F5B63C', text: '#1F1B16', text2: '#554E44' }

/** How wide a text is at a size. */
export type Measure = (text: string, size: number, bold: boolean) => number

/** Lines that are too long for the paper are set smaller instead of cut. */
export const fitted = (lines: readonly CertificateLine[], measure: Measure): CertificateLine[] =>
  lines.map((line) => ({ ...line, size: fitting(line, measure) }))

const inner = width - 4 * margin
const fitting = ({ text, size, bold }: CertificateLine, measure: Measure) =>
  Math.min(size, Math.floor((size * inner) / Math.max(inner, measure(text, size, bold))))

/** A certificate as a picture; light paper in dark mode too. `of` names what stands on it. */
export function paper(of: string, linesOf: (measure: Measure) => CertificateLine[]): Drawing {
  return {
    of,
    width,
    height,
    draw(pen) {
      pen.fillStyle = colours.frame
      pen.fillRect(0, 0, width, height)
      pen.fillStyle = colours.paper
      pen.fillRect(margin / 2, margin / 2, width - margin, height - margin)
      bee(pen, width / 2, 210, 80)
      pen.textAlign = 'center'
      const measure: Measure = (text, size, bold) => {
        pen.font = fontOf(size, bold)
        return pen.measureText(text).width
      }
      for (const { text, y, size, bold } of linesOf(measure)) {
        pen.font = fontOf(size, bold)
        pen.fillStyle = bold ? colours.text : colours.text2
        pen.fillText(text, width / 2, y)
      }
    },
  }
}

const fontOf = (size: number, bold: boolean) => `${bold ? 'bold' : 'normal'} ${size}px ${face}`

/** The sign of the bee: a hexagon with two dark bands. */
function bee(pen: Pen, x: number, y: number, radius: number): void {
  const side = (radius * Math.sqrt(3)) / 2
  pen.fillStyle = colours.frame
  pen.beginPath()
  pen.moveTo(x, y - radius)
  for (const [right, down] of corners) pen.lineTo(x + right * side, y + down * radius)
  pen.closePath()
  pen.fill()
  pen.fillStyle = colours.text
  for (const band of [-0.22, 0.16]) pen.fillRect(x - side, y + band * radius, 2 * side, radius * 0.17)
}
const corners = [
  [1, -0.5],
  [1, 0.5],
  [0, 1],
  [-1, 0.5],
  [-1, -0.5],
] as const

/** 2026年12月4日 */
export function longDate(at: number): string {
  const [year, month, day] = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
