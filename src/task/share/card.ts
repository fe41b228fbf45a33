import type { TaskRow } from '../../../domain/contract'
import { windowWords } from '../words'

/** What is drawn on: the part that WeChat's canvas and the browser's have in common. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'font' | 'fillStyle' | 'textAlign' | 'fillRect' | 'fillText' | 'measureText'
>

/** The card's picture in a chat: five to four, drawn twice as large as it is seen. */
export const cardSize = { width: 480, height: 384 } as const

const family = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'
const colors = { paper: '#F7F5F0', ink: '#1F1B16', quiet: '#554E44', honey: '#F5B83D' } as const

export type CardTask = Pick<
  TaskRow,
  'id' | 'title' | 'organisation' | 'places' | 'place' | 'from' | 'to' | 'points'
>

/** The line above the picture, as members read it. */
export const cardTitle = ({ title, points }: CardTask): string =>
  points > 0 ? `${title}，${points} 分` : title

/** The page that the card opens. */
export const cardPath = ({ id }: Pick<CardTask, 'id'>): string => `/task/detail/index?id=${id}`

/** Draws when, where, how many and how much; the live count stands below, in WeChat's own words. */
export function drawCard(pen: Pen, task: CardTask, now: number): void {
  const { width, height } = cardSize
  const write = (text: string, x: number, y: number, size: number, bold: boolean, color: string) => {
    pen.font = `${bold ? 'bold' : 'normal'} ${size}px ${family}`
    pen.fillStyle = color
    pen.fillText(fitted(pen, text, width - 64), x, y)
  }
  pen.fillStyle = colors.paper
  pen.fillRect(0, 0, width, height)
  pen.textAlign = 'left'
  write(task.organisation.name, 32, 66, 30, false, colors.ink)
  pen.textAlign = 'right'
  write(`共 ${task.places} 个名额`, width - 32, 66, 28, false, colors.quiet)
  pen.textAlign = 'left'
  write(windowWords(task, now), 32, 160, 44, true, colors.ink)
  write(task.place.name, 32, 216, 32, false, colors.quiet)
  pen.fillStyle = colors.honey
  pen.fillRect(0, height - 92, width, 92)
  write(task.points > 0 ? `每人 ${task.points} 分` : '一起搭把手', 32, height - 34, 36, true, colors.ink)
}

/** The text, shortened to fit. */
function fitted(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  let shown = [...text]
  while (shown.length > 1 && pen.measureText(`${shown.join('')}…`).width > width) shown = shown.slice(0, -1)
  return `${shown.join('')}…`
}
