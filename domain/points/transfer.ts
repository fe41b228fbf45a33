import { digest } from '../appeal/log.ts'
import { beijingDate } from '../time.ts'
import type { Facts, Leg, Move, Spot, Transfer } from './ledger.ts'
import { isRanked } from './ranking/standing.ts'

/** The id of the transfer that a cause leads to. */
export const transferId = (causeKey: string): string => digest(causeKey).slice(0, 32)

/** Makes a transfer of moves. Each move gives two entries that cancel out, so the sum is zero whatever is moved. */
export function transferOf(facts: Facts, moves: readonly Move[]): Transfer {
  return {
    _id: transferId(facts.cause.key),
    ...facts,
    legs: legsOf(moves),
    month: beijingDate(facts.at).slice(0, 7),
    ...(isRanked(facts) && { toRank: true }),
  }
}

function legsOf(moves: readonly Move[]): Leg[] {
  const legs = new Map<string, Leg>()
  const book = (spot: Spot, points: number) => {
    const year = 'year' in spot ? spot.year : undefined
    const key = `${spot.account}-${year ?? ''}`
    const sum = (legs.get(key)?.points ?? 0) + points
    legs.set(key, { account: spot.account, ...(year !== undefined && { year }), points: sum })
  }
  for (const { from, to, points } of moves) {
    if (!Number.isInteger(points) || points <= 0) throw new Error(`${points} points can't be moved`)
    book(from, -points)
    book(to, points)
  }
  return [...legs.values()].filter(({ points }) => points !== 0)
}
