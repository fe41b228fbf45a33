import { date } from '../../appeal/words'

export interface Wait {
  name: string
  text: string
  until: number
}

/** Waits of one, three and five working days, as far as there are so many; the first by its day where it is not tomorrow. */
export function quickWaits(waits: readonly number[], now: number): Wait[] {
  return [1, 3, 5].flatMap((days) => {
    const until = waits[days - 1]
    if (until === undefined) return []
    return [{ name: String(days), text: days === 1 ? date(until, now) : `${days} 个工作日`, until }]
  })
}

const eightHours = 8 * 3_600_000

/** 周一, of a moment in Beijing. */
export function weekday(at: number): string {
  return `周${'日一二三四五六'[new Date(at + eightHours).getUTCDay()]}`
}
