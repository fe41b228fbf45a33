import type { TaskRow, TaskView } from '../../domain/contract'
import { clock, date, startOfDay } from '../appeal/words'

const hour = 3_600_000
const day = 24 * hour
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 今天, 明天, within a week 周六, else 12月11日. */
export function dayWords(at: number, now: number): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / day)
  if (days < 2 || days > 6) return date(at, now)
  return weekdays[new Date(at + 8 * hour).getUTCDay()] ?? ''
}

/** 今天 14:00–15:00, 周六全天, 今天 22:00–明天 06:00: when a task is. */
export function windowWords({ from, to }: Pick<TaskRow, 'from' | 'to'>, now: number): string {
  if (from === startOfDay(from) && to - from >= day - hour) return `${dayWords(from, now)}全天`
  const sameDay = startOfDay(from) === startOfDay(to)
  return `${dayWords(from, now)} ${clock(from)}–${sameDay ? '' : `${dayWords(to, now)} `}${clock(to)}`
}

/** 到点扫码签到，拍一张做完的: how it is proved that somebody came and did it. */
export function proofWords(proof: TaskView['proof']): string {
  const comes = proof.includes('code') ? '到点扫码签到' : proof.includes('place') ? '到点按位置签到' : ''
  const photo = proof.includes('photo') ? '拍一张做完的' : ''
  return [comes, photo].filter((words) => words !== '').join('，') || '来了就行，不用签到'
}
