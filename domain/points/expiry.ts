import { noDue } from '../appeal/appeal.ts'
import { inBeijing } from '../time.ts'
import type { Account } from './account.ts'
import { type Bucket, bucketNames, buckets, type Move, type Transfer } from './ledger.ts'
import { transferOf } from './transfer.ts'

/** How long before points expire the person is told, in milliseconds. */
export const announcedBefore = 30 * 86_400_000

/** The year in Beijing. */
export const yearOf = (at: number): number => inBeijing(at).year()

/** The first moment at which points earned in a year are gone: they live until the end of the next one. */
export const expiresAt = (year: number): number => Date.parse(`${year + 2}-01-01T00:00:00+08:00`)

/** The oldest year whose points are alive at a moment. */
export const oldestAlive = (now: number): number => yearOf(now) - 1

/** The year that points count into which arrive now for something then: never one that is over already. */
export const lotYear = (at: number, now: number): number => Math.max(yearOf(at), oldestAlive(now))

/** Points of a bucket that are alive, oldest first. */
export function aliveLots(account: Account, bucket: Bucket, now: number): { year: number; points: number }[] {
  return account.buckets[bucket].lots.flatMap(({ year, available }) =>
    year >= oldestAlive(now) && available > 0 ? [{ year, points: available }] : [],
  )
}

/** What can be spent of a bucket; what has expired and waits to be booked is not among it. */
export const spendable = (account: Account, bucket: Bucket, now: number): number =>
  aliveLots(account, bucket, now).reduce((sum, { points }) => sum + points, 0)

/** Points that are gone within the time of the announcement, and the last day on which they can be used. */
export function expiringSoon(
  account: Account,
  bucket: Bucket,
  now: number,
): { points: number; lastDay: number } | undefined {
  const [oldest] = aliveLots(account, bucket, now)
  if (!oldest) return undefined
  const end = expiresAt(oldest.year)
  return end - announcedBefore <= now ? { points: oldest.points, lastDay: end - 1 } : undefined
}

/** When the timer must look at an account next: to announce, or to let points expire. */
export function nextTick(account: Account): number {
  const years = buckets.flatMap((bucket) =>
    account.buckets[bucket].lots.flatMap(({ year, available }) => (available > 0 ? [year] : [])),
  )
  if (years.length === 0) return noDue
  const year = Math.min(...years)
  return expiresAt(year) - (account.announced < year ? announcedBefore : 0)
}

/** What expires of a bucket at a moment; undefined when nothing does. Points promised to a redemption wait for it. */
export function expire(account: Account, bucket: Bucket, now: number): Transfer | undefined {
  const dead = account.buckets[bucket].lots.filter(
    ({ year, available }) => available > 0 && year < oldestAlive(now),
  )
  const year = dead.at(-1)?.year
  if (year === undefined) return undefined
  const moves = dead.map(
    (lot): Move => ({
      from: { account: 'available', year: lot.year },
      to: { account: 'expired' },
      points: lot.available,
    }),
  )
  const points = dead.reduce((sum, lot) => sum + lot.available, 0)
  return transferOf(
    {
      kind: 'expire',
      personId: account._id,
      bucket,
      // Points of several communities are one balance; what nobody spent belongs to none.
      communityId: '',
      scopes: [],
      at: now,
      cause: { key: `expiry:${account._id}:${bucket}:${year}`, kind: 'expiry' },
      title: `${bucketNames[bucket]}到期`,
      arithmetic: `${year} 年得的，到 ${year + 1} 年底为止：${points} 分`,
    },
    moves,
  )
}

/** Points of all buckets that expire with a year: for the announcement. */
export const expiringWith = (account: Account, year: number): number =>
  buckets.reduce(
    (sum, bucket) => sum + (account.buckets[bucket].lots.find((lot) => lot.year === year)?.available ?? 0),
    0,
  )
