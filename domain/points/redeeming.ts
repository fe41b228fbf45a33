import { noDue } from '../appeal/appeal.ts'
import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { Person } from '../people/person.ts'
import type { Caller } from '../people/roles.ts'
import { type Numbers, settingOf } from '../settings/settings.ts'
import type { Account } from './account.ts'
import { type Booking, hold, release, spend } from './booking.ts'
import type { Transfer } from './ledger.ts'
import { pointsLimits } from './limits.ts'
import {
  fitsRedemption,
  isTold,
  type Redemption,
  type RedemptionAction,
  redemptionNames,
  redemptionSteps,
} from './redemption.ts'
import { isOffered, leftOf, noteTaken, periodOf, type Reward, stockAfter, takenOf } from './reward.ts'

/** What the secretary sees beside it. */
export const historyOf = (
  { paid, taken }: Pick<Account, 'paid' | 'taken'>,
  { trade, nickname }: Pick<Person, 'trade' | 'nickname'>,
): Redemption['history'] => ({
  trade,
  ...(nickname !== undefined && { nickname }),
  earned: paid.reduce((sum, each) => sum + each.points, 0),
  redeemed: taken.reduce((sum, each) => sum + each.count, 0),
})

export interface RedeemAttempt {
  caller: Caller | 'clock'
  now: number
  key: string
}

/** What one step of a redemption changes, all of it together or nothing. */
export interface Redeemed {
  redemption: Redemption
  booking: Booking
  stock: Pick<Reward, 'left' | 'period'> | undefined
}

/** 兑换: promises the points and the piece. Refuses what is not there, not for them, more than allowed, or twice at once. */
export function ask(
  account: Account,
  reward: Reward,
  asked: { id: string; code: string; secret: string; person: Pick<Person, 'trade' | 'nickname'> },
  attempt: RedeemAttempt & { caller: Caller },
): Redeemed {
  const { now, caller } = attempt
  if (!isOffered(reward, now)) throw new Refusal('REWARD_NOT_FOUND')
  const taken = takenOf(account, reward, now)
  if (account.taken.some(({ rewardId, open }) => rewardId === reward._id && open > 0))
    throw new Refusal('REDEEMING_ALREADY', { name: reward.name })
  if (taken.count >= reward.perPerson) throw new Refusal('TAKEN_ENOUGH', { name: reward.name })
  if (leftOf(reward, now) <= 0) throw new Refusal('SOLD_OUT', { name: reward.name })
  const { id, code, secret, person } = asked
  const { _id, name, kind, unit, photo, cost, bucket, organisation, scopes, merchant, pickUp, cancellable } =
    reward
  const redemption: Redemption = {
    _id: id,
    personId: caller.personId,
    reward: { id: _id, name, kind, unit, ...(photo !== undefined && { photo }) },
    points: cost,
    bucket,
    organisation,
    scopes,
    handedBy: merchant ?? organisation,
    pickUp,
    cancellable,
    period: periodOf(reward, now),
    state: 'pending',
    open: true,
    history: historyOf(account, person),
    code,
    secret,
    expiresAt: 0,
    approvedBy: [],
    log: [],
    untold: false,
    tickAt: noDue,
    createdAt: now,
    updatedAt: now,
    version: 0,
  }
  const asking = stepped(redemption, 'ask', 'pending', attempt, '')
  const booking = hold(account, factsOf(asking, 'hold'), { points: cost, bucket }, now)
  const count = { count: 1, open: 1 }
  const noted = noteTaken(booking.account, { rewardId: _id, period: redemption.period }, count, now)
  return {
    redemption: asking,
    booking: { ...booking, account: noted },
    stock: stockAfter(reward, -1, redemption.period, now),
  }
}

/** Refuses what the table does not allow. */
export function requireStep(redemption: Redemption, action: RedemptionAction): void {
  if (!fitsRedemption(action, redemption.state))
    throw new Refusal('REDEMPTION_MOVED', { state: redemptionNames[redemption.state] })
}

/**
 * 批准: nobody their own; above the limit by two. The budget is asked by whoever carries it out. `numbers`: what the city
 * has set.
 */
export function approve(
  redemption: Redemption,
  attempt: RedeemAttempt & { caller: Caller },
  numbers?: Numbers,
): Redemption {
  const { personId } = attempt.caller
  requireStep(redemption, 'approve')
  if (redemption.personId === personId) throw new Refusal('REDEMPTION_OWN')
  if (redemption.approvedBy.includes(personId)) throw new Refusal('SECOND_APPROVER')
  const approvedBy = [...redemption.approvedBy, personId]
  if (approvedBy.length < approversOf(redemption))
    return { ...stepped(redemption, 'approve', 'pending', attempt, ''), approvedBy }
  const expiresAt = attempt.now + settingOf(numbers, 'codeDays') * day
  return { ...stepped(redemption, 'approve', 'approved', attempt, ''), approvedBy, expiresAt }
}

const day = 86_400_000

/** How many people a redemption needs to approve it. */
export const approversOf = ({ points }: Pick<Redemption, 'points'>): number =>
  points > pointsLimits.fourEyes ? 2 : 1

/** Whether one more approval lets it be picked up: then the budget must have room for it. */
export const isLastApproval = (redemption: Redemption): boolean =>
  redemption.approvedBy.length + 1 >= approversOf(redemption)

/** 核销: handed over against the code, once, by who hands it over, before its day is over. */
export function fulfil(
  account: Account,
  redemption: Redemption,
  held: Transfer,
  attempt: RedeemAttempt & { caller: Caller },
): Redeemed {
  requireRedeemable(redemption, attempt)
  const booking = spend(account, held, factsOf(redemption, 'spend'), attempt.now)
  return {
    redemption: stepped(redemption, 'fulfil', 'fulfilled', attempt, ''),
    booking: closed(booking, redemption, { count: 0, open: -1 }, attempt.now),
    stock: undefined,
  }
}

/** Refuses a code that is spent, late, of another merchant, or one's own. */
export function requireRedeemable(
  redemption: Redemption,
  { caller, now }: { caller: Caller; now: number },
): void {
  if (redemption.handedBy.id !== caller.hat?.organisation.id)
    throw new Refusal('CODE_ELSEWHERE', { name: redemption.handedBy.name })
  if (redemption.state === 'fulfilled') throw new Refusal('CODE_SPENT')
  requireStep(redemption, 'fulfil')
  if (now >= redemption.expiresAt) throw new Refusal('CODE_LATE')
  if (redemption.personId === caller.personId) throw new Refusal('REDEMPTION_OWN')
}

/** 不批, 不要了 and 过期: points and stock are free again. */
export function giveUp(
  account: Account,
  reward: Reward | undefined,
  redemption: Redemption,
  held: Transfer,
  action: 'reject' | 'cancel' | 'expire' | 'leave',
  attempt: RedeemAttempt,
  words: string,
): Redeemed {
  requireStep(redemption, action)
  if (action === 'cancel' && redemption.state === 'approved' && !redemption.cancellable)
    throw new Refusal('NOT_CANCELLABLE', { name: redemption.reward.name })
  const to = redemptionSteps[action].to[0]
  const booking = release(account, held, factsOf(redemption, 'release'), attempt.now)
  return {
    redemption: stepped(redemption, action, to, attempt, words),
    booking: closed(booking, redemption, { count: -1, open: -1 }, attempt.now),
    stock: reward && stockAfter(reward, 1, redemption.period, attempt.now),
  }
}

/** Whether nobody came with the code while it was good. */
export const isOver = ({ state, expiresAt }: Redemption, now: number): boolean =>
  state === 'approved' && now >= expiresAt

/** What the timer leaves of a redemption once its person has been told: it comes again when the code ends, or never. */
export const afterTelling = ({ state, expiresAt }: Redemption): { untold: boolean; tickAt: number } => ({
  untold: false,
  tickAt: state === 'approved' ? expiresAt : noDue,
})

function closed(
  booking: Booking,
  { reward, period }: Redemption,
  change: { count: number; open: number },
  now: number,
): Booking {
  return { ...booking, account: noteTaken(booking.account, { rewardId: reward.id, period }, change, now) }
}

function stepped(
  redemption: Redemption,
  action: RedemptionAction,
  to: Redemption['state'],
  { caller, now, key }: RedeemAttempt,
  words: string,
): Redemption {
  const untold = isTold(to)
  const actor = actorOf(own.includes(action) ? bare(caller) : caller)
  return {
    ...redemption,
    state: to,
    open: to === 'pending' || to === 'approved',
    log: [...redemption.log, { key, action, actor, at: now, words }],
    untold,
    // Whoever took the step tells at once; the timer comes by in case they could not.
    tickAt: untold ? now : noDue,
    updatedAt: now,
    version: redemption.version + 1,
  }
}

/** What people do as themselves, whatever hat they wear. */
const own: readonly RedemptionAction[] = ['ask', 'cancel', 'leave']

const bare = (caller: RedeemAttempt['caller']) =>
  caller === 'clock' ? caller : { personId: caller.personId, hat: undefined }

const words = { hold: '批了才能领，领的时候才扣', release: '退回来了，一分没少', spend: '领走了' } as const

function factsOf({ _id, personId, organisation, scopes, reward }: Redemption, what: keyof typeof words) {
  return {
    personId,
    communityId: organisation.id,
    scopes: [...new Set([organisation.id, scopes.at(-1) ?? organisation.id])],
    cause: {
      key: `redemption:${_id}:${what}`,
      kind: 'redemption' as const,
      about: { what: 'redemption' as const, id: _id },
    },
    title: `兑换：${reward.name} 1 ${reward.unit}`,
    arithmetic: words[what],
  }
}

/** The key of the transfer that holds what a redemption costs. */
export const holdKey = (redemptionId: string): string => `redemption:${redemptionId}:hold`
