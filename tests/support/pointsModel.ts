import fc from 'fast-check'
import { Refusal } from '../../domain/errors.ts'
import type { Caller } from '../../domain/people/roles.ts'
import { type Account, afterTransfer, emptyAccount } from '../../domain/points/account.ts'
import { reverse, surrenderAll } from '../../domain/points/booking.ts'
import { type Cause, type PaidKind, paidKinds, reversalOf } from '../../domain/points/cause.ts'
import { expire, nextTick } from '../../domain/points/expiry.ts'
import type { Reused } from '../../domain/points/flags.ts'
import { buckets, type Transfer } from '../../domain/points/ledger.ts'
import { replayed } from '../../domain/points/reconcile.ts'
import {
  approve,
  ask,
  fulfil,
  giveUp,
  holdKey,
  isOver,
  type Redeemed,
} from '../../domain/points/redeeming.ts'
import type { Redemption } from '../../domain/points/redemption.ts'
import { appeal, drop, judge, judgedKey, reverseHeld } from '../../domain/points/review/judging.ts'
import { judged } from '../../domain/points/review/review.ts'
import type { Reward } from '../../domain/points/reward.ts'
import { transferId } from '../../domain/points/transfer.ts'
import { community, day, hat, hour, sent } from './exampleAppeal.ts'
import { carry, demand, heldOf, newWorld, reviewed, save, type World } from './pointsWorld.ts'

const riders = ['rider-0', 'rider-1', 'rider-2']
const secretaries: Caller[] = ['s-0', 's-1'].map((personId) => ({
  personId,
  hat: hat(community, 'secretary'),
}))
/** Three places, the last one far from the others. */
const here = { longitude: 123.43, latitude: 41.8 }
const places = [here, { ...here, latitude: 41.8001 }, { ...here, latitude: 42.5 }]
const reused: Reused = { photo: 'cloud://e/2.jpg', before: { title: '任务：扫雪', at: sent, own: true } }
const clerk: Caller = { personId: 'clerk', hat: hat(community, 'clerk') }

const actions = [
  'pay',
  'again',
  'reverse',
  'ask',
  'approve',
  'reject',
  'cancel',
  'fulfil',
  'clock',
  'delete',
  'judge',
  'appeal',
] as const
type Action = (typeof actions)[number]

/** One random thing that happens to somebody's points. */
interface Happening {
  action: Action
  who: number
  which: number
  later: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  action: fc.oneof(
    { weight: 12, arbitrary: fc.constant('pay' as const) },
    { weight: 24, arbitrary: fc.constantFrom(...actions.filter((each) => each !== 'delete')) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
  ),
  who: fc.nat(riders.length - 1),
  which: fc.nat(99),
  later: fc.oneof(fc.nat(hour), fc.nat(2 * day), fc.nat(40 * day)),
})

/** Sequences of up to so many happenings, half as many on average. */
export const pointsSequences = (length: number): fc.Arbitrary<Happening[]> =>
  fc.array(happening, { minLength: 1, maxLength: length, size: 'max' })

/** Lets it all happen and throws at the first thing that must never be. */
export function walkPoints(sequence: readonly Happening[]): Pick<World, 'actions' | 'refused'> {
  const world = newWorld()
  let now = sent
  for (const [index, each] of sequence.entries()) {
    now += each.later
    try {
      if (happen(world, each, now, index)) world.actions[each.action] = (world.actions[each.action] ?? 0) + 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      world.refused += 1
    }
    demand(world, now, riders[each.who] ?? '')
  }
  for (const rider of riders) {
    const own = world.transfers.filter(({ personId }) => personId === rider)
    const told = JSON.stringify(replayed(rider, own).buckets)
    if (told !== JSON.stringify((world.accounts.get(rider) ?? emptyAccount(rider)).buckets))
      throw new Error('the ledger tells something else than the account')
  }
  return world
}

function happen(world: World, { action, who, which }: Happening, now: number, index: number): boolean {
  const personId = riders[who] ?? ''
  const account = world.accounts.get(personId) ?? emptyAccount(personId)
  const own = [...world.redemptions.values()].filter((each) => each.personId === personId && each.open)
  const redemption = own[which % Math.max(1, own.length)]
  const attempt = { now, key: `step-${index}` }
  switch (action) {
    case 'pay': {
      const kind = paidKinds[which % paidKinds.length] as PaidKind
      const cause: Cause = {
        key: `cause:${index}`,
        kind,
        personId,
        communityId: community._id,
        cityId: 'city',
        title: '随手拍',
        at: now - (which % 3) * day,
        ...(kind === 'taskVerified' && { points: (which % 9) + 1 }),
        ...(kind === 'snapSeen' && { rank: (which % 8) + 1 }),
        evidence: { stood: { point: places[which % places.length] ?? here, radius: 0 } },
      }
      return carry(world, account, cause, which % 6 === 0 ? [reused] : [], now)
    }
    case 'again': {
      const cause = world.causes[which % Math.max(1, world.causes.length)]
      const holder = cause && (world.accounts.get(cause.personId) ?? emptyAccount(cause.personId))
      return cause !== undefined && !carry(world, holder ?? account, cause, [], now)
    }
    case 'reverse': {
      const causes = world.causes.filter((each) => each.personId === personId)
      const cause = causes[which % Math.max(1, causes.length)]
      const paid = cause && world.transfers.find(({ _id }) => _id === transferId(cause.key))
      if (!cause || !paid) return false
      const reversal = reversalOf(cause, now)
      if (world.transfers.some(({ _id }) => _id === transferId(reversal.key))) return false
      const review = world.reviews.get(paid._id)
      if (!review) return save(world, reverse(account, paid, reversal, now))
      const second = world.transfers.find(({ _id }) => _id === transferId(judgedKey(cause.key)))
      if (world.transfers.some(({ _id }) => _id === transferId(judgedKey(reversal.key)))) return false
      return reviewed(world, reverseHeld(account, review, { stands: paid, judged: second }, reversal, now))
    }
    case 'judge': {
      const held = heldOf(world, personId, judged)
      const review = held[which % Math.max(1, held.length)]
      const caller = secretaries[which % 2] as Caller
      if (!review) return false
      return reviewed(
        world,
        judge(account, review, { pays: which % 3 > 0, words: '看不清' }, { ...attempt, caller }),
      )
    }
    case 'appeal': {
      const [review] = heldOf(world, personId, ['denied'])
      const caller = { personId, hat: undefined }
      return (
        review !== undefined &&
        reviewed(world, { review: appeal(review, '在的', { ...attempt, caller }), bookings: [] })
      )
    }
    case 'ask': {
      const wanted = world.rewards[which % world.rewards.length] as Reward
      const asked = { id: `r-${index}`, code: '', secret: '', person: { trade: null } }
      return step(world, ask(account, wanted, asked, { ...attempt, caller: { personId, hat: undefined } }))
    }
    case 'approve': {
      if (!redemption) return false
      const caller = secretaries[which % 2] as Caller
      world.redemptions.set(redemption._id, approve(redemption, { ...attempt, caller }))
      return true
    }
    case 'fulfil':
      return (
        redemption !== undefined &&
        step(world, fulfil(account, redemption, heldFor(world, redemption), { ...attempt, caller: clerk }))
      )
    case 'reject':
    case 'cancel':
      return redemption !== undefined && free(world, account, redemption, action, attempt)
    case 'clock': {
      const late = own.find((each) => isOver(each, now))
      if (late) return free(world, account, late, 'expire', attempt)
      let done = false
      for (const bucket of buckets) {
        const before = world.accounts.get(personId) ?? account
        const transfer = expire(before, bucket, now)
        if (transfer) done = save(world, { transfer, account: afterExpiry(before, transfer) })
      }
      return done
    }
    case 'delete': {
      for (const each of own) {
        const current = world.accounts.get(personId) ?? account
        if (each.state === 'pending' || each.cancellable) free(world, current, each, 'cancel', attempt)
      }
      for (const review of heldOf(world, personId, ['waiting', 'denied', 'appealed']))
        reviewed(world, { review: drop(review, { ...attempt, caller: 'clock' }), bookings: [] })
      const bookings = surrenderAll(world.accounts.get(personId) ?? account, now)
      // The same person never comes back; here they do, under the same name, with nothing.
      if (bookings.some(({ transfer }) => world.transfers.some(({ _id }) => _id === transfer._id)))
        return false
      for (const booking of bookings) save(world, booking)
      return bookings.length > 0
    }
  }
}

const afterExpiry = (before: Account, transfer: Transfer): Account => {
  const account = afterTransfer(before, transfer)
  return { ...account, tickAt: nextTick(account) }
}

function free(
  world: World,
  account: Account,
  redemption: Redemption,
  action: 'reject' | 'cancel' | 'expire',
  attempt: { now: number; key: string },
): boolean {
  const caller =
    action === 'reject'
      ? (secretaries[0] as Caller)
      : action === 'cancel'
        ? { personId: redemption.personId, hat: undefined }
        : ('clock' as const)
  const from = world.rewards.find(({ _id }) => _id === redemption.reward.id)
  const held = heldFor(world, redemption)
  return step(world, giveUp(account, from, redemption, held, action, { ...attempt, caller }, ''))
}

function heldFor(world: World, { _id }: Redemption): Transfer {
  const found = world.transfers.find((each) => each._id === transferId(holdKey(_id)))
  if (!found) throw new Error('nothing was held')
  return found
}

function step(world: World, { redemption, booking, stock }: Redeemed): boolean {
  world.redemptions.set(redemption._id, redemption)
  if (stock)
    world.rewards = world.rewards.map((each) =>
      each._id === redemption.reward.id ? { ...each, ...stock } : each,
    )
  return save(world, booking)
}
