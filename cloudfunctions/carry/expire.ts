import { noDue } from '../../domain/appeal/appeal.ts'
import type { Account } from '../../domain/points/account.ts'
import { afterTransfer } from '../../domain/points/account.ts'
import type { Booking } from '../../domain/points/booking.ts'
import { announcedBefore, expire, expiresAt, expiringWith, nextTick } from '../../domain/points/expiry.ts'
import { buckets } from '../../domain/points/ledger.ts'
import { afterTelling, isOver } from '../../domain/points/redeeming.ts'
import type { Redemption } from '../../domain/points/redemption.ts'
import { expiringNotice, redemptionNotice } from '../../domain/points/telling.ts'
import { stepFailed } from '../log.ts'
import { accountIn, accounts, book, dueAccounts, saveAnnounced } from '../store/accounts.ts'
import { deliver } from '../store/notices.ts'
import { dueRedemptions, redemptions } from '../store/redemptions.ts'
import { inTransaction } from '../store/transaction.ts'
import { BookedBefore } from '../store/transfers.ts'
import { releaseRedemption } from './release.ts'

const batch = 50
const together = 10
/** What fails must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000

/**
 * Lets expire what has: codes that nobody came with, points whose years are over. Announces those that will, and tells of
 * redemptions what a call that was broken off did not.
 */
export async function expireAll(now: () => number, until: number): Promise<void> {
  while (now() < until) {
    const at = now()
    const late = await dueRedemptions(at, batch)
    const due = await dueAccounts(at, batch)
    if (late.length + due.length === 0) return
    for (let start = 0; start < Math.max(late.length, due.length); start += together)
      await Promise.all([
        ...late.slice(start, start + together).map((redemption) =>
          lookAtRedemption(redemption, at).catch(async (error: Error) => {
            stepFailed('redemption', error, redemption._id)
            await redemptions.update({ _id: redemption._id }, { tickAt: at + again })
          }),
        ),
        ...due.slice(start, start + together).map((account) =>
          lookAtAccount(account, at).catch(async (error: Error) => {
            stepFailed('account', error)
            await accounts.update({ _id: account._id }, { tickAt: at + again })
          }),
        ),
      ])
  }
}

async function lookAtRedemption(redemption: Redemption, now: number): Promise<void> {
  const after = isOver(redemption, now) ? await expireRedemption(redemption, now) : redemption
  if (after.untold) await deliver([redemptionNotice(after)])
  // Where somebody took a step meanwhile, that one is still to be told.
  await redemptions.update({ _id: after._id, version: after.version }, afterTelling(after))
}

function expireRedemption({ _id }: Redemption, now: number): Promise<Redemption> {
  const attempt = { caller: 'clock', now, key: `expire-${_id}` } as const
  return releaseRedemption(_id, 'expire', attempt, '', (found) => {
    if (!found) throw new Error('a redemption is due and is not there')
    return found
  })
}

/** Expires what is over, then announces what will be. */
async function lookAtAccount(account: Account, now: number): Promise<void> {
  const after = await expirePoints(account, now)
  const year = after.buckets.volunteer.lots
    .concat(after.buckets.supervision.lots)
    .filter(({ available }) => available > 0)
    .reduce((oldest, lot) => Math.min(oldest, lot.year), noDue)
  if (year === noDue || after.announced >= year || expiresAt(year) - announcedBefore > now) {
    if (after === account) await saveAnnounced(after, after.announced, nextTick(after))
    return
  }
  await deliver([expiringNotice(after._id, expiringWith(after, year), year, now)])
  await saveAnnounced(after, year, nextTick({ ...after, announced: year }))
}

async function expirePoints(account: Account, now: number): Promise<Account> {
  if (!buckets.some((bucket) => expire(account, bucket, now))) return account
  try {
    return await inTransaction(async (transaction) => {
      const before = await accountIn(transaction, account._id)
      const bookings: Booking[] = []
      let current = before
      for (const bucket of buckets) {
        const transfer = expire(current, bucket, now)
        if (!transfer) continue
        const moved = afterTransfer(current, transfer)
        current = { ...moved, tickAt: nextTick(moved) }
        bookings.push({ transfer, account: current })
      }
      await book(transaction, before, ...bookings)
      return current
    })
  } catch (error) {
    // Another run was faster: it is looked at again.
    if (error instanceof BookedBefore) return account
    throw error
  }
}
