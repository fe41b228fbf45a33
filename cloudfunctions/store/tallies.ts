import { beijingDate } from '../../domain/time.ts'
import { collection } from './collection.ts'
import type { Transaction } from './transaction.ts'

/** What is counted in the very transaction of the step that it counts: never twice, never without it. */
interface Tally {
  _id: string
  count: number
}

/** Letters that an organisation has sent in a year. */
export const letterTallies = collection<Tally>('tallies')

/** What platforms waived on an organisation's letters in a month; in fen, so that sums stay whole. */
export const waivedTallies = collection<Tally & { fen: number }>('tallies')

const lettersId = (organisationId: string, year: number) => `letters-${organisationId}-${year}`
const waivedId = (organisationId: string, month: string) => `waived-${organisationId}-${month}`

/** The month in Beijing, such as 2026-12. */
export const monthOf = (at: number): string => beijingDate(at).slice(0, 7)

/** Takes the next number of an organisation's letters of a year: 1, 2, 3 … without a gap. */
export async function nextLetter(
  transaction: Transaction,
  organisationId: string,
  year: number,
): Promise<number> {
  const id = lettersId(organisationId, year)
  const before = await transaction.get(letterTallies, id)
  const count = (before?.count ?? 0) + 1
  if (before) await transaction.update(letterTallies, id, { count })
  else await transaction.add(letterTallies, { _id: id, count })
  return count
}

/** Counts what a platform has waived. */
export async function countWaived(
  transaction: Transaction,
  organisationId: string,
  yuan: number,
  at: number,
): Promise<void> {
  const id = waivedId(organisationId, monthOf(at))
  const more = Math.round(yuan * 100)
  const before = await transaction.get(waivedTallies, id)
  if (before) await transaction.update(waivedTallies, id, { count: before.count + 1, fen: before.fen + more })
  else await transaction.add(waivedTallies, { _id: id, count: 1, fen: more })
}

/** What was waived in the month of a moment. */
export async function waivedIn(
  organisationId: string,
  at: number,
): Promise<{ month: string; yuan: number; count: number }> {
  const month = monthOf(at)
  const found = await waivedTallies.get(waivedId(organisationId, month))
  return { month, yuan: (found?.fen ?? 0) / 100, count: found?.count ?? 0 }
}
