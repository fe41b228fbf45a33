import { beijingDate, inBeijing } from '../../../domain/time'

/** When a task is, as people say it: 今天 14:00–15:00, 明天 …, 12月6日 …. */
export function windowWords({ from, to }: { from: number; to: number }, now: number): string {
  const day = beijingDate(from)
  const tomorrow = beijingDate(now + 24 * 3_600_000)
  const named =
    day === beijingDate(now) ? '今天' : day === tomorrow ? '明天' : inBeijing(from).format('M月D日')
  return `${named} ${inBeijing(from).format('HH:mm')}–${inBeijing(to).format('HH:mm')}`
}
