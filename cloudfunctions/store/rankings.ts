import { noDue } from '../../domain/appeal/appeal.ts'
import {
  type RankingRow,
  rowOf,
  type Standing,
  type TeamTotal,
} from '../../domain/points/ranking/standing.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import { inTransaction, type Transaction } from './transaction.ts'

/** What everybody has earned on every board: one document a person. */
export const standings = collection<Standing>('standings')

/** The boards, row by row: copies of the standings that are found in the order of points. */
export const rankings = collection<RankingRow>('rankings')

/** What teams have earned together, by board. */
export const teamTotals = collection<TeamTotal>('teamTotals')

/** Those whom a board shows, by points, or those who found what others put right; the most first. */
export function ranked(
  board: string,
  by: 'points' | 'solved',
  from: Cursor | undefined,
  limit: number,
): Promise<RankingRow[]> {
  const where = { board, shown: true, ...(by === 'solved' && { solved: command.gt(0) }) }
  return rankings.find({
    where: from ? after(where, [by, 'desc'], from) : where,
    sort: [
      [by, 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** Writes a standing within a transaction. */
export async function saveStanding(
  transaction: Transaction,
  before: Standing | undefined,
  standing: Standing,
): Promise<void> {
  const { _id, ...fields } = standing
  if (before) await transaction.update(standings, _id, fields)
  else await transaction.add(standings, standing)
}

/** Changes a standing by what is stored at that moment, and copies it to the boards at once. */
export async function changeStanding(
  personId: string,
  change: (before: Standing | undefined) => Standing | undefined,
): Promise<void> {
  const standing = await inTransaction(async (transaction) => {
    const before = await transaction.get(standings, personId)
    const after = change(before)
    if (after && after !== before) await saveStanding(transaction, before, after)
    return after
  })
  if (standing && standing.dirty.length > 0) await copyToBoards(standing)
}

/** Takes somebody off every board for good, within the transaction that deletes them. */
export async function leaveRankings(transaction: Transaction, personId: string): Promise<void> {
  // First: who is being counted at this very moment is counted again, and found gone.
  await transaction.remove(standings, personId)
  // Not part of the transaction, which holds a few documents.
  await rankings.removeAll({ personId })
}

/** Adds to the total of a team within a transaction. */
export async function addToTotal(transaction: Transaction, board: string, points: number): Promise<void> {
  const before = await transaction.get(teamTotals, board)
  if (before) await transaction.update(teamTotals, board, { points: before.points + points })
  else await transaction.add(teamTotals, { _id: board, points })
}

/** Standings that have not been copied to the boards, what has waited longest first. */
export function dueStandings(now: number, limit: number): Promise<Standing[]> {
  return standings.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Copies a standing to the boards that have not seen it. Broken off anywhere or done twice at once, it ends the same. */
export async function copyToBoards(standing: Standing): Promise<void> {
  const { _id: personId, version, dirty } = standing
  await Promise.all(
    dirty.map(async (board) => {
      const row = rowOf(standing, board)
      const { _id, ...fields } = row
      const changed = await rankings.update({ _id, version: command.lte(version) }, fields)
      // Taken: a newer copy is there.
      if (changed === 0) await rankings.add(row)
    }),
  )
  await standings.update({ _id: personId, version }, { dirty: [], tickAt: noDue })
}
