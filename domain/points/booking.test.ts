import { describe, expect, it } from 'vitest'
import { codeOf, day, sent } from '../../tests/support/exampleAppeal.ts'
import { type Account, afterTransfer, availableOf, emptyAccount, heldOf } from './account.ts'
import { hold, pay, release, reverse, spend, surrenderAll } from './booking.ts'
import { type Cause, reversalOf } from './cause.ts'
import { expire, expiringSoon, nextTick, spendable } from './expiry.ts'
import type { Leg, Transfer } from './ledger.ts'
import { personFaults, transferFault } from './reconcile.ts'
import { transferId, transferOf } from './transfer.ts'

const cause = (key: string, at = sent): Cause => ({
  key,
  kind: 'taskVerified',
  personId: 'rider',
  communityId: '凯旋',
  cityId: 'city',
  title: '看秩序',
  at,
})
const basis = { scope: 'city', version: 1, tags: [] }
const paying = (account: Account, points: number, key: string, at = sent) =>
  pay(account, cause(key, at), { points, bucket: 'volunteer', arithmetic: `${points} 分`, basis }, at)
const lastYear = Date.parse('2025-06-01T10:00:00+08:00')
/** 10 points of last year, 20 of this. */
const rich = () => paying(paying(emptyAccount('rider'), 10, 'old', lastYear).account, 20, 'new').account
const holding = {
  personId: 'rider',
  communityId: '凯旋',
  scopes: [],
  cause: { key: 'redemption:r:hold', kind: 'redemption' as const },
  title: '兑换',
  arithmetic: '',
}
const freeing = { ...holding, cause: { ...holding.cause, key: 'redemption:r:free' } }
const cost = (points: number) => ({ points, bucket: 'volunteer' as const })
const legsOf = (transfer: Transfer): string[] =>
  transfer.legs.map(({ account, year, points }: Leg) => `${account}${year ?? ''} ${points}`)

describe('a transfer', () => {
  it('has its id from its cause and entries that sum to zero', () => {
    const { transfer } = paying(emptyAccount('rider'), 3, 'claim:1:verified')
    expect(transfer._id).toBe(transferId('claim:1:verified'))
    expect(legsOf(transfer)).toEqual(['issued -3', 'available2026 3'])
    expect(transferFault(transfer)).toBeUndefined()
  })
  it.each([0, -1, 1.5])('of %s points can’t be made', (points) => {
    const move = { from: { account: 'issued' }, to: { account: 'owed' }, points } as const
    expect(() => transferOf({ ...holding, kind: 'pay', bucket: 'volunteer', at: sent }, [move])).toThrow()
  })
  it('is about one person', () => {
    const { transfer } = paying(emptyAccount('rider'), 3, 'a')
    expect(() => afterTransfer(emptyAccount('somebody else'), transfer)).toThrow()
  })
  it('never takes a balance below zero', () => {
    const move = {
      from: { account: 'available', year: 2026 },
      to: { account: 'redeemed' },
      points: 31,
    } as const
    const transfer = transferOf({ ...holding, kind: 'spend', bucket: 'volunteer', at: sent }, [move])
    expect(() => afterTransfer(rich(), transfer)).toThrow('below zero')
  })
})

describe('redeeming', () => {
  it.each([
    [4, ['available2025 -4', 'held2025 4']],
    [10, ['available2025 -10', 'held2025 10']],
    [13, ['available2025 -10', 'held2025 10', 'available2026 -3', 'held2026 3']],
  ])('%s points are taken from the oldest', (points, legs) => {
    expect(legsOf(hold(rich(), holding, cost(points), sent).transfer)).toEqual(legs)
  })
  it('refuses more than there is', () => {
    expect(codeOf(() => hold(rich(), holding, cost(31), sent))).toBe('POINTS_SHORT')
  })
  it('spends what was held', () => {
    const held = hold(rich(), holding, cost(13), sent)
    const { account, transfer } = spend(held.account, held.transfer, freeing, sent)
    expect(legsOf(transfer)).toEqual(['held2025 -10', 'redeemed 13', 'held2026 -3'])
    expect([availableOf(account.buckets.volunteer), heldOf(account.buckets.volunteer)]).toEqual([17, 0])
  })
  it('gives back into the same years', () => {
    const held = hold(rich(), holding, cost(13), sent)
    expect(release(held.account, held.transfer, freeing, sent).account.buckets).toEqual(rich().buckets)
  })
  it('gives back as the oldest alive what would be gone by now', () => {
    const held = hold(rich(), holding, cost(13), sent)
    const { account } = release(held.account, held.transfer, freeing, sent + 60 * day)
    expect(account.buckets.volunteer.lots).toEqual([{ year: 2026, available: 30, held: 0 }])
  })
})

describe('taking back', () => {
  const paid = paying(emptyAccount('rider'), 5, 'snap')
  const reversal = reversalOf(cause('snap'), sent + day)

  it('takes what is there', () => {
    const { account, transfer } = reverse(paid.account, paid.transfer, reversal, sent + day)
    expect(legsOf(transfer)).toEqual(['available2026 -5', 'corrected 5'])
    expect(transfer.corrects).toBe(paid.transfer._id)
    expect(account.buckets.volunteer).toEqual({ lots: [], owed: 0 })
    expect(account.paid).toEqual([])
  })
  it('leaves owed what is gone, and the next payment settles it', () => {
    const held = hold(paid.account, holding, cost(4), sent)
    const spent = spend(held.account, held.transfer, freeing, sent)
    const { account, transfer } = reverse(spent.account, paid.transfer, reversal, sent + day)
    expect(legsOf(transfer)).toEqual(['available2026 -1', 'corrected 5', 'owed -4'])
    expect(account.buckets.volunteer).toEqual({ lots: [], owed: -4 })
    const next = paying(account, 6, 'next', sent + 2 * day)
    expect(legsOf(next.transfer)).toEqual(['issued -6', 'owed 4', 'available2026 2'])
    expect(next.transfer.arithmetic).toBe('6 分，补上欠的 4 分')
    expect(next.account.buckets.volunteer.owed).toBe(0)
  })
  it('does not touch what is promised to a redemption', () => {
    const held = hold(paid.account, holding, cost(4), sent)
    const { account } = reverse(held.account, paid.transfer, reversal, sent + day)
    expect(heldOf(account.buckets.volunteer)).toBe(4)
    expect(account.buckets.volunteer.owed).toBe(-4)
  })
})

describe('the end of a year', () => {
  it.each([
    ['2026-11-30T10:00:00+08:00', 30, undefined],
    ['2026-12-02T10:00:00+08:00', 30, 10],
    ['2026-12-31T23:59:59+08:00', 30, 10],
    ['2027-01-01T00:00:00+08:00', 20, undefined],
  ])('at %s there are %s to spend', (at, points, soon) => {
    const now = Date.parse(at)
    expect(spendable(rich(), 'volunteer', now)).toBe(points)
    expect(expiringSoon(rich(), 'volunteer', now)?.points).toBe(soon)
  })
  it('takes the points of the year before, once', () => {
    const now = Date.parse('2027-01-01T03:00:00+08:00')
    const transfer = expire(rich(), 'volunteer', now)
    expect(transfer && legsOf(transfer)).toEqual(['available2025 -10', 'expired 10'])
    const after = transfer && afterTransfer(rich(), transfer)
    expect(after && expire(after, 'volunteer', now)).toBeUndefined()
  })
  it('calls the timer to announce it, then to do it', () => {
    expect(nextTick(rich())).toBe(Date.parse('2026-12-02T00:00:00+08:00'))
    expect(nextTick({ ...rich(), announced: 2025 })).toBe(Date.parse('2027-01-01T00:00:00+08:00'))
  })
})

it('注销 leaves nothing', () => {
  const [booking] = surrenderAll(rich(), sent)
  expect(booking && legsOf(booking.transfer)).toEqual([
    'available2025 -10',
    'surrendered 30',
    'available2026 -20',
  ])
  expect(surrenderAll(emptyAccount('rider'), sent)).toEqual([])
})

describe('the check of the ledger', () => {
  const { account, transfer } = paying(emptyAccount('rider'), 5, 'snap')
  const tampered = { ...account, buckets: { ...account.buckets, volunteer: { lots: [], owed: 0 } } }
  it.each<[string, Account | undefined, Transfer[], number, number]>([
    ['is clean', account, [transfer], 0, 0],
    ['misses a transfer', account, [], 0, 2],
    ['misses an account', undefined, [transfer], 0, 1],
    ['sees a balance that was changed', tampered, [transfer], 0, 1],
    ['sees a hold that no redemption has', account, [transfer], 4, 1],
    [
      'sees entries that don’t sum to zero',
      account,
      [{ ...transfer, legs: transfer.legs.slice(0, 1) }],
      0,
      2,
    ],
  ])('%s', (_, account, transfers, cost, faults) => {
    expect(personFaults('rider', account, transfers, cost)).toHaveLength(faults)
  })
})
