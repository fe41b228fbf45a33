import { describe, expect, it } from 'vitest'
import { countsOf } from './counting.ts'
import { limits } from './limits.ts'

const now = Date.parse('2026-12-02T14:00:00+08:00')
const hour = 3_600_000
const waiting = (dueAt: number, state: 'dispatched' | 'accepted' = 'accepted') => ({ dueAt, state })
const many = (count: number, dueAt: number) => Array.from({ length: count }, () => waiting(dueAt))

describe('how much waits', () => {
  it('by clock and state', () => {
    const some = [waiting(now - 1, 'dispatched'), waiting(now), waiting(now + hour), waiting(now + 24 * hour)]
    expect(countsOf(some, now)).toEqual({ all: 4, late: 1, today: 2, toAccept: 1, atLeast: [] })
  })

  it.each([
    ['all late', many(limits.counted + 1, now - 1), ['all', 'late', 'today', 'toAccept']],
    [
      'some late, the rest today',
      [...many(3, now - 1), ...many(97, now + hour)],
      ['all', 'today', 'toAccept'],
    ],
    ['today is over before the end', [...many(9, now), ...many(91, now + 30 * hour)], ['all', 'toAccept']],
    ['as many as are counted', many(limits.counted, now - 1), []],
  ] as const)('says where there may be more: %s', (_, some, atLeast) => {
    expect(countsOf(some, now).atLeast).toEqual(atLeast)
  })
})
