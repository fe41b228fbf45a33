import { type Account, availableOf } from '../../domain/points/account.ts'
import type { Booking } from '../../domain/points/booking.ts'
import type { Cause } from '../../domain/points/cause.ts'
import type { Reused } from '../../domain/points/flags.ts'
import type { Transfer } from '../../domain/points/ledger.ts'
import { reckon } from '../../domain/points/reckoning.ts'
import { personFaults } from '../../domain/points/reconcile.ts'
import type { Redemption } from '../../domain/points/redemption.ts'
import { type Reviewed, settle } from '../../domain/points/review/judging.ts'
import type { Review, ReviewState } from '../../domain/points/review/review.ts'
import { leftOf, type Reward } from '../../domain/points/reward.ts'
import { startingRules } from '../../domain/points/rules.ts'
import { transferId } from '../../domain/points/transfer.ts'
import { community } from './exampleAppeal.ts'

/** Everybody's points, and all that has happened to them. */
export interface World {
  accounts: Map<string, Account>
  transfers: Transfer[]
  reviews: Map<string, Review>
  causes: Cause[]
  rewards: Reward[]
  redemptions: Map<string, Redemption>
  actions: Record<string, number>
  refused: number
}

export const newWorld = (): World => ({
  accounts: new Map(),
  transfers: [],
  reviews: new Map(),
  causes: [],
  rewards: [0, 1, 2].map(reward),
  redemptions: new Map(),
  actions: {},
  refused: 0,
})

const reward = (index: number): Reward => ({
  _id: `reward-${index}`,
  name: '保暖手套',
  kind: 'goods',
  words: '',
  unit: '副',
  cost: [1, 8, 120][index] ?? 1,
  bucket: 'volunteer',
  organisation: { id: community._id, name: community.name },
  scopes: [community._id, 'street', 'district', 'city'],
  pickUp: '一楼',
  stock: { period: index === 1 ? 'month' : 'once', size: 4 },
  left: 4,
  period: '',
  perPerson: 3,
  cancellable: index !== 1,
  from: 0,
  until: null,
  shown: true,
  createdAt: 0,
  version: 1,
})

const city = startingRules('city', true)

/** As cloudfunctions/carry/pay.ts does; false when it was paid before or pays nothing. */
export function carry(
  world: World,
  account: Account,
  cause: Cause,
  photos: readonly Reused[],
  now: number,
): boolean {
  if (world.transfers.some(({ _id }) => _id === transferId(cause.key))) return false
  const reckoned = reckon(cause, account.paid, undefined, city)
  if (!reckoned) return false
  world.causes.push(cause)
  const { booking, held } = settle(account, cause, reckoned, photos, now)
  if (held) world.reviews.set(booking.transfer._id, held({ ...community, ancestors: ['street', 'city'] }))
  return save(world, booking)
}

export const heldOf = (world: World, personId: string, states: readonly ReviewState[]): Review[] =>
  [...world.reviews.values()].filter((each) => each.personId === personId && states.includes(each.state))

export function reviewed(world: World, { review, bookings }: Reviewed): boolean {
  const changed = world.reviews.get(review._id) !== review
  world.reviews.set(review._id, review)
  for (const booking of bookings) save(world, booking)
  return changed || bookings.length > 0
}

export function save(world: World, { transfer, account }: Booking): boolean {
  if (world.transfers.some(({ _id }) => _id === transfer._id)) throw new Error('booked twice')
  world.transfers.push(transfer)
  world.accounts.set(account._id, account)
  return true
}

/** What must hold after everything that happens. */
export function demand(world: World, now: number, personId: string): void {
  const own = world.transfers.filter((each) => each.personId === personId)
  const open = [...world.redemptions.values()].filter((each) => each.personId === personId && each.open)
  const cost = open.reduce((sum, { points }) => sum + points, 0)
  const account = world.accounts.get(personId)
  const reviews = [...world.reviews.values()].filter((each) => each.personId === personId)
  const [fault] = personFaults(personId, account, own, cost, reviews)
  if (fault) throw new Error(`${fault.id} ${fault.fault}`)
  for (const { _id, stock, left, period } of world.rewards) {
    const bound = [...world.redemptions.values()].filter(
      (each) => each.reward.id === _id && each.period === period && (each.open || each.state === 'fulfilled'),
    )
    if (left < 0 || left > stock.size) throw new Error(`${_id} has ${left} left`)
    if (leftOf({ stock, left, period }, now) === left && period !== '' && bound.length !== stock.size - left)
      throw new Error(`${_id} lost a piece`)
    if (stock.period === 'once' && bound.length !== stock.size - left) throw new Error(`${_id} lost a piece`)
  }
  if (
    account &&
    availableOf(account.buckets.supervision) > 0 &&
    open.some(({ bucket }) => bucket === 'supervision')
  )
    throw new Error('supervision points bought something')
}
