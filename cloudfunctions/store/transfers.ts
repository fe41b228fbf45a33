import type { Transfer } from '../../domain/points/ledger.ts'
import { collection, command, isDuplicate } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import type { Transaction } from './transaction.ts'

/** Every movement of points. Only transactions add to it, together with the account; nothing edits or removes what moved. */
export const transfers = collection<Transfer>('transfers')

/** The cause has been booked before: nothing is to be done, and trying again would change nothing. */
export class BookedBefore extends Error {
  constructor(id: string) {
    super(`transfer ${id} is there`)
  }
}

/** Adds a transfer within a transaction; throws BookedBefore when its cause was booked. */
export async function addTransfer(transaction: Transaction, transfer: Transfer): Promise<void> {
  try {
    await transaction.add(transfers, transfer)
  } catch (error) {
    if (isDuplicate(error)) throw new BookedBefore(transfer._id)
    throw error
  }
}

/** Transfers that the rankings have not counted, person by person, of persons after one. */
export function transfersToRank(after: string, limit: number): Promise<Pick<Transfer, '_id' | 'personId'>[]> {
  return transfers.find({
    where: { toRank: true, personId: command.gt(after) },
    sort: [
      ['personId', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    only: ['personId'],
  })
}

/** Those of one person. */
export function transfersToRankOf(personId: string, limit: number): Promise<Transfer[]> {
  return transfers.find({ where: { toRank: true, personId }, sort: [['_id', 'asc']], limit })
}

/** Marks what a person was paid before there were rankings as not counted yet. */
export async function markUnranked(personId: string): Promise<void> {
  await transfers.update(
    { personId, kind: command.in(['pay', 'reverse']), toRank: command.exists(false) },
    { toRank: true },
  )
}

/** The transfers with these ids that exist, in no order. */
export function transfersById(ids: string[]): Promise<Transfer[]> {
  return transfers.find({ where: { _id: command.in(ids) }, limit: ids.length })
}

/** A person's transfers of a month, newest first. */
export function statementOf(
  personId: string,
  month: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Transfer[]> {
  const where = { personId, month }
  return transfers.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** All of a person's, oldest first, for their own copy. */
export function transfersOf(personId: string, from: Cursor | undefined, limit: number): Promise<Transfer[]> {
  const where = { personId }
  return transfers.find({
    where: from ? after(where, ['at', 'asc'], from) : where,
    sort: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** A month's transfers of an organisation, person by person in the order of time; `from`: whose come next. */
export function transfersByPerson(
  scope: string,
  month: string,
  from: string | undefined,
  limit: number,
): Promise<Transfer[]> {
  return transfers.find({
    where: { scopes: scope, month, ...(from !== undefined && { personId: command.gte(from) }) },
    sort: [
      ['personId', 'asc'],
      ['at', 'asc'],
    ],
    limit,
  })
}

/** Transfers of persons after one and up to another, by person; for the check of the ledger. */
export function transfersBetween(
  { after, upTo }: { after: string; upTo: string | undefined },
  from: { personId: string; id: string } | undefined,
  limit: number,
): Promise<Transfer[]> {
  const last = upTo === undefined ? {} : { personId: command.lte(upTo) }
  const rest = from
    ? command.or([
        { personId: from.personId, _id: command.gt(from.id) },
        { personId: command.gt(from.personId) },
      ])
    : { personId: command.gt(after) }
  const bound = { personId: from ? command.gte(from.personId) : command.gt(after) }
  return transfers.find({
    where: command.and([bound, rest, last]) as unknown as Record<string, unknown>,
    sort: [
      ['personId', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}
