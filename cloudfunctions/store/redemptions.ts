import type { Redemption, RedemptionState } from '../../domain/points/redemption.ts'
import { beijingDate } from '../../domain/time.ts'
import { collection, command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** Redemptions with their logs. */
export const redemptions = collection<Redemption>('redemptions')

/** What a community may approve in a month, and what it has; asked and changed in the transaction of the approval. */
export interface Budget {
  _id: string
  limit: number
  spent: number
  version: number
}
export const budgets = collection<Budget>('budgets')

/** The standing budget of an organisation, from which each month's begins. */
export const budgetId = (organisationId: string): string => `budget-${organisationId}`
export const monthBudgetId = (organisationId: string, at: number): string =>
  `budget-${organisationId}-${beijingDate(at).slice(0, 7)}`

/** The one with a code; undefined when there is none. */
export async function redemptionByCode(code: string): Promise<Redemption | undefined> {
  return (await redemptions.find({ where: { code }, limit: 1 }))[0]
}

/** A person's own, newest first. */
export function redemptionsOf(
  personId: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Redemption[]> {
  return newestFirst({ personId }, from, limit)
}

/** What a person has not picked up yet; they may be one of each reward. */
export function openRedemptionsOf(personId: string, limit: number): Promise<Redemption[]> {
  return newestFirst({ personId, open: true }, undefined, limit)
}

/** Those of an organisation and of all below it in a state, what has waited longest first. */
export function redemptionsAt(
  scope: string,
  state: RedemptionState,
  from: Cursor | undefined,
  limit: number,
): Promise<Redemption[]> {
  const where = { scopes: scope, state }
  return redemptions.find({
    where: from ? after(where, ['createdAt', 'asc'], from) : where,
    sort: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** How many of these there are, `most` at most. */
export const countRedemptionsAt = (scope: string, state: RedemptionState, most: number): Promise<number> =>
  redemptions.countUpTo({ scopes: scope, state }, most)

/** Takes out of what somebody ever redeemed what they called themselves; nobody is left to be told. */
export async function forgetRedeemer(personId: string): Promise<void> {
  await redemptions.update({ personId }, { 'history.nickname': command.remove(), untold: false })
}

/** Of what somebody may not have been told yet, and what was not picked up in time, for the timer. */
export function dueRedemptions(now: number, limit: number): Promise<Redemption[]> {
  return redemptions.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Open ones of persons after one and up to another, for the check of the ledger. */
export function openBetween(
  { after, upTo }: { after: string; upTo: string | undefined },
  limit: number,
): Promise<Redemption[]> {
  const above = { personId: command.gt(after) }
  const where = upTo === undefined ? above : command.and([above, { personId: command.lte(upTo) }])
  return redemptions.find({
    where: command.and([{ open: true }, where]) as unknown as Where,
    sort: [
      ['personId', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

function newestFirst(where: Where, from: Cursor | undefined, limit: number): Promise<Redemption[]> {
  return redemptions.find({
    where: from ? after(where, ['createdAt', 'desc'], from) : where,
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}
