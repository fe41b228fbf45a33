import type { Output } from '../../../domain/contract'
import type { Drawing, Pen } from '../../picture/pen'
import { hoursWords } from './hours'

type YearOfWork = Output<'task.record'>['years'][number]

export interface Certificate extends YearOfWork {
  /** What the person is called where they registered. */
  name: string
  community: string | undefined
  /** The day on which it is drawn: 2026年12月4日. */
  date: string
}

/** A line of the certificate, in the middle of the paper. Lengths in the paper's own units. */
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

/** What stands on a certificate, from above; a long name is set smaller instead of cut. */
export function certificateLines(
  { year, count, minutes, name, community, date }: Certificate,
  measure: Measure,
): CertificateLine[] {
  const lines: CertificateLine[] = [
    { text: '志愿服务记录', y: 400, size: 76, bold: true },
    { text: name, y: 540, size: 60, bold: true },
    { text: `${year} 年做志愿服务 ${count} 次`, y: 660, size: 48, bold: false },
    { text: hoursWords(minutes), y: 800, size: 104, bold: true },
    { text: '时长按签到和交活的时间记，都由别人验收过', y: 930, size: 38, bold: false },
    ...(community ? [{ text: `在${community}报到`, y: 1000, size: 38, bold: false }] : []),
    { text: `蜂鸣 · ${date}`, y: 1100, size: 38, bold: false },
  ]
  return lines.map((line) => ({ ...line, size: fitting(line, measure) }))
}

const inner = width - 4 * margin
const fitting = ({ text, size, bold }: CertificateLine, measure: Measure) =>
  Math.min(size, Math.floor((size * inner) / Math.max(inner, measure(text, size, bold))))

/** The certificate as a picture; light paper in dark mode too. */
export function certificateDrawing(certificate: Certificate): Drawing {
  return {
    of: JSON.stringify(certificate),
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
      for (const { text, y, size, bold } of certificateLines(certificate, measure)) {
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
