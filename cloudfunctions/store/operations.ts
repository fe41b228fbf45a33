import type { Counter } from '../../domain/operating/counting.ts'
import type { Incident } from '../../domain/operating/incident.ts'
import { type Heartbeat, type Waiting, waitingOf } from '../../domain/operating/judging.ts'
import { type Backlog, operatingLimits } from '../../domain/operating/limits.ts'
import { isWaiting } from '../../domain/safety/check.ts'
import { appeals } from './appeals.ts'
import { checks } from './checks.ts'
import { collection, command, type Where } from './collection.ts'
import { countersSince } from './counters.ts'
import { notices } from './notices.ts'

/** The timer's heartbeat and the incidents: a handful of documents, read together. */
export const operations = collection<Heartbeat | Incident>('operations')

/** Everything that is needed to judge how it goes: five reads, side by side, each along an index and bounded. */
export interface Operating {
  counters: Counter[]
  heartbeat: Heartbeat | undefined
  incidents: Incident[]
  waiting: Record<Backlog, Waiting>
}

/** Reads how it goes, with what was counted as long ago as `back` says, in milliseconds. */
export async function operating(now: number, back: number): Promise<Operating> {
  const [counters, all, due, toSend, toCheck] = await Promise.all([
    countersSince(now - back),
    operations.find({ where: {}, sort: [['_id', 'asc']], limit: 20 }),
    oldest(appeals, { tickAt: command.lte(now) }, 'tickAt'),
    oldest(notices, { 'send.at': command.lte(now) }, 'send.at'),
    oldest(checks, { state: command.in(['waiting', 'asked']) }, 'since', ['since', 'state']),
  ])
  return {
    counters,
    heartbeat: all.find((each) => each.kind === 'heartbeat'),
    incidents: all.filter((each) => each.kind === 'incident'),
    waiting: {
      appeals: waitingOf(
        'appeals',
        due.map(({ tickAt }) => tickAt),
        now,
      ),
      messages: waitingOf(
        'messages',
        toSend.map(({ send, at }) => send?.at ?? at),
        now,
      ),
      checks: waitingOf(
        'checks',
        toCheck.filter((check) => isWaiting(check, now)).map(({ since }) => since),
        now,
      ),
    },
  }
}

interface Findable<T> {
  find(query: {
    where: Where
    sort: readonly (readonly [string, 'asc'])[]
    limit: number
    only: readonly string[]
  }): Promise<T[]>
}

/** The oldest of what waits, one more than is counted; of each only since when, or what is asked for. */
function oldest<T>(of: Findable<T>, where: Where, field: string, only = [field]): Promise<T[]> {
  const sort = [
    [field, 'asc'],
    ['_id', 'asc'],
  ] as const
  return of.find({ where, sort, limit: operatingLimits.counted + 1, only })
}

/** Puts an incident in its new state; false when another run did something to it meanwhile. */
export async function saveIncident(before: Incident | undefined, after: Incident): Promise<boolean> {
  if (!before) return operations.add(after)
  const { _id, ...fields } = after
  return (
    (await operations.update({ _id, turn: before.turn }, { ...fields, past: command.set(fields.past) })) === 1
  )
}
