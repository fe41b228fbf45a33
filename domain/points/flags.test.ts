import { describe, expect, it } from 'vitest'
import type { Trace } from './account.ts'
import type { Cause, Evidence } from './cause.ts'
import { explain, type Found, flagBounds, flags, flagsOf, type Reused } from './flags.ts'

const ten = Date.parse('2026-12-02T10:00:00+08:00')
const minute = 60_000
const here = { longitude: 123.43, latitude: 41.8 }
/** So many metres to the north. */
const north = (metres: number) => ({
  ...here,
  latitude: here.latitude + (metres / 6_371_000) * (180 / Math.PI),
})

const cause = (evidence: Evidence, over: Partial<Cause> = {}): Cause => ({
  key: 'this',
  kind: 'taskVerified',
  personId: 'rider',
  communityId: 'community',
  cityId: 'city',
  title: '任务：看秩序',
  at: ten,
  evidence,
  ...over,
})
const trace = (key: string, over: Partial<Trace>): Trace => ({
  key,
  kind: 'taskVerified',
  title: '任务：扫雪',
  at: ten,
  ...over,
})
const found = (of: Cause, traces: Trace[] = [], reused: Reused[] = []) => flagsOf(of, { traces }, { reused })
const names = (list: readonly Found[]) => list.map(({ flag }) => flag)
const at = (metres: number, radius = 0) => ({ stood: { point: north(metres), radius } })

describe('two check-ins', () => {
  it.each<[string, metres: number, minutes: number, flagged: boolean]>([
    ['10 km in 10 minutes is as fast as is paid', 10_000, 10, false],
    ['10 km in a little less', 10_000, 9.9, true],
    ['999 m at the same moment: within what a phone errs by', 999, 0, false],
    ['1,000 m at the same moment', 1_001, 0, true],
    ['3 km in an hour', 3_000, 60, false],
  ])('%s', (_, metres, minutes, flagged) => {
    const before = trace('before', { at: ten - minutes * minute, ...at(0) })
    expect(names(found(cause(at(metres)), [before]))).toEqual(flagged ? ['tooFast'] : [])
    // The other way round in time it is the same way.
    const later = trace('later', { at: ten + minutes * minute, ...at(0) })
    expect(names(found(cause(at(metres)), [later]))).toEqual(flagged ? ['tooFast'] : [])
  })

  it('counts from where one may have stood, on both sides', () => {
    const before = trace('before', { at: ten - minute, ...at(0, 300) })
    expect(found(cause(at(1_500, 300)), [before])).toEqual([])
    expect(names(found(cause(at(1_700, 300)), [before]))).toEqual(['tooFast'])
  })

  it('knows its own check-in, and goes by when somebody was there rather than when it was verified', () => {
    expect(found(cause(at(9_000)), [trace('this', at(0))])).toEqual([])
    const before = trace('before', { at: ten - 60 * minute, ...at(0) })
    expect(found(cause(at(9_000), { at: ten - 60 * minute, doneAt: ten }), [before])).toEqual([])
  })

  it('tells the officer of the fastest: where, when, how far in how long', () => {
    const near = trace('near', { at: ten - 3 * minute, title: '任务：近处', ...at(4_000) })
    const far = trace('far', { at: ten - 3 * minute, title: '任务：远处', ...at(0) })
    const [fastest] = found(cause(at(8_400)), [near, far])
    expect(fastest && explain(fastest)).toBe(
      '12月2日 09:57 在“任务：远处”签到，和这一次相隔 8.4 公里、3 分钟，电动车到不了。',
    )
  })
})

describe('snaps of one place', () => {
  const snap = (over: Partial<Cause> = {}) => cause(at(0), { kind: 'snapConfirmed', ...over })
  const earlier = (count: number, over: Partial<Trace> = {}) =>
    Array.from({ length: count }, (_, index) =>
      trace(`snap-${index}`, { kind: 'snapConfirmed', at: ten - minute * index, ...at(10), ...over }),
    )
  it.each<[string, Trace[], boolean]>([
    ['the third', earlier(2), false],
    ['the fourth', earlier(3), true],
    [
      'the fourth, of which one was longer ago',
      [...earlier(2), ...earlier(1, { at: ten - 11 * minute })],
      false,
    ],
    [
      'the fourth, of which one was just so long ago',
      [...earlier(2), ...earlier(1, { at: ten - 10 * minute })],
      true,
    ],
    ['the fourth, of which one was 51 m away', [...earlier(2), ...earlier(1, at(51))], false],
    ['the fourth, where the others were check-ins', earlier(3, { kind: 'taskVerified' }), false],
    [
      'the fourth, where nobody knows where the others were',
      earlier(3).map(({ stood: _, ...rest }) => rest),
      false,
    ],
  ])('%s', (_, traces, flagged) => {
    expect(names(found(snap(), traces))).toEqual(flagged ? ['burst'] : [])
  })
  it('tells the officer which one it is', () => {
    expect(found(snap(), earlier(3)).map(explain)).toEqual(['10 分钟里，50 米之内，这是第 4 件。'])
  })
})

describe('people who always meet', () => {
  it.each<[times: number, back: number, flagged: boolean]>([
    [3, 3, true],
    [9, 2, false],
    [2, 9, false],
  ])('verified %s times, and %s times the other way', (times, back, flagged) => {
    const mutual = { verifierId: 'worker', times, back }
    expect(names(found(cause({ mutual })))).toEqual(flagged ? ['pair'] : [])
  })
  it.each([
    [4, false],
    [5, true],
  ])('after %s of the same person’s, one more first sight', (count, flagged) => {
    const others = Array.from({ length: count }, (_, index) =>
      trace(`seen-${index}`, { kind: 'snapSeen', follows: 'mark' }),
    )
    const seen = cause({ follows: 'mark' }, { kind: 'snapSeen' })
    const elsewhere = trace('elsewhere', { kind: 'snapSeen', follows: 'another' })
    expect(names(found(seen, [...others, elsewhere]))).toEqual(flagged ? ['follows'] : [])
  })
})

it('a photo that was used before: of what, when, and whether by the same person', () => {
  const before = { photo: 'cloud://e/1.jpg', title: '任务：扫雪', at: ten - 90 * minute }
  const said = (own: boolean) =>
    found(cause({}), [], [{ photo: 'cloud://e/2.jpg', before: { ...before, own } }]).map(explain)
  expect(said(true)).toEqual(['这张照片 12月2日 08:30 用过：任务：扫雪，是本人交的。'])
  expect(said(false)).toEqual(['这张照片 12月2日 08:30 用过：任务：扫雪，是另一个人交的。'])
})

it('nothing is flagged without facts', () => {
  const { evidence: _, ...bare } = cause({})
  expect(flagsOf(bare, {}, {})).toEqual([])
})

it('every sentence states facts and accuses nobody', () => {
  const all: Found[] = [
    { flag: 'photoReused', photo: '', before: { title: '任务：扫雪', at: ten, own: true } },
    { flag: 'photoReused', photo: '' },
    { flag: 'pair', times: 3, back: 3 },
    { flag: 'follows', times: 6 },
    { flag: 'tooFast', title: '任务：扫雪', at: ten, metres: 900, milliseconds: 10 },
    { flag: 'burst', count: 4 },
    { flag: 'aboveCap', points: 4, period: 'day', most: 20 },
  ]
  expect(new Set(names(all))).toEqual(new Set(Object.keys(flags)))
  for (const each of all) {
    expect(explain(each)).toMatch(/。$/)
    expect(`${flags[each.flag].name}${explain(each)}`).not.toMatch(/作弊|造假|违规|嫌疑|异常|骗|刷分/)
  }
  expect(flagBounds.burst.snaps).toBeLessThan(4)
})
