import type { RefusalCode } from '../../domain/errors'

/** What waits on the phone to be sent. `L`: what is sent; `R`: what the function answers. */
export interface Queue<L, R> {
  /** Oldest first. */
  entries: readonly Entry<L, R>[]
  /** Nothing at all is tried before: there was no signal. Milliseconds since 1970. */
  notBefore: number
}

export interface Entry<L, R> {
  /** The same for ever: however often it is tried, it counts once. */
  requestId: string
  letter: L
  /** When it was put here. */
  since: number
  tries: number
  /** Whether the function may have it although nobody heard so: `out` is on its way, `lost` got no answer. */
  attempt: 'none' | 'out' | 'lost'
  standing: Standing<R>
}

export type Standing<R> =
  | { is: 'waiting'; notBefore: number; why?: RefusalCode }
  /** Only the person can mend it. */
  | { is: 'needsYou'; code: RefusalCode; message: string }
  | { is: 'sent'; receipt: R; at: number }

export type Outcome<R> = { receipt: R } | { code: RefusalCode; message: string }

export const emptyQueue = { entries: [], notBefore: 0 } as const

/**
 * Refusals that pass by themselves, and what waits meanwhile: the whole line, or only the one that was refused. All
 * others need the person.
 */
const passing: Partial<Record<RefusalCode, { who: 'line' | 'entry'; atLeast: number }>> = {
  OFFLINE: { who: 'line', atLeast: 0 },
  SIGN_IN_NEEDED: { who: 'line', atLeast: 0 },
  TOO_OFTEN: { who: 'line', atLeast: 60_000 },
  INTERNAL: { who: 'entry', atLeast: 0 },
  CITY_NOT_READY: { who: 'entry', atLeast: 600_000 },
}

const firstPause = 5_000
const longestPause = 300_000
/** How long to wait after so many tries in vain: 5 s, 10 s, 20 s … 5 min. */
export const pauseAfter = (tries: number): number => Math.min(longestPause, firstPause * 2 ** (tries - 1))

/** With one more at the end; as it was when this one stands in it already, undefined when there is no room. */
export function put<L, R>(
  queue: Queue<L, R>,
  { requestId, letter }: Pick<Entry<L, R>, 'requestId' | 'letter'>,
  now: number,
  limit: number,
): Queue<L, R> | undefined {
  if (queue.entries.some((each) => each.requestId === requestId)) return queue
  if (queue.entries.filter(({ standing }) => standing.is !== 'sent').length >= limit) return undefined
  const standing = { is: 'waiting', notBefore: now } as const
  const entry: Entry<L, R> = { requestId, letter, since: now, tries: 0, attempt: 'none', standing }
  return { ...queue, entries: [...queue.entries, entry] }
}

/** Which one to send now: the oldest that may be tried. */
export function nextToSend<L, R>(queue: Queue<L, R>, now: number): Entry<L, R> | undefined {
  if (now < queue.notBefore) return undefined
  return queue.entries.find(({ standing }) => standing.is === 'waiting' && standing.notBefore <= now)
}

/** When something may be tried next; undefined when nothing waits. */
export function nextTry<L, R>({ entries, notBefore }: Queue<L, R>): number | undefined {
  const times = entries.flatMap(({ standing }) => (standing.is === 'waiting' ? [standing.notBefore] : []))
  return times.length > 0 ? Math.max(notBefore, Math.min(...times)) : undefined
}

/** The words leave the phone now: from here on the function may have them. Kept before they leave. */
export function departing<L, R>(queue: Queue<L, R>, requestId: string): Queue<L, R> {
  return changed(queue, requestId, (entry) => ({
    ...entry,
    attempt: entry.attempt === 'none' ? 'out' : 'lost',
  }))
}

/** What came of a try. Only an answer of the function takes an entry out of the line. */
export function settle<L, R>(
  queue: Queue<L, R>,
  requestId: string,
  outcome: Outcome<R>,
  now: number,
): Queue<L, R> {
  const entry = queue.entries.find((each) => each.requestId === requestId)
  if (!entry) return queue
  const tries = entry.tries + 1
  const become = (standing: Standing<R>, attempt: Entry<L, R>['attempt']) =>
    changed(queue, requestId, (before) => ({ ...before, tries, attempt, standing }))
  if ('receipt' in outcome) return become({ is: 'sent', receipt: outcome.receipt, at: now }, 'none')
  const { code, message } = outcome
  const unheard = code === 'OFFLINE' || code === 'INTERNAL'
  const attempt = entry.attempt === 'out' ? (unheard ? 'lost' : 'none') : entry.attempt
  const pass = passing[code]
  if (!pass) return become({ is: 'needsYou', code, message }, attempt)
  const again = now + Math.max(pass.atLeast, pauseAfter(tries))
  if (pass.who === 'entry') return become({ is: 'waiting', notBefore: again, why: code }, attempt)
  return { ...become({ is: 'waiting', notBefore: now, why: code }, attempt), notBefore: again }
}

/** The signal is back, or the app is in hand again: whatever waits is tried at once. */
export function wake<L, R>(queue: Queue<L, R>): Queue<L, R> {
  if (nextTry(queue) === undefined) return queue
  return {
    entries: queue.entries.map((entry) =>
      entry.standing.is === 'waiting' ? { ...entry, standing: { ...entry.standing, notBefore: 0 } } : entry,
    ),
    notBefore: 0,
  }
}

export function without<L, R>(queue: Queue<L, R>, requestId: string): Queue<L, R> {
  return { ...queue, entries: queue.entries.filter((each) => each.requestId !== requestId) }
}

const told = 24 * 3_600_000

/** Without what was sent longer than a day ago: by then it has been told. */
export function swept<L, R>(queue: Queue<L, R>, now: number): Queue<L, R> {
  const stays = ({ standing }: Entry<L, R>) => standing.is !== 'sent' || standing.at > now - told
  return { ...queue, entries: queue.entries.filter(stays) }
}

function changed<L, R>(
  queue: Queue<L, R>,
  requestId: string,
  change: (entry: Entry<L, R>) => Entry<L, R>,
): Queue<L, R> {
  const entries = queue.entries.map((entry) => (entry.requestId === requestId ? change(entry) : entry))
  return { ...queue, entries }
}
