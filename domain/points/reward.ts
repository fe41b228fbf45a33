import { beijingDate } from '../time.ts'
import type { Account, Taken } from './account.ts'
import type { Bucket } from './ledger.ts'

/** What points can be turned into (points.md, Shop). */
export const rewardNames = {
  goods: '实物',
  coupon: '券',
  ticket: '票',
  service: '服务',
  privilege: '优待',
} as const satisfies Record<string, string>
export type RewardKind = keyof typeof rewardNames
export const rewardKinds = Object.keys(rewardNames) as RewardKind[]

/** How long a stock lasts: once and for all, or filled up again each month. */
export const stockNames = { once: '一共', month: '每月' } as const satisfies Record<string, string>
export type StockPeriod = keyof typeof stockNames

/** Drawn where there is no photo: names of the kit's icons. */
export const rewardPictures = {
  goods: 'gift',
  coupon: 'ticket-check',
  ticket: 'ticket-check',
  service: 'wrench',
  privilege: 'award',
} as const satisfies Record<RewardKind, string>

/** One thing in a shop: what is left is counted in the same document, so that the last one goes to one person. */
export interface Reward {
  _id: string
  name: string
  kind: RewardKind
  words: string
  /** 副, 张, 次 */
  unit: string
  /** The file id of its picture. */
  photo?: string
  cost: number
  bucket: Bucket
  /** The community or city whose shop it is in, and all above it: who administers one of them looks after it. */
  organisation: { id: string; name: string }
  scopes: string[]
  /** Where it is handed over: by that merchant's clerks alone; absent: by those of the organisation itself. */
  merchant?: { id: string; name: string }
  pickUp: string
  stock: { period: StockPeriod; size: number }
  left: number
  /** The month that `left` counts for; '' for a stock that is there once. */
  period: string
  perPerson: number
  /** Whether the person may still give it back once it was approved. */
  cancellable: boolean
  /** When it can be asked for, in milliseconds. */
  from: number
  until: number | null
  shown: boolean
  createdAt: number
  version: number
}

/** The period that a moment falls into, for stock and for the limit per person. */
export const periodOf = ({ stock }: Pick<Reward, 'stock'>, now: number): string =>
  stock.period === 'month' ? beijingDate(now).slice(0, 7) : ''

/** What is left at a moment as it is counted: below zero where more was promised than there is. */
export const stockLeft = (reward: Pick<Reward, 'stock' | 'left' | 'period'>, now: number): number =>
  reward.period === periodOf(reward, now) ? reward.left : reward.stock.size

/** How many can be had at a moment: a new month begins with a full stock. */
export const leftOf = (reward: Pick<Reward, 'stock' | 'left' | 'period'>, now: number): number =>
  Math.max(0, stockLeft(reward, now))

/** Whether it can be asked for at a moment at all. */
export const isOffered = ({ shown, from, until }: Reward, now: number): boolean =>
  shown && from <= now && (until === null || now < until)

/** How often somebody has taken a reward in its present period. */
export function takenOf(
  { taken }: Pick<Account, 'taken'>,
  reward: Pick<Reward, '_id' | 'stock'>,
  now: number,
): Taken {
  const period = periodOf(reward, now)
  const found = taken.find((each) => each.rewardId === reward._id && each.period === period)
  return found ?? { rewardId: reward._id, period, count: 0, open: 0 }
}

/** An account that remembers what was taken or given back; what counts for nothing any more is forgotten. */
export function noteTaken(
  account: Account,
  { rewardId, period }: Pick<Taken, 'rewardId' | 'period'>,
  change: { count: number; open: number },
  now: number,
): Account {
  const month = beijingDate(now).slice(0, 7)
  const found = account.taken.find((each) => each.rewardId === rewardId && each.period === period)
  const others = account.taken.filter(
    (each) => each !== found && (each.open > 0 || each.period === '' || each.period >= month),
  )
  const count = Math.max(0, (found?.count ?? 0) + change.count)
  const open = Math.max(0, (found?.open ?? 0) + change.open)
  return { ...account, taken: count + open > 0 ? [...others, { rewardId, period, count, open }] : others }
}

/** What a stock is after one more, or one less; a period that is over takes nothing back. */
export function stockAfter(
  reward: Reward,
  change: 1 | -1,
  period: string,
  now: number,
): Pick<Reward, 'left' | 'period'> {
  const current = periodOf(reward, now)
  const left = stockLeft(reward, now)
  return { left: period === current ? Math.min(reward.stock.size, left + change) : left, period: current }
}
