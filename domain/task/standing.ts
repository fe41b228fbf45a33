import type { DutyTag } from './kinds.ts'
import { taskLimits } from './limits.ts'

/** A time of each day in which somebody rides, in minutes since midnight; over midnight when `to` is not after `from`. */
export interface RidingHours {
  from: number
  to: number
}

/** What a person document keeps of somebody as a volunteer. */
export interface Volunteering {
  tags: DutyTag[]
  /** When they ride: tasks in these hours are not pushed (志愿与业务两不误). */
  riding: RidingHours[]
  /** Tasks that they claimed and did not come to, with the time. */
  missed: { claim: string; at: number }[]
  /** A secretary has forgiven what was before. */
  forgivenAt: number | null
}

export const noVolunteering: Volunteering = { tags: [], riding: [], missed: [], forgivenAt: null }

const { most, within, pause } = taskLimits.noShows

/**
 * Until when somebody can't claim: `pause` after the third time they did not come within 30 days; undefined when they
 * may. What a secretary has forgiven does not count.
 */
export function pausedUntil(volunteering: Volunteering | undefined, now: number): number | undefined {
  const times = counted(volunteering)
  const ends = times.flatMap((at, index) => {
    const first = times[index - most + 1]
    return first !== undefined && at - first <= within ? [at + pause] : []
  })
  const until = ends.at(-1)
  return until !== undefined && until > now ? until : undefined
}

/** When somebody did not come within the last 30 days, the earliest first; what was forgiven left out. */
export function missedLately(volunteering: Volunteering | undefined, now: number): number[] {
  return counted(volunteering).filter((at) => now - at <= within)
}

const counted = (volunteering: Volunteering | undefined): number[] =>
  (volunteering?.missed ?? [])
    .map(({ at }) => at)
    .filter((at) => at > (volunteering?.forgivenAt ?? 0))
    .sort((a, b) => a - b)

const day = 24 * 60

/** Whether a window lies in the hours in which somebody rides. Minutes since the midnight of its day. */
export function whileRiding(riding: readonly RidingHours[], from: number, to: number): boolean {
  return riding.some((hours) => {
    const end = hours.to > hours.from ? hours.to : hours.to + day
    return [-day, 0, day].some((shift) => from < end + shift && hours.from + shift < to)
  })
}
