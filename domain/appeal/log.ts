import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Role } from '../people/roles.ts'
import type { Answer, Dispatch } from './appeal.ts'
import type { AppealAction, AppealState, Outcome } from './states.ts'

/** Who did it: the person, and the hat they wore (none: for themselves). */
export interface Actor {
  personId: string
  role: Role | 'person'
  title: string
  organisation?: { id: string; name: string }
}

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
  previousHash: string
  hash: string
}

export type NewEvent = Omit<AppealEvent, 'sequence' | 'previousHash' | 'hash'>

/** The hash that the first event of every appeal follows. */
export const genesisHash = '0'.repeat(64)

function hashOf(event: Omit<AppealEvent, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(event) ?? '')))
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
      hash === hashOf(rest)
    )
  })
}

// The database drops undefined fields; the hash must be of what is stored.
function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
