import { pointsLimits } from '../../domain/points/limits.ts'
import { type LedgerFault, personFaults } from '../../domain/points/reconcile.ts'
import { beijingDate, inBeijing } from '../../domain/time.ts'
import { note } from '../log.ts'
import { accounts, accountsAfter } from '../store/accounts.ts'
import { nightlyId, type Reconciliation, reconciliations } from '../store/reconciliations.ts'
import { openBetween } from '../store/redemptions.ts'
import { reviewsBetween } from '../store/reviews.ts'
import { transfersBetween } from '../store/transfers.ts'

export interface Checked {
  persons: number
  transfers: number
  faults: LedgerFault[]
  /** The person after whom to go on; undefined: all have been checked. */
  next: string | undefined
}

const pageSize = 1000

/**
 * Holds the ledger of the next persons against their accounts (points.md, Invariants). What moved while it was read is
 * read again, so that a fault is one.
 */
export async function checkSome(after: string): Promise<Checked> {
  const some = await accountsAfter(after, pointsLimits.checked)
  // The last step also finds transfers of persons who have no account.
  const upTo = some.length < pointsLimits.checked ? undefined : some.at(-1)?._id
  const [moved, cost, held] = await Promise.all([
    allBetween(transfersBetween, after, upTo),
    openCost(after, upTo),
    allBetween(reviewsBetween, after, upTo),
  ])
  const stored = new Map(some.map((account) => [account._id, account]))
  const faults: LedgerFault[] = []
  const persons = new Set([...stored.keys(), ...moved.keys(), ...cost.keys(), ...held.keys()])
  for (const id of persons) {
    const found = personFaults(id, stored.get(id), moved.get(id) ?? [], cost.get(id) ?? 0, held.get(id))
    if (found.length > 0) faults.push(...(await lookAgain(id)))
  }
  const transfers = [...moved.values()].reduce((sum, each) => sum + each.length, 0)
  return { persons: persons.size, transfers, faults, next: upTo }
}

/** All of a kind between two persons, by person. */
async function allBetween<T extends { _id: string; personId: string }>(
  read: (
    range: { after: string; upTo: string | undefined },
    from: { personId: string; id: string } | undefined,
    limit: number,
  ) => Promise<T[]>,
  after: string,
  upTo: string | undefined,
): Promise<Map<string, T[]>> {
  const found = new Map<string, T[]>()
  let from: { personId: string; id: string } | undefined
  for (;;) {
    const page = await read({ after, upTo }, from, pageSize)
    for (const each of page) {
      const own = found.get(each.personId)
      if (own) own.push(each)
      else found.set(each.personId, [each])
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) return found
    from = { personId: last.personId, id: last._id }
  }
}

async function openCost(after: string, upTo: string | undefined): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let from = after; ; ) {
    const page = await openBetween({ after: from, upTo }, pageSize)
    // A person may be split by the end of a page: whoever is last is read with the next one.
    const last = page.length < pageSize ? undefined : page.at(-1)?.personId
    const whole = page.filter(({ personId }) => personId !== last)
    for (const { personId, points } of whole) found.set(personId, (found.get(personId) ?? 0) + points)
    const reached = whole.at(-1)?.personId
    if (last === undefined || reached === undefined) return found
    from = reached
  }
}

const tries = 3

/** One person by themselves: what they hold, before and after, and all their transfers. */
async function lookAgain(personId: string): Promise<LedgerFault[]> {
  let faults: LedgerFault[] = []
  for (let tried = 0; tried < tries; tried += 1) {
    const before = await accounts.get(personId)
    // Between this one and itself: after every id that sorts before it.
    const range = { after: justBefore(personId), upTo: personId }
    const [moved, cost, held] = await Promise.all([
      allBetween(transfersBetween, range.after, range.upTo),
      openCost(range.after, range.upTo),
      allBetween(reviewsBetween, range.after, range.upTo),
    ])
    const after = await accounts.get(personId)
    const open = cost.get(personId) ?? 0
    faults = personFaults(personId, after, moved.get(personId) ?? [], open, held.get(personId))
    if (faults.length === 0 || before?.version === after?.version) return faults
  }
  return faults
}

// Ids are hexadecimal digits or short names: a last sign that sorts one lower, and then the highest there is.
const justBefore = (id: string): string =>
  `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}\uffff`

/** The hour of the night in Beijing from which the ledger is checked. */
const nightly = 3

/** Checks the ledger once a night, as far as time allows; the next run goes on where this one stopped. */
export async function reconcileNightly(now: () => number, until: number): Promise<void> {
  const today = beijingDate(now())
  let state = await reconciliations.get(nightlyId)
  if (state?.day !== today) {
    if (inBeijing(now()).hour() < nightly) return
    state = begun(today, now())
    await reconciliations.put(state)
  }
  while (state.finishedAt === null && now() < until) {
    const { persons, transfers, faults, next } = await checkSome(state.after)
    state = {
      ...state,
      after: next ?? state.after,
      persons: state.persons + persons,
      transfers: state.transfers + transfers,
      faultCount: state.faultCount + faults.length,
      faults: [...state.faults, ...faults].slice(0, pointsLimits.faults),
      finishedAt: next === undefined ? now() : null,
    }
    await reconciliations.put(state)
    if (faults.length > 0) note({ step: 'ledger', faults: faults.length })
  }
}

const begun = (day: string, startedAt: number): Reconciliation => ({
  _id: nightlyId,
  day,
  after: '',
  persons: 0,
  transfers: 0,
  faultCount: 0,
  faults: [],
  startedAt,
  finishedAt: null,
})
