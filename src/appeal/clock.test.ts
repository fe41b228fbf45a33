import { describe, expect, it } from 'vitest'
import { clockOf, paceOf, used } from './clock'

const hour = 3_600_000
const appeal = { acceptBy: 10 * hour, resolveBy: 100 * hour, createdAt: 0 } as const

describe('clockOf', () => {
  it.each([
    ['submitted', { kind: 'accept', from: 0, by: 10 * hour }],
    ['dispatched', { kind: 'accept', from: 0, by: 10 * hour }],
    ['accepted', { kind: 'resolve', from: 0, by: 100 * hour }],
    ['suspended', undefined],
    ['resolved', undefined],
    ['closed', undefined],
    ['withdrawn', undefined],
    ['declined', undefined],
    ['merged', undefined],
  ] as const)('%s', (state, clock) => expect(clockOf({ ...appeal, state })).toEqual(clock))

  it('runs for a wish only until it is taken', () => {
    const { resolveBy: _, ...wish } = appeal
    expect(clockOf({ ...wish, state: 'dispatched' })?.by).toBe(10 * hour)
    expect(clockOf({ ...wish, state: 'accepted' })).toBeUndefined()
  })
  it('counts the time to accept from the last dispatch and the time to resolve from the first', () => {
    const from = { accept: 4 * hour, resolve: hour }
    expect(clockOf({ ...appeal, state: 'dispatched' }, from)?.from).toBe(4 * hour)
    expect(clockOf({ ...appeal, state: 'accepted' }, from)?.from).toBe(hour)
  })
})

const clock = { kind: 'accept', from: 0, by: 10 * hour } as const

it.each([
  [-hour, 0],
  [0, 0],
  [5 * hour, 0.5],
  [10 * hour, 1],
  [30 * hour, 1],
])('at %d the clock has run %d', (now, share) => expect(used(clock, now)).toBe(share))

it('has run out when it never had any time', () => expect(used({ ...clock, from: 10 * hour }, 0)).toBe(1))

it.each([
  [0, 'fine'],
  [8 * hour - 1, 'fine'],
  [8 * hour, 'soon'],
  [10 * hour - 1, 'soon'],
  [10 * hour, 'late'],
  [11 * hour, 'late'],
] as const)('at %d the pace is %s', (now, pace) => expect(paceOf(clock, now)).toBe(pace))
