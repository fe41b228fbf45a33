import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../people/person.ts'
import { emptyAccount } from '../account.ts'
import { pay, reverse } from '../booking.ts'
import { type Cause, reversalOf } from '../cause.ts'
import type { Transfer } from '../ledger.ts'
import { count, emptyStanding, presented, recounted } from './counting.ts'
import { periodsAt } from './periods.ts'
import { placesIn } from './places.ts'
import { boardOf, creditOf, placesOf, rankingName, rowOf, type Standing, type Sum } from './standing.ts'

const now = Date.parse('2026-12-31T23:59:00+08:00')
const person: Person = {
  _id: 'rider',
  openid: 'o',
  trade: null,
  nickname: '小蜂',
  nicknamePassed: '小蜂',
  createdAt: 0,
  appointments: [],
}
const placesOfBoth = (communityId: string) => [communityId, 'district']

const cause = (index: number, over: Partial<Cause> = {}): Cause => ({
  key: `cause:${index}`,
  kind: 'taskVerified',
  personId: 'rider',
  communityId: 'kaixuan',
  cityId: 'city',
  title: '扫雪',
  at: now,
  ...over,
})
const basis = { scope: 'city', version: 1, tags: [] }
const paid = (index: number, points: number, over: Partial<Cause> = {}): Transfer =>
  pay(emptyAccount('rider'), cause(index, over), { points, bucket: 'volunteer', arithmetic: '', basis }, now)
    .transfer
const takenBack = (transfer: Transfer, index: number): Transfer =>
  reverse(emptyAccount('rider'), transfer, reversalOf(cause(index), now), now).transfer

/** As the timer does it: what was counted is marked, and stays in the ledger. */
function counting(ledger: Transfer[], size: number, start?: Standing, who = person): Standing | undefined {
  let standing = start
  for (;;) {
    const due = ledger.filter(({ toRank }) => toRank).slice(0, size)
    const paidBefore = ledger.filter(({ _id }) => due.some(({ corrects }) => corrects === _id))
    if (due.length === 0) return standing
    const done = count(standing, who, due, paidBefore, placesOfBoth, now)
    if (done.ranked.length === 0) throw new Error('nothing can be counted')
    for (const { id, rankedIn } of done.ranked) {
      const at = ledger.findIndex(({ _id }) => _id === id)
      ledger[at] = { ...(ledger[at] as Transfer), toRank: false, rankedIn }
    }
    standing = done.standing
  }
}
const inOrder = (sums: readonly Sum[] | undefined) =>
  [...(sums ?? [])].sort((a, b) => a.board.localeCompare(b.board))
const points = (standing: Standing | undefined, board: string) =>
  standing?.sums.find((sum) => sum.board === board)?.points ?? 0

describe('periods', () => {
  it.each([
    ['2026-12-31T23:59:59+08:00', '2026-12', '2026-Q4', '2026'],
    ['2027-01-01T00:00:00+08:00', '2027-01', '2027-Q1', '2027'],
    ['2026-03-31T16:00:00Z', '2026-04', '2026-Q2', '2026'],
    ['2026-09-30T15:59:59Z', '2026-09', '2026-Q3', '2026'],
  ])('%s', (at, month, quarter, year) => {
    expect(periodsAt(Date.parse(at))).toEqual({ month, quarter, year })
  })
})

describe('places', () => {
  it.each([
    [
      [9, 7, 7, 3],
      [1, 2, 2, 4],
    ],
    [
      [5, 5, 5],
      [1, 1, 1],
    ],
    [[], []],
  ])('of %j are %j', (all, places) => {
    expect(placesIn(all.map((each) => ({ points: each })))).toEqual(places)
  })
  it.each([
    ['community', '210103014001', ['210103014', '210103', '2101'], ['210103014001', '210103']],
    ['street', '210103014', ['210103', '2101'], ['210103']],
    ['district', '210103', ['2101'], ['210103']],
    ['city', '2101', [], []],
  ] as const)('points of a %s count', (kind, _id, ancestors, places) => {
    expect(placesOf({ kind, _id, ancestors: [...ancestors] })).toEqual(places)
  })
})

describe('what counts', () => {
  it('is what was earned, of both kinds; spending and expiry change no place', () => {
    expect(paid(1, 5).toRank).toBe(true)
    expect(creditOf(paid(1, 5))).toEqual({ at: now, points: 5, solved: 0 })
    expect(creditOf(paid(1, 2, { kind: 'snapConfirmed' })).solved).toBe(1)
    expect(creditOf(paid(1, 5, { kind: 'foodSafetyConfirmed' }))).toMatchObject({ points: 5, solved: 0 })
  })
  it('comes off the boards of the very period and place that it was counted in', () => {
    const at = Date.parse('2026-09-01T12:00:00+08:00')
    const ledger = [paid(1, 5, { at }), paid(2, 3)]
    const before = counting(ledger, 10)
    expect(points(before, boardOf('kaixuan', '2026-09'))).toBe(5)
    ledger.push(takenBack(ledger[0] as Transfer, 1))
    const after = counting(ledger, 10, before)
    expect(points(after, boardOf('kaixuan', '2026-09'))).toBe(0)
    expect(points(after, boardOf('kaixuan', '2026-12'))).toBe(3)
    expect(points(after, boardOf('district', '2026'))).toBe(3)
    expect(rowOf(after as Standing, boardOf('kaixuan', '2026-09')).shown).toBe(false)
  })
  it('waits where what it takes back is not counted yet', () => {
    const payment = paid(1, 5)
    expect(count(undefined, person, [takenBack(payment, 1)], [payment], placesOfBoth, now).ranked).toEqual([])
  })
  it('counts for a team while the person is in it, and comes off it later though they have left', () => {
    const member: Person = {
      ...person,
      appointments: [
        {
          id: 'm',
          role: 'messenger',
          until: null,
          organisation: { id: 'team', name: '暖蜂队', kind: 'team', area: 'kaixuan', ancestors: [] },
        },
      ],
    }
    const ledger = [paid(1, 5)]
    const within = counting(ledger, 10, undefined, member)
    ledger.push(paid(2, 4))
    const left = counting(ledger, 10, within)
    expect(points(left, boardOf('team', '2026-12'))).toBe(5)
    const back = count(left, person, [takenBack(ledger[0] as Transfer, 1)], ledger, placesOfBoth, now)
    expect(points(back.standing, boardOf('team', '2026-12'))).toBe(0)
    expect(back.totals.get(boardOf('team', '2026-12'))).toBe(-5)
  })
})

it('whatever is paid and taken back, counted in parts of any size: as if the whole ledger were counted at once', () => {
  const step = fc.record({ points: fc.nat(9), days: fc.nat(400), back: fc.boolean(), kind: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      fc.nat(30),
      (steps, size, cut) => {
        const ledger: Transfer[] = []
        let standing: Standing | undefined
        for (const [index, { points: earned, days, back, kind }] of steps.entries()) {
          const payment = paid(index, earned, {
            at: now - days * 86_400_000,
            kind: kind ? 'snapConfirmed' : 'taskVerified',
          })
          // What takes back may be read before what it takes back.
          ledger.push(...(back ? [takenBack(payment, index), payment] : [payment]))
          if (index === cut) standing = counting(ledger, Math.max(2, size), standing)
        }
        standing = counting(ledger, Math.max(2, size), standing)
        expect(inOrder(standing?.sums)).toEqual(inOrder(recounted(ledger)))
        const sum = (which: (transfer: Transfer) => boolean) =>
          ledger.filter(which).reduce((all, each) => all + creditOf(each, each).points, 0)
        const year = (standing?.sums ?? [])
          .filter(({ board }) => /^kaixuan-\d{4}$/.test(board))
          .reduce((all, each) => all + each.points, 0)
        expect(year).toBe(sum(() => true))
      },
    ),
    { numRuns: 300, seed: 2026 },
  )
})

describe('how somebody is shown', () => {
  it.each([
    ['小蜂', '小蜂'],
    [undefined, '骑手9F2A'],
    ['老王13800138000', '老王【电话已隐去】'],
  ])('called %s: %s', (nickname, name) => {
    const called = nickname !== undefined && { nickname, nicknamePassed: nickname }
    expect(rankingName({ _id: 'aaaa9f2a', ...called })).toBe(name)
  })
  it('as who chose nothing, until what they chose has passed the content check', () => {
    const called = { _id: 'aaaa9f2a', nickname: '小蜂' }
    expect(rankingName(called)).toBe('骑手9F2A')
    expect(rankingName({ ...called, nicknamePassed: '小小' })).toBe('骑手9F2A')
    expect(rankingName({ ...called, nicknamePassed: '小蜂' })).toBe('小蜂')
  })
  it('changes on every board at once, and only when something changes', () => {
    const standing = counting([paid(1, 5)], 10) as Standing
    const hidden = presented(standing, { shown: false }, now)
    expect(hidden.dirty.sort()).toEqual(standing.sums.map(({ board }) => board).sort())
    expect(rowOf(hidden, boardOf('kaixuan', '2026-12'))).toMatchObject({ shown: false, points: 5 })
    expect(presented(hidden, { shown: false, name: '小蜂' }, now)).toBe(hidden)
    expect(emptyStanding(person).shown).toBe(true)
  })
})
