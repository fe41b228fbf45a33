import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againAt, type Counted, heldUntil, isRated, rateKey, rates, weigh } from './rates.ts'

const minutes = 60_000
const start = Date.parse('2026-11-25T09:00+08:00')
const { most, within } = rates['appeal.submit']
const full: Counted = { since: start, requests: Array.from({ length: most }, (_, each) => `request-${each}`) }

describe('weigh', () => {
  it.each([
    ['the first ever', undefined, 'r', start, 'fresh'],
    ['one more', { since: start, requests: ['a'] }, 'r', start + minutes, 'fits'],
    ['the same again', { since: start, requests: ['r'] }, 'r', start + minutes, 'counted'],
    ['the same again when it is full', full, 'request-0', start + minutes, 'counted'],
    ['one too many', full, 'r', start + minutes, { until: start + within }],
    ['the last moment of a full window', full, 'r', start + within - 1, { until: start + within }],
    ['after the window', full, 'r', start + within, 'fresh'],
  ] as const)('%s', (_, counted, request, now, verdict) => {
    expect(
      weigh('appeal.submit', counted && { ...counted, requests: [...counted.requests] }, request, now),
    ).toEqual(verdict)
  })

  it('never lets more than the limit through in one window, whatever the pace', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 * minutes }), { maxLength: 80 }), (pauses) => {
        let counted: Counted | undefined
        let now = start
        const passed: number[] = []
        pauses.forEach((pause, index) => {
          now += pause
          const verdict = weigh('appeal.submit', counted, `r${index}`, now)
          if (typeof verdict === 'object') return
          passed.push(now)
          counted =
            verdict === 'fresh' || !counted
              ? { since: now, requests: [`r${index}`] }
              : { ...counted, requests: [...counted.requests, `r${index}`] }
        })
        for (const begin of passed.filter((_, index) => index % most === 0))
          expect(passed.filter((at) => at >= begin && at < begin + within).length).toBeLessThanOrEqual(
            2 * most,
          )
      }),
    )
  })
})

it('says the minute from which it goes on, in Beijing', () => {
  expect(againAt(start)).toBe('9:00')
  expect(againAt(start + 1)).toBe('9:01')
})

it.each(['appeal.accept', 'appeal.resolve', 'appeal.note', 'appeal.confirm'])(
  '%s is not slowed down',
  (action) => {
    expect(isRated(action)).toBe(false)
  },
)

describe('heldUntil', () => {
  const counted = (since: number) => ({ since, requests: ['r'] })
  it.each([
    ['nothing done', {}, undefined],
    ['a guess', { [rateKey('administrator.setUp')]: counted(start) }, start + 10 * minutes],
    ['a guess long ago', { [rateKey('administrator.setUp')]: counted(start - 10 * minutes) }, undefined],
    ['registered, which holds nobody', { [rateKey('person.register')]: counted(start) }, undefined],
    [
      'two things: the later',
      {
        [rateKey('appeal.submit')]: counted(start - 5 * minutes),
        [rateKey('invitation.accept')]: counted(start - minutes),
      },
      start + 9 * minutes,
    ],
  ])('%s', (_, rates, until) => expect(heldUntil(rates, start)).toBe(until))
})
