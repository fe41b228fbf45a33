import type { WriteAction } from '../contract.ts'
import { pointsLimits } from '../points/limits.ts'
import { inBeijing } from '../time.ts'

const minutes = 60_000

/** At most `most` within `within` milliseconds from the first one on. */
export interface Rate {
  most: number
  within: number
}

/**
 * How often one person may do what (people.md). Bursts and guessing only: who handles appeals is not slowed down, so
 * accept, note and resolve have no row.
 */
export const rates = {
  'appeal.submit': { most: 20, within: 10 * minutes },
  // A meeting brings many at once.
  'appeal.submitFor': { most: 60, within: 10 * minutes },
  'meeting.raise': { most: 20, within: 10 * minutes },
  'filing.claim': { most: 10, within: 10 * minutes },
  'appeal.reply': { most: 10, within: 10 * minutes },
  'appeal.contact': { most: 60, within: 60 * minutes },
  // Wrong codes alone: one that was right is not counted (points.md, Redemption).
  'redemption.check': { most: pointsLimits.wrongCodes, within: pointsLimits.wrongWithin },
  'person.register': { most: 10, within: 60 * minutes },
  'person.savePhone': { most: 5, within: 10 * minutes },
  // Six digits can't be guessed at so few tries.
  'task.thank': { most: 10, within: 10 * minutes },
  'task.checkIn': { most: 10, within: 10 * minutes },
  'honour.object': { most: 10, within: 10 * minutes },
  'invitation.create': { most: 30, within: 60 * minutes },
  'invitation.accept': { most: 10, within: 10 * minutes },
  'administrator.setUp': { most: 5, within: 10 * minutes },
} as const satisfies Partial<Record<WriteAction, Rate>>

export type RatedAction = keyof typeof rates

/** What a person has done of an action in the current window: when it began, and the requests that counted. */
export interface Counted {
  since: number
  requests: string[]
}

/**
 * What to do with one more request: it `counted` before, `fits` into the window, begins a `fresh` one, or is too
 * much until a moment.
 */
export function weigh(
  action: RatedAction,
  counted: Counted | undefined,
  requestId: string,
  now: number,
): 'counted' | 'fits' | 'fresh' | { until: number } {
  const { most, within } = rates[action]
  if (counted?.requests.includes(requestId)) return 'counted'
  if (!counted || now >= counted.since + within) return 'fresh'
  return counted.requests.length < most ? 'fits' : { until: counted.since + within }
}

/** The minute from which it may be tried again, such as 14:06, for the refusal. */
export function againAt(until: number): string {
  return inBeijing(Math.ceil(until / minutes) * minutes).format('H:mm')
}

/** Whether an action has a rate at all. */
export const isRated = (action: string): action is RatedAction => Object.hasOwn(rates, action)

/**
 * Until when a person can't delete everything: while what they did lately still counts, or deleting would make them
 * somebody who has done nothing yet. Only windows that guessing and bursts are about; undefined when nothing holds.
 */
export function heldUntil(counted: Record<string, Counted> = {}, now: number): number | undefined {
  const ends = (Object.keys(rates) as RatedAction[]).flatMap((action) => {
    const { within }: Rate = rates[action]
    const since = counted[rateKey(action)]?.since
    return since !== undefined && within <= 10 * minutes && since + within > now ? [since + within] : []
  })
  return ends.length > 0 ? Math.max(...ends) : undefined
}

/** The name under which an action's rate stands in a person: dots would be read as paths. */
export const rateKey = (action: RatedAction): string => action.replace('.', '_')
