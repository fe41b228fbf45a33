import { noDue } from '../../appeal/appeal.ts'
import type { Person } from '../../people/person.ts'
import type { Transfer } from '../ledger.ts'
import {
  boardsAt,
  counted,
  creditOf,
  type Ranked,
  rankingName,
  type Standing,
  type Sum,
  teamsOf,
} from './standing.ts'

/** What counting some transfers changes, all of it together or nothing. */
export interface Counting {
  standing: Standing
  /** Where each counted one counts, for good: what is taken back later comes off the same boards. */
  ranked: { id: string; rankedIn: Ranked }[]
  /** What it adds to the totals of teams, by board. */
  totals: Map<string, number>
}

const nowhere: Ranked = { places: [], teams: [] }

/** The standing of somebody who is on no board yet. */
export const emptyStanding = (person: Pick<Person, '_id' | 'nickname' | 'nicknamePassed'>): Standing => ({
  _id: person._id,
  name: rankingName(person),
  shown: true,
  sums: [],
  dirty: [],
  tickAt: noDue,
  version: 0,
})

/** A standing under another name, or shown or not; the very same where nothing changes. Every board must hear of it. */
export function presented(
  before: Standing,
  { name = before.name, shown = before.shown }: { name?: string; shown?: boolean },
  now: number,
): Standing {
  if (name === before.name && shown === before.shown) return before
  const dirty = before.sums.map(({ board }) => board)
  return { ...before, name, shown, dirty, tickAt: now, version: before.version + 1 }
}

/**
 * Counts transfers of one person. `paid`: the payments that others of them take back, counted already; what takes back
 * something that is not counted yet waits. `placesOf`: the boards of an organisation's points.
 */
export function count(
  before: Standing | undefined,
  person: Person,
  transfers: readonly Transfer[],
  paid: readonly Transfer[],
  placesOf: (communityId: string) => string[],
  now: number,
): Counting {
  const start = before ?? emptyStanding(person)
  const name = rankingName(person)
  const here = new Map<string, Ranked>()
  const totals = new Map<string, number>()
  const dirty = new Set(start.dirty)
  let sums = start.sums
  for (const transfer of inOrder(transfers)) {
    const corrected = [...transfers, ...paid].find(({ _id }) => _id === transfer.corrects)
    const rankedIn =
      transfer.kind === 'pay'
        ? { places: placesOf(transfer.communityId), teams: teamsOf(person, now) }
        : corrected &&
          (here.get(corrected._id) ?? (corrected.toRank ? undefined : (corrected.rankedIn ?? nowhere)))
    if (!rankedIn) continue
    here.set(transfer._id, rankedIn)
    const credit = creditOf(transfer, corrected)
    const after = counted(sums, credit, rankedIn)
    sums = after.sums
    for (const board of after.boards) dirty.add(board)
    for (const board of boardsAt(rankedIn.teams, credit.at))
      totals.set(board, (totals.get(board) ?? 0) + credit.points)
  }
  // Who is called otherwise by now is so on every board.
  if (name !== start.name) for (const { board } of sums) dirty.add(board)
  return {
    standing: { ...start, name, sums, dirty: [...dirty], tickAt: now, version: start.version + 1 },
    ranked: [...here].map(([id, rankedIn]) => ({ id, rankedIn })),
    totals,
  }
}

/** The sums that the whole ledger of a person leads to: what their standing must equal. */
export function recounted(transfers: readonly Transfer[]): Sum[] {
  let sums: Sum[] = []
  for (const transfer of transfers) {
    const paid = transfers.find(({ _id }) => _id === transfer.corrects)
    if (transfer.rankedIn) ({ sums } = counted(sums, creditOf(transfer, paid), transfer.rankedIn))
  }
  return sums
}

/** What is paid comes before what takes it back. */
const inOrder = (transfers: readonly Transfer[]): Transfer[] => [
  ...transfers.filter(({ kind }) => kind === 'pay'),
  ...transfers.filter(({ kind }) => kind === 'reverse'),
]
