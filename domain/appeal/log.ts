import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Actor } from '../people/actor.ts'
import type { Appeal, Changes, Dispatch, Named } from './appeal.ts'
import type { Answer, DeclineReason } from './names.ts'
import type { AppealAction, AppealState, Outcome } from './states.ts'

/** One line of an appeal's log (appeals.md, The log). Never edited, never removed. */
export interface AppealEvent {
  /** 1, 2, 3 …; equals the appeal's version after it. */
  sequence: number
  action: AppealAction
  from: AppealState | null
  to: AppealState
  actor: Actor
  /** Milliseconds since 1970. */
  at: number
  /** Made on the phone; the same one twice has one effect. */
  requestId: string
  words: string
  photos: string[]
  /** To which organisation it went. */
  organisation?: { id: string; name: string }
  proposed?: { id: string; name: string }
  dispatch?: Dispatch
  answer?: Answer
  outcome?: Outcome
  /** For accept: milliseconds before its deadline; negative when late. */
  ahead?: number
  /** Not shown to the person who asked. */
  internal?: boolean
  /** Of an assistant: asked for, reporting, done, or no longer waited for. */
  help?: 'ask' | 'report' | 'finish' | 'release'
  /** Of a follow-up: whether the person was reached. */
  reached?: boolean
  declined?: DeclineReason
  /** The clock that was running out, or had. */
  clock?: 'accept' | 'resolve' | 'followUp'
  /** The appeal that it was merged into, or that was merged into this one. */
  other?: { id: string; number: string }
  /** Of a submission: the digest of what was said, so that it can't be changed either. */
  said?: string
  /** Somebody beside who has it, called by this step: on duty, or to help. */
  called?: Named
  /** What changed for good: the log alone rebuilds the appeal. */
  changes: Changes
  /** Digests of what was private and has been forgotten since. */
  forgotten?: Private
  previousHash: string
  hash: string
}

export type NewEvent = Omit<AppealEvent, 'sequence' | 'previousHash' | 'hash'>

/** The hash that the first event of every appeal follows. */
export const genesisHash = '0'.repeat(64)

/** Of the private parts of an event, what the hash is made of: so they can be forgotten and the chain still stands. */
interface Private {
  personId: string
  words: string
  photos: string
}

/** SHA-256 of a text, in hexadecimal digits. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

function privateDigests({ actor, words, photos }: Omit<AppealEvent, 'hash'>): Private {
  return { personId: digest(actor.personId), words: digest(words), photos: digest(photos.join(' ')) }
}

function hashOf(event: Omit<AppealEvent, 'hash'>): string {
  const { forgotten, ...rest } = event
  const { personId, words, photos } = forgotten ?? privateDigests(event)
  const digested = { ...rest, actor: { ...event.actor, personId }, words, photos }
  return digest(canonicalize(digested) ?? '')
}

/** An event without what a person said and who they are; the chain of its log stands as before. */
export function forgetting(event: AppealEvent): AppealEvent {
  if (event.forgotten) return event
  const forgotten = privateDigests(event)
  return { ...event, actor: { ...event.actor, personId: '' }, words: '', photos: [], forgotten }
}

/** SHA-256 over what never changes of an appeal: what its person said, and how. */
export function saidDigest({
  number,
  kind,
  text,
  photos,
  voice,
  identity,
  trade,
  place,
  createdAt,
}: Appeal): string {
  const said = {
    number,
    kind,
    text,
    photos,
    voice,
    identity,
    trade,
    area: place.area,
    point: place.point,
    createdAt,
  }
  return digest(canonicalize(dropUndefined(said)) ?? '')
}

/** Gives an event its place in the chain: the next number, the hash before it, its own hash (SHA-256 over RFC 8785). */
export function sealEvent(previous: AppealEvent | undefined, event: NewEvent): AppealEvent {
  const placed = {
    ...dropUndefined(event),
    sequence: (previous?.sequence ?? 0) + 1,
    previousHash: previous?.hash ?? genesisHash,
  }
  return { ...placed, hash: hashOf(placed) }
}

/** Whether a log is whole: numbered without a gap, each event following the hash before it, none altered. */
export function verifyLog(events: readonly AppealEvent[]): boolean {
  return events.every((event, index) => {
    const { hash, ...rest } = event
    const before = events[index - 1]
    return (
      event.sequence === index + 1 &&
      event.previousHash === (before?.hash ?? genesisHash) &&
      event.from === (before?.to ?? null) &&
      isConsistent(event) &&
      hash === hashOf(rest)
    )
  })
}

/** What has been forgotten is not there. */
const isConsistent = ({ forgotten, words, photos, actor }: AppealEvent): boolean =>
  !forgotten || (words === '' && photos.length === 0 && actor.personId === '')

// The database drops undefined fields; the hash must be of what is stored.
function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}

/** Who has been called for an appeal beside its handler since a moment, oldest first. */
export function calledSince(events: readonly AppealEvent[], since: number): string[] {
  const calls = events.filter(
    ({ action, clock, at }) => action === 'warn' && clock === 'accept' && at >= since,
  )
  return calls.flatMap(({ called }) => called?.personId ?? [])
}

/** Whether a warning that nobody has accepted reached nobody: no handler was named, and nobody had been called. */
export function reachedNobody(events: readonly AppealEvent[], { sequence }: AppealEvent): boolean {
  const before = events.filter((each) => each.sequence <= sequence)
  const named = before.reduce<AppealEvent['changes']['named']>(
    (known, { changes }) => (changes.named === undefined ? known : changes.named),
    null,
  )
  return !named && before.every(({ called }) => !called)
}
