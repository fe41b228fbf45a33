import { type Account, emptyAccount } from '../../domain/points/account.ts'
import type { Booking } from '../../domain/points/booking.ts'
import { collection, command } from './collection.ts'
import type { Transaction } from './transaction.ts'
import { addTransfer } from './transfers.ts'

/** Everybody's points: one document a person. */
export const accounts = collection<Account>('accounts')

/** The account of a person, as a transaction sees it; an empty one for who never had points. */
export async function accountIn(transaction: Transaction, personId: string): Promise<Account> {
  return (await transaction.get(accounts, personId)) ?? emptyAccount(personId)
}

/** Writes transfers and the account after the last of them; throws BookedBefore when the cause of one was booked. */
export async function book(transaction: Transaction, before: Account, ...bookings: Booking[]): Promise<void> {
  for (const { transfer } of bookings) await addTransfer(transaction, transfer)
  const last = bookings.at(-1)
  if (!last) return
  const { _id, buckets, ...rest } = last.account
  if (before.version === 0) await transaction.add(accounts, last.account)
  // An object must be set as a whole, or fields of it that are gone would stay.
  else await transaction.update(accounts, _id, { ...rest, buckets: command.set(buckets) })
}

/** Accounts that the timer must look at by a moment, what has waited longest first. */
export function dueAccounts(now: number, limit: number): Promise<Account[]> {
  return accounts.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Writes down what was announced to expire; false when points moved meanwhile. */
export async function saveAnnounced(
  { _id, version }: Account,
  announced: number,
  tickAt: number,
): Promise<boolean> {
  return (await accounts.update({ _id, version }, { announced, tickAt })) === 1
}

/** Accounts by id from `after` on, for the check of the ledger. */
export function accountsAfter(after: string, limit: number): Promise<Account[]> {
  return accounts.find({ where: { _id: command.gt(after) }, sort: [['_id', 'asc']], limit })
}
