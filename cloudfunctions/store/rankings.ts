import { noDue } from '../../domain/appeal/appeal.ts'
import {
  listedAt,
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

/**
 * Changes a standing by what is stored at that moment, and copies it at once to the boards that are looked at now; the
 * timer copies it to those of former months and years, which nobody lists.
 */
export async function changeStanding(
  personId: string,
  change: (before: Standing | undefined) => Standing | undefined,
  now: number,
): Promise<void> {
  const standing = await inTransaction(async (transaction) => {
    const before = await transaction.get(standings, personId)
    const after = change(before)
    if (after && after !== before) await saveStanding(transaction, before, after)
    return after
  })
  if (standing && standing.dirty.length > 0) await copyToBoards(standing, listedAt(now))
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

/**
 * Copies a standing to the boards that have not seen it, or to some of them. Broken off anywhere or done twice at once, it
 * ends the same.
 */
export async function copyToBoards(
  standing: Standing,
  wanted: (board: string) => boolean = () => true,
): Promise<void> {
  const { _id: personId, version, dirty } = standing
  await Promise.all(dirty.filter(wanted).map((board) => put(rowOf(standing, board))))
  const left = dirty.filter((board) => !wanted(board))
  const done = { dirty: left, ...(left.length === 0 && { tickAt: noDue }) }
  // Who was deleted meanwhile stands on no board.
  if ((await standings.update({ _id: personId, version }, done)) === 0 && !(await standings.get(personId)))
    await rankings.removeAll({ personId })
}

/** Puts a row where it stands, unless a newer one is there. */
async function put(row: RankingRow): Promise<void> {
  const { _id, ...fields } = row
  const renew = () => rankings.update({ _id, version: command.lte(row.version) }, fields)
  if ((await renew()) > 0 || (await rankings.add(row))) return
  // Somebody put one there at this very moment: it may be the older one.
  await renew()
}
