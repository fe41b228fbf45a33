import { describe, expect, it } from 'vitest'
import { codeOf, community, day, hat, other, sent } from '../../tests/support/exampleAppeal.ts'
import { noDue } from '../appeal/appeal.ts'
import type { Caller } from '../people/roles.ts'
import { availableOf, emptyAccount } from './account.ts'
import { pay } from './booking.ts'
import { checkDigit, codeWords, digitsOf, isCode, scannedCode, scanText } from './code.ts'
import { afterTelling, approve, ask, fulfil, giveUp, isOver } from './redeeming.ts'
import {
  fitsRedemption,
  type Redemption,
  type RedemptionAction,
  type RedemptionState,
  redemptionNames,
  redemptionSteps,
} from './redemption.ts'
import type { Reward } from './reward.ts'
import { redemptionNotice } from './telling.ts'

const gloves: Reward = {
  _id: 'gloves',
  name: '保暖手套',
  kind: 'goods',
  words: '',
  unit: '副',
  cost: 30,
  bucket: 'volunteer',
  organisation: { id: community._id, name: community.name },
  scopes: [community._id, 'city'],
  pickUp: '一楼',
  stock: { period: 'once', size: 12 },
  left: 12,
  period: '',
  perPerson: 1,
  cancellable: true,
  from: 0,
  until: null,
  shown: true,
  createdAt: 0,
  version: 1,
}
const rider: Caller = { personId: 'rider', hat: undefined }
const secretary = (personId: string): Caller => ({ personId, hat: hat(community, 'secretary') })
const clerk = (holder = community): Caller => ({ personId: 'clerk', hat: hat(holder, 'clerk') })
let steps = 0
const by = (caller: Caller, now = sent) => {
  steps += 1
  return { caller, now, key: `key-${steps}` }
}
const cause = {
  key: 'c',
  kind: 'taskVerified',
  personId: 'rider',
  communityId: 'c',
  cityId: 'city',
  title: '',
  at: sent,
} as const
const rich = (points = 200) =>
  pay(
    emptyAccount('rider'),
    cause,
    { points, bucket: 'volunteer', arithmetic: '', basis: { scope: 'city', version: 1, tags: [] } },
    sent,
  ).account
const asked = { id: 'r', code: '4821063754', secret: 's', person: { trade: null } }
const asking = (reward: Partial<Reward> = {}, account = rich()) =>
  ask(account, { ...gloves, ...reward }, asked, by(rider))

describe('asking', () => {
  it('holds the points and the piece', () => {
    const { redemption, booking, stock } = asking()
    expect(redemption).toMatchObject({ state: 'pending', points: 30, handedBy: gloves.organisation })
    expect(availableOf(booking.account.buckets.volunteer)).toBe(170)
    expect(stock).toEqual({ left: 11, period: '' })
  })
  it.each([
    ['what is sold out', { left: 0 }, rich(), 'SOLD_OUT'],
    ['what is not shown', { shown: false }, rich(), 'REWARD_NOT_FOUND'],
    ['what is over', { until: sent }, rich(), 'REWARD_NOT_FOUND'],
    ['what is dearer than one has', {}, rich(29), 'POINTS_SHORT'],
    ['the same twice at once', { perPerson: 5 }, asking().booking.account, 'REDEEMING_ALREADY'],
    [
      'more than allowed',
      {},
      { ...rich(), taken: [{ rewardId: 'gloves', period: '', count: 1, open: 0 }] },
      'TAKEN_ENOUGH',
    ],
  ])('refuses %s', (_, reward, account, code) => {
    expect(codeOf(() => asking(reward, account))).toBe(code)
  })
  it('begins a month with a full stock', () => {
    const { stock } = asking({ stock: { period: 'month', size: 12 }, left: 0, period: '2026-11' })
    expect(stock).toEqual({ left: 11, period: '2026-12' })
  })
})

describe('approving', () => {
  const pending = asking().redemption
  it('lets it be picked up for 14 days', () => {
    expect(approve(pending, by(secretary('a')))).toMatchObject({
      state: 'approved',
      expiresAt: sent + 14 * day,
    })
  })
  it('takes two above the limit, and not the same one', () => {
    const dear = asking({ cost: 160 }).redemption
    expect(approve(pending, by(secretary('a')), { codeDays: 7 }).expiresAt).toBe(sent + 7 * day)
    const once = approve(dear, by(secretary('a')))
    expect(once.state).toBe('pending')
    expect(codeOf(() => approve(once, by(secretary('a'))))).toBe('SECOND_APPROVER')
    expect(approve(once, by(secretary('b'))).state).toBe('approved')
  })
  it('is not for one’s own', () => {
    expect(codeOf(() => approve(pending, by(secretary('rider'))))).toBe('REDEMPTION_OWN')
  })
})

describe('handing over', () => {
  const { redemption, booking } = asking()
  const approved = approve(redemption, by(secretary('a')))
  const hand = (caller: Caller, now = sent + day, of: Redemption = approved) =>
    fulfil(booking.account, of, booking.transfer, by(caller, now))

  it('spends the points', () => {
    const done = hand(clerk())
    expect(done.redemption).toMatchObject({ state: 'fulfilled', open: false })
    expect(done.booking.account.buckets.volunteer.lots).toEqual([{ year: 2026, available: 170, held: 0 }])
    expect(codeOf(() => hand(clerk(), sent + day, done.redemption))).toBe('CODE_SPENT')
  })
  it.each([
    ['at another merchant', clerk(other), sent, 'CODE_ELSEWHERE'],
    ['after its day', clerk(), sent + 14 * day, 'CODE_LATE'],
    ['by oneself', { ...clerk(), personId: 'rider' }, sent, 'REDEMPTION_OWN'],
  ])('not %s', (_, caller, now, code) => {
    expect(codeOf(() => hand(caller, now))).toBe(code)
  })
})

describe('giving up', () => {
  const { redemption, booking } = asking()
  const approved = approve(redemption, by(secretary('a')))
  const give = (of: Redemption, action: 'reject' | 'cancel' | 'expire') =>
    giveUp(booking.account, { ...gloves, left: 11 }, of, booking.transfer, action, by(secretary('a')), '')

  it.each([
    [redemption, 'reject', 'rejected'],
    [redemption, 'cancel', 'cancelled'],
    [approved, 'cancel', 'cancelled'],
    [approved, 'expire', 'expired'],
  ] as const)('releases points and stock', (of, action, state) => {
    const done = give(of, action)
    expect(done.redemption.state).toBe(state)
    expect(done.booking.account.buckets).toEqual(rich().buckets)
    expect(done.booking.account.taken).toEqual([])
    expect(done.stock).toEqual({ left: 12, period: '' })
  })
  it('is not possible once approved where the reward says so', () => {
    expect(codeOf(() => give({ ...approved, cancellable: false }, 'cancel'))).toBe('NOT_CANCELLABLE')
  })
})

describe('what the person is told', () => {
  const { redemption, booking } = asking()
  const approved = approve(redemption, by(secretary('a')))
  const give = (of: Redemption, action: 'reject' | 'cancel' | 'expire' | 'leave') =>
    giveUp(booking.account, gloves, of, booking.transfer, action, by(secretary('a')), '先留着').redemption
  const fulfilled = fulfil(booking.account, approved, booking.transfer, by(clerk())).redemption

  it.each([
    ['approved', approved, '批了，可以去领', sent + 14 * day],
    ['handed over', fulfilled, '领到了', noDue],
    ['rejected', give(redemption, 'reject'), '这次没批', noDue],
    ['expired', give(approved, 'expire'), '过期没领，分退了', noDue],
  ])('when it is %s: the timer comes by for it, then when the code ends', (_, after, head, next) => {
    expect(after).toMatchObject({ untold: true, tickAt: sent })
    expect(redemptionNotice(after)).toMatchObject({ personId: 'rider', head, read: false })
    expect(afterTelling(after)).toEqual({ untold: false, tickAt: next })
  })
  it.each([
    ['asked', redemption],
    ['approved by the first of two', approve(asking({ cost: 160 }).redemption, by(secretary('a')))],
    ['given up', give(redemption, 'cancel')],
    ['given up before anybody was told that it was approved', give(approved, 'cancel')],
    ['left behind', give(approved, 'leave')],
  ])('nothing when it is %s', (_, after) => {
    expect(after).toMatchObject({ untold: false, tickAt: noDue })
    expect(() => redemptionNotice(after)).toThrow(/nobody is told/)
  })
  it('it is over only when the code has ended, and nobody came', () => {
    expect(isOver(approved, sent + 14 * day - 1)).toBe(false)
    expect(isOver(approved, sent + 14 * day)).toBe(true)
    expect(isOver(fulfilled, sent + 14 * day)).toBe(false)
  })
})

describe('the table of steps', () => {
  const possible: Record<RedemptionState, RedemptionAction[]> = {
    pending: ['approve', 'reject', 'cancel', 'leave'],
    approved: ['fulfil', 'cancel', 'expire', 'leave'],
    fulfilled: [],
    rejected: [],
    cancelled: [],
    expired: [],
  }
  const cells = (Object.keys(redemptionNames) as RedemptionState[]).flatMap((state) =>
    (Object.keys(redemptionSteps) as RedemptionAction[]).map((action) => ({ state, action })),
  )
  it.each(cells)('$action from $state', ({ state, action }) => {
    expect(fitsRedemption(action, state)).toBe(possible[state].includes(action))
  })
})

describe('a code', () => {
  it('has a check digit that catches every single wrong digit', () => {
    const code = `482106375${checkDigit('482106375')}`
    expect(isCode(code)).toBe(true)
    for (let place = 0; place < code.length; place += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const wrong = `${code.slice(0, place)}${digit}${code.slice(place + 1)}`
        expect(isCode(wrong)).toBe(wrong === code)
      }
  })
  it('is read out in groups and typed as one likes', () => {
    expect(codeWords('4821063758')).toBe('4821 063 758')
    expect(digitsOf('4821 063-758')).toBe('4821063758')
  })
  it.each([
    ['fengming:redeem:4821063758:0123456789abcdef0123456789abcdef', true],
    ['fengming:redeem:4821063758:0123', false],
    ['https://example.com/4821063758', false],
  ])('is scanned from %s: %s', (text, ours) => {
    const found = scannedCode(text)
    expect(found !== undefined).toBe(ours)
    if (found) expect(scanText(found)).toBe(text)
  })
})
