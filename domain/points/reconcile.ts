import { type Account, afterTransfer, balancesOf, emptyAccount, heldOf } from './account.ts'
import { buckets, type Transfer } from './ledger.ts'

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
 * is below zero, and what is held is what their open redemptions cost. `account` is undefined where there is none.
 */
export function personFaults(
  personId: string,
  account: Account | undefined,
  transfers: readonly Transfer[],
  openCost: number,
): LedgerFault[] {
  const faults = transfers.flatMap((transfer) => transferFault(transfer) ?? [])
  const fault = (text: string) => faults.push({ id: personId, fault: text })
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
