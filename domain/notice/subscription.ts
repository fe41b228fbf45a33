import { beijingDate } from '../time.ts'
import type { Message, Quota } from './messages.ts'

/** What a person has granted to be sent, and what has gone out to them: the ledger of their subscription messages. */
export interface Subscription {
  /** The person. */
  _id: string
  quota: Quota
  /** Requests that granted something, the newest last: each counts once. */
  grants: string[]
  /** Items of the inbox that have gone out, the newest last: none goes out twice. */
  told: string[]
  /** When the last message went out; 0: never. */
  lastAt: number
  /** How many went out, or may have, on the day of the last one, in Beijing; absent of ledgers from before they were counted. */
  today?: { day: string; count: number }
  /** The message that is on its way. */
  sending: (Pick<Message, 'noticeIds' | 'template'> & { at: number }) | null
}

/** The ledger of somebody who has granted nothing yet. */
export const noSubscription = (personId: string): Subscription => ({
  _id: personId,
  quota: {},
  grants: [],
  told: [],
  lastAt: 0,
  sending: null,
})

/** How many messages have gone out to somebody on the day of a moment. */
export const sentToday = ({ today }: Pick<Subscription, 'today'>, now: number): number =>
  today?.day === beijingDate(now) ? today.count : 0

/** How many grants and items a ledger remembers. */
export const remembered = { grants: 20, told: 100 } as const

/** Milliseconds after which a message that is still on its way has been left behind by a run that was broken off. */
const abandonedAfter = 90_000

/** Whether nobody will say any more what became of the message on its way. */
export const isAbandoned = ({ sending }: Pick<Subscription, 'sending'>, now: number): boolean =>
  sending !== null && now - sending.at >= abandonedAfter
