import type { Transfer } from '../../domain/points/ledger.ts'
import { count, emptyStanding, presented, recounted } from '../../domain/points/ranking/counting.ts'
import { rankingLimits } from '../../domain/points/ranking/limits.ts'
import { placesOf, rankingName, type Standing } from '../../domain/points/ranking/standing.ts'
import { stepFailed } from '../log.ts'
import { command } from '../store/collection.ts'
import { organisationOrHeir } from '../store/organisations.ts'
import { people } from '../store/people.ts'
import {
  addToTotal,
  changeStanding,
  copyToBoards,
  dueStandings,
  saveStanding,
  standings,
} from '../store/rankings.ts'
import { inTransaction } from '../store/transaction.ts'
import {
  markUnranked,
  transfers,
  transfersById,
  transfersOf,
  transfersToRank,
  transfersToRankOf,
} from '../store/transfers.ts'

/** Members of one team are counted into one total: of several at once somebody gets through each time. */
const attempts = 30

/**
 * Counts what the ledger has gained since, person by person, until nothing is left or time is up. What fails stays for
 * the next run and does not stand in the way of the others.
 */
export async function rankAll(now: () => number, until: number): Promise<void> {
  for (let after = ''; now() < until; ) {
    const due = await transfersToRank(after, rankingLimits.batch)
    const ids = [...new Set(due.map(({ personId }) => personId))]
    const last = ids.at(-1)
    if (last === undefined) break
    await inGroups(ids, (id) => rankPerson(id, now()))
    after = last
  }
  const left = await dueStandings(now(), rankingLimits.batch)
  await inGroups(left, copyToBoards)
}

async function inGroups<T>(all: readonly T[], work: (each: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < all.length; start += rankingLimits.together)
    await Promise.all(
      all.slice(start, start + rankingLimits.together).map((each) =>
        work(each).catch((error: Error) => {
          stepFailed('ranking', error)
        }),
      ),
    )
}

/** Counts all that one person has to be counted: each transfer once, however often it is called and by however many. */
export async function rankPerson(personId: string, now: number): Promise<void> {
  for (;;) {
    // Read before what is to be counted: whoever counts it meanwhile changes it.
    const seen = await standings.get(personId)
    const due = await transfersToRankOf(personId, rankingLimits.counted)
    if (due.length === 0) return
    const standing = await countSome(personId, seen?.version, due, now)
    if (!standing) return
    await copyToBoards(standing)
    if (!seen) await renameFirst(personId, now)
  }
}

/**
 * Who is on a board for the first time may be called otherwise by now: when the name changed, there was nothing yet that
 * could be changed with it.
 */
async function renameFirst(personId: string, now: number): Promise<void> {
  const person = await people.get(personId)
  if (!person) return
  const name = rankingName(person)
  await changeStanding(personId, (before) => before && presented(before, { name }, now), now)
}

/** Undefined where nothing was counted: somebody else did it, or the person is gone. */
async function countSome(
  personId: string,
  seen: number | undefined,
  due: readonly Transfer[],
  now: number,
): Promise<Standing | undefined> {
  const corrected = due.flatMap(({ corrects }) => corrects ?? [])
  const paid = corrected.length > 0 ? await transfersById(corrected) : []
  const places = await placesFor(due)
  return inTransaction(async (transaction) => {
    const before = await transaction.get(standings, personId)
    if (before?.version !== seen) return undefined
    const person = await transaction.get(people, personId)
    if (!person || person.deletedAt !== undefined) {
      for (const { _id } of due) await transaction.update(transfers, _id, { toRank: false })
      return undefined
    }
    const { standing, ranked, totals } = count(before, person, due, paid, (id) => places.get(id) ?? [], now)
    if (ranked.length === 0) return undefined
    for (const { id, rankedIn } of ranked)
      await transaction.update(transfers, id, { toRank: false, rankedIn: command.set(rankedIn) })
    for (const [board, points] of totals) await addToTotal(transaction, board, points)
    await saveStanding(transaction, before, standing)
    return standing
  }, attempts)
}

async function placesFor(due: readonly Transfer[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const id of new Set(due.map(({ communityId }) => communityId))) {
    // What was merged away goes on in its heir.
    const organisation = await organisationOrHeir(id)
    if (organisation) found.set(id, placesOf(organisation))
  }
  return found
}

/** Makes a person's standing anew from the whole ledger, and their rows from it; what was never counted is counted. */
export async function rebuildStanding(personId: string, now: number): Promise<void> {
  await markUnranked(personId)
  await rankPerson(personId, now)
  const seen = await standings.get(personId)
  const all: Transfer[] = []
  for (let from: [number, string] | undefined; ; ) {
    const page = await transfersOf(personId, from, pageSize)
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    from = [last.at, last._id]
  }
  const standing = await inTransaction(async (transaction) => {
    const before = await transaction.get(standings, personId)
    // Counted meanwhile: what was read is not all.
    if (before?.version !== seen?.version) return undefined
    const person = await transaction.get(people, personId)
    if (!person || person.deletedAt !== undefined) return undefined
    const sums = recounted(all)
    const start = before ?? emptyStanding(person)
    const dirty = [...new Set([...start.sums, ...sums].map(({ board }) => board))]
    const after = { ...start, sums, dirty, tickAt: now, version: start.version + 1 }
    await saveStanding(transaction, before, after)
    return after
  })
  if (standing) await copyToBoards(standing)
}
const pageSize = 500
