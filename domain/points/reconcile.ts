import { type Account, afterTransfer, balancesOf, emptyAccount, heldOf } from './account.ts'
import { buckets, sumOf, type Transfer } from './ledger.ts'
import { judgedKey } from './review/judging.ts'
import { type Review, reviewNames } from './review/review.ts'
import { transferId } from './transfer.ts'

/** What must hold of the ledger and does not, in words for whoever looks into it. */
export interface LedgerFault {
  /** The transfer or the person. */
  id: string
  fault: string
}

/** Whether the entries of a transfer sum to zero. */
export function transferFault({ _id, legs }: Pick<Transfer, '_id' | 'legs'>): LedgerFault | undefined {
  const sum = legs.reduce((total, { points }) => total + points, 0)
  return sum === 0 ? undefined : { id: _id, fault: `的分录加起来是 ${sum}，不是 0` }
}

/**
 * Checks one person (points.md, Invariants): every transfer sums to zero, every balance is the sum of its entries, none
 * is below zero, what is held is what their open redemptions cost, and of what waits for a judgement as much was paid as
 * was judged. `account` is undefined where there is none.
 */
export function personFaults(
  personId: string,
  account: Account | undefined,
  transfers: readonly Transfer[],
  openCost: number,
  reviews: readonly Review[] = [],
): LedgerFault[] {
  const faults = transfers.flatMap((transfer) => transferFault(transfer) ?? [])
  const fault = (text: string) => faults.push({ id: personId, fault: text })
  faults.push(...reviewFaults(transfers, reviews))
  if (!account) {
    if (transfers.length > 0) fault(`有 ${transfers.length} 笔流水，没有账户`)
    return faults
  }
  if (account.version !== transfers.length)
    fault(`账户记了 ${account.version} 笔，流水有 ${transfers.length} 笔`)
  const told = sums(personId, transfers)
  const stored = balancesOf(account)
  for (const name of new Set([...told.keys(), ...stored.keys()])) {
    const [is, should] = [stored.get(name) ?? 0, told.get(name) ?? 0]
    if (is !== should) fault(`${name} 存的是 ${is}，流水加起来是 ${should}`)
    if (is < 0 && !name.endsWith('owed')) fault(`${name} 小于 0`)
    if (is > 0 && name.endsWith('owed')) fault(`${name} 大于 0`)
  }
  const held = buckets.reduce((sum, bucket) => sum + heldOf(account.buckets[bucket]), 0)
  if (held !== openCost) fault(`冻结 ${held} 分，没办完的兑换共 ${openCost} 分`)
  return faults
}

/**
 * Whether what waits for a judgement and what the ledger says of it agree: each has the other, and it was paid exactly
 * where somebody judged so, once.
 */
function reviewFaults(transfers: readonly Transfer[], reviews: readonly Review[]): LedgerFault[] {
  const moved = new Map(transfers.map((transfer) => [transfer._id, transfer]))
  const known = new Set(reviews.map(({ _id }) => _id))
  const lost = transfers.filter(({ _id, held }) => held !== undefined && !known.has(_id))
  return [
    ...lost.map(({ _id }) => ({ id: _id, fault: '写着待核对，没有核对单' })),
    ...reviews.flatMap(({ _id, state, cause, reckoned: { points } }) => {
      const paid = moved.get(transferId(judgedKey(cause.key)))
      const sum = paid ? -sumOf(paid.legs, 'issued') : 0
      if (moved.get(_id)?.held !== points) return [{ id: _id, fault: `要核对 ${points} 分，流水里不是` }]
      if (sum !== (state === 'paid' ? points : 0))
        return [{ id: _id, fault: `核对到“${reviewNames[state]}”，发了 ${sum} 分` }]
      return []
    }),
  ]
}

// Added up without asking for the order, which concurrent transfers need not be read in.
function sums(personId: string, transfers: readonly Transfer[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { bucket, legs } of transfers)
    for (const { account, year, points } of legs) {
      if (account !== 'available' && account !== 'held' && account !== 'owed') continue
      const name = year === undefined ? `${bucket} ${account}` : `${bucket} ${account} ${year}`
      found.set(name, (found.get(name) ?? 0) + points)
    }
  if (transfers.some((each) => each.personId !== personId)) found.set('somebody else', 1)
  return found
}

/** The account that transfers in their order lead to: what every stored account must equal. */
export const replayed = (personId: string, transfers: readonly Transfer[]): Account =>
  transfers.reduce(afterTransfer, emptyAccount(personId))
