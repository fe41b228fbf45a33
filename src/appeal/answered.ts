import { keep, recall } from '../call/storage'

const key = 'answered'
const most = 50

/** When this phone last sent the person's word on an appeal, by its id: older questions need no answer any more. */
export function answeredAppeals(): Record<string, number> {
  return recall<Record<string, number>>(key) ?? {}
}

export function rememberAnswered(appeal: string, at: number): void {
  const newest = Object.entries({ ...answeredAppeals(), [appeal]: at }).sort(([, a], [, b]) => b - a)
  keep(key, Object.fromEntries(newest.slice(0, most)))
}
