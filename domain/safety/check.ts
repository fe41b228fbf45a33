import { digest } from '../appeal/log.ts'
import type { ContentKind } from './pieces.ts'
import type { Verdict } from './safety.ts'

/** Whose content it is: an appeal and what is said in it, what a person calls themselves, the thanks for a task. */
export interface About {
  kind: 'appeal' | 'person' | 'task'
  id: string
}

/**
 * One thing that WeChat is asked about, once. It holds neither the words nor who said them: these stand where they were
 * said, and are gone with that. Times are milliseconds since 1970.
 */
export interface Check {
  /** Derived from what it is about. */
  _id: string
  about: About
  /** Which piece of it (pieces.ts, naming.ts). */
  piece: string
  kind: ContentKind
  /** waiting: to be asked; asked: a picture or recording, of which WeChat will send word. */
  state: 'waiting' | 'asked' | Verdict
  /** What WeChat calls the last questions that it has not answered, so that its word is known when it comes. */
  traces: string[]
  /** How often it was asked in vain. */
  tries: number
  since: number
  /** When the timer must look at it; `noDue` when it need not. */
  tickAt: number
  /** The verdict stands where it is read. */
  settled: boolean
  /** Counts the changes: of two who saw the same one, one does nothing. */
  turn: number
  /** Of what belongs to no appeal: the organisation whose people judge it, and all above. */
  scopes?: string[]
  /** Of thanks, which say nowhere whose they are: who said them, until that has been asked about. */
  authorId?: string
}

export const checkId = ({ kind, id }: About, piece: string): string =>
  digest(`${kind} ${id} ${piece}`).slice(0, 32)

/** A check that has not been asked. */
export function newCheck(
  about: About,
  { key, kind }: { key: string; kind: ContentKind },
  now: number,
  more: Pick<Check, 'scopes' | 'authorId'> = {},
): Check {
  return {
    _id: checkId(about, key),
    about,
    piece: key,
    kind,
    state: 'waiting',
    traces: [],
    tries: 0,
    since: now,
    tickAt: now,
    settled: false,
    turn: 0,
    ...more,
  }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const checkLimits = {
  /** Looked at in one go, and asked of WeChat side by side. */
  batch: 100,
  together: 10,
  /** WeChat is given as long to answer, in milliseconds. */
  answer: 5_000,
  /** Somebody is asking about it: so long nobody else does. */
  lease: 2 * minute,
  /** WeChat sends word of a picture within 30 minutes; after this it is asked again. */
  word: 45 * minute,
  /** Of as many questions about one thing a word is still known. */
  traces: 4,
  /**
   * What WeChat can't be asked about (its writer was away, the file is not there), and what it never sends word of, is a
   * person's to judge after this.
   */
  patience: day,
  /** What has passed is remembered as long, so that a word that comes twice is known. */
  remembered: 7 * day,
  /** WeChat's word of what nobody knows yet is kept as long: the question may not be written down yet. */
  unknown: hour,
  /** WeChat takes at most as many characters of a text. */
  text: 2_500,
} as const

/** How long to wait after a number of tries in vain: a minute, two, four …, an hour at most. */
export const backOff = (tries: number): number => Math.min(hour, minute * 2 ** Math.max(0, tries - 1))

/** What came of asking. service: WeChat does not answer now; content: it can't be asked about this, now or ever. */
export type Answer = 'passed' | 'held' | { trace: string } | { failed: 'service' | 'content' }

/** What a check becomes by what WeChat answered. */
export function answered(
  check: Check,
  answer: Answer,
  now: number,
): Partial<Pick<Check, 'state' | 'traces' | 'tickAt' | 'tries'>> {
  if (typeof answer === 'string') return { state: answer, tickAt: now }
  if ('trace' in answer)
    return {
      state: 'asked',
      traces: [...check.traces, answer.trace].slice(-checkLimits.traces),
      tickAt: now + checkLimits.word,
    }
  const tries = check.tries + 1
  if (answer.failed === 'content' && now >= check.since + checkLimits.patience)
    return { state: 'held', tickAt: now }
  return { state: 'waiting', tries, tickAt: now + backOff(tries) }
}

/** Whether WeChat has sent no word of something since it was asked, and has had time enough: it is not asked again. */
export const isUnheard = ({ state, since, tickAt }: Check, now: number): boolean =>
  state === 'asked' && now >= tickAt && now >= since + checkLimits.patience

/** Whether a check waits longer than it should: to be asked, or for a word that comes within half an hour or never. */
export const isWaiting = ({ state, since }: Pick<Check, 'state' | 'since'>, now: number): boolean =>
  state === 'waiting' || (state === 'asked' && now - since > checkLimits.word)

/** Whether a check has its verdict. */
export const isDecided = (check: Check): check is Check & { state: Verdict } =>
  check.state !== 'waiting' && check.state !== 'asked'

/** A text in parts that WeChat takes. */
export function partsOf(text: string): string[] {
  const characters = [...text]
  return Array.from({ length: Math.ceil(characters.length / checkLimits.text) }, (_, index) =>
    characters.slice(index * checkLimits.text, (index + 1) * checkLimits.text).join(''),
  )
}
