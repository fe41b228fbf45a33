import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../domain/errors'
import {
  departing,
  type Entry,
  emptyQueue,
  nextToSend,
  nextTry,
  type Outcome,
  pauseAfter,
  put,
  type Queue,
  settle,
  swept,
  wake,
  without,
} from './outboxQueue'

type Line = Queue<string, string>
const limit = 20
const start = 1_000_000
const refused = (code: RefusalCode): Outcome<string> => ({ code, message: code })

const lineOf = (...names: string[]): Line =>
  names.reduce<Line>((line, name) => {
    const longer = put(line, { requestId: name, letter: `words of ${name}` }, start, limit)
    if (!longer) throw new Error('full')
    return longer
  }, emptyQueue)
const standings = ({ entries }: Line) => entries.map(({ standing }) => standing.is)
const find = ({ entries }: Line, name: string): Entry<string, string> | undefined =>
  entries.find(({ requestId }) => requestId === name)

describe('put', () => {
  it('takes the same request once', () => {
    const line = lineOf('a', 'b')
    expect(put(line, { requestId: 'a', letter: 'other words' }, start, limit)).toBe(line)
  })
  it('is bounded; what was sent takes no room', () => {
    const line = lineOf('a', 'b')
    expect(put(line, { requestId: 'c', letter: '' }, start, 2)).toBeUndefined()
    const sent = settle(line, 'a', { receipt: 'number' }, start)
    expect(put(sent, { requestId: 'c', letter: '' }, start, 2)?.entries).toHaveLength(3)
  })
})

describe.each([
  ['OFFLINE', 'waiting', 'nobody'],
  ['SIGN_IN_NEEDED', 'waiting', 'nobody'],
  ['TOO_OFTEN', 'waiting', 'nobody'],
  ['INTERNAL', 'waiting', 'b'],
  ['CITY_NOT_READY', 'waiting', 'b'],
  ['AREA_NOT_FOUND', 'needsYou', 'b'],
  ['TEXT_TOO_LONG', 'needsYou', 'b'],
  ['NOTHING_SAID', 'needsYou', 'b'],
  ['PHOTO_NOT_FOUND', 'needsYou', 'b'],
  ['VOICE_NOT_YOURS', 'needsYou', 'b'],
  ['FIELD_INVALID', 'needsYou', 'b'],
] as const)('after %s', (code, standing, next) => {
  const line = settle(departing(lineOf('a', 'b'), 'a'), 'a', refused(code), start)
  it(`the one is ${standing}`, () => expect(standings(line)).toEqual([standing, 'waiting']))
  it(`${next} goes next`, () => expect(nextToSend(line, start + 1)?.requestId ?? 'nobody').toBe(next))
  it('all that passes by itself is tried again when the signal is back', () =>
    expect(nextToSend(wake(line), start + 1)?.requestId).toBe(standing === 'waiting' ? 'a' : 'b'))
})

it.each([
  [1, 5_000],
  [2, 10_000],
  [4, 40_000],
  [7, 300_000],
  [500, 300_000],
])('after %d tries in vain it waits %d ms', (tries, pause) => expect(pauseAfter(tries)).toBe(pause))

it('waits longer and longer, a minute at least when it was too often', () => {
  const offline = settle(lineOf('a'), 'a', refused('OFFLINE'), start)
  expect(nextTry(offline)).toBe(start + 5_000)
  expect(nextTry(settle(offline, 'a', refused('OFFLINE'), start))).toBe(start + 10_000)
  expect(nextTry(settle(offline, 'a', refused('TOO_OFTEN'), start))).toBe(start + 60_000)
  expect(nextTry(emptyQueue)).toBeUndefined()
})

describe('whether the function may have it', () => {
  it.each([
    ['never left', [], 'none'],
    ['no signal before it left', [refused('OFFLINE')], 'none'],
    ['on its way', ['leaves'], 'out'],
    ['no answer', ['leaves', refused('OFFLINE')], 'lost'],
    ['a broken function', ['leaves', refused('INTERNAL')], 'lost'],
    ['refused', ['leaves', refused('AREA_NOT_FOUND')], 'none'],
    ['killed on the way, tried again', ['leaves', 'leaves'], 'lost'],
    [
      'no answer once, refused the next time',
      ['leaves', refused('OFFLINE'), 'leaves', refused('TOO_OFTEN')],
      'lost',
    ],
  ] as const)('%s: %j ends %s', (_, happened, attempt) => {
    const line = happened.reduce<Line>(
      (before, each) => (each === 'leaves' ? departing(before, 'a') : settle(before, 'a', each, start)),
      lineOf('a'),
    )
    expect(find(line, 'a')?.attempt).toBe(attempt)
  })
})

it('tells of what was sent for a day', () => {
  const line = settle(lineOf('a', 'b'), 'a', { receipt: 'number' }, start)
  expect(standings(swept(line, start + 86_399_999))).toEqual(['sent', 'waiting'])
  expect(standings(swept(line, start + 86_400_000))).toEqual(['waiting'])
})

it('does not come back when it was taken out while it was on its way', () => {
  const line = without(lineOf('a', 'b'), 'a')
  expect(settle(line, 'a', { receipt: 'number' }, start)).toBe(line)
})

/** What can happen to a try: it never left, its answer got lost, the app was killed before or after, or it was answered. */
const fates = ['unsent', 'lost', 'killedBefore', 'killedAfter', 'broken', 'tooOften', 'answered'] as const
const event = fc.oneof(
  fc.record({ is: fc.constant('put' as const), name: fc.nat(30).map((n) => `r${n}`) }),
  fc.record({ is: fc.constant('try' as const), fate: fc.constantFrom(...fates) }),
  fc.record({ is: fc.constant('signal' as const) }),
  fc.record({ is: fc.constant('time' as const), passes: fc.nat(400_000) }),
)

it('delivers each exactly once, whatever the order of no signal, lost replies and kills', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      // The server keeps what it takes under its request id, and remembers each arrival.
      const taken = new Map<string, string>()
      const wished = new Map<string, string>()
      const receipts = new Map<string, string>()
      let stored: Line = emptyQueue
      let now = start

      const attempt = (fate: (typeof fates)[number]) => {
        const entry = nextToSend(stored, now)
        if (!entry) return
        const { requestId, letter } = entry
        if (fate === 'killedBefore') return
        if (fate === 'unsent') {
          stored = settle(stored, requestId, refused('OFFLINE'), now)
          return
        }
        stored = departing(stored, requestId)
        if (fate === 'tooOften') {
          stored = settle(stored, requestId, refused('TOO_OFTEN'), now)
          return
        }
        expect(taken.get(requestId) ?? letter).toBe(letter)
        taken.set(requestId, letter)
        if (fate === 'killedAfter') return
        if (fate === 'answered') receipts.set(requestId, `receipt of ${requestId}`)
        const outcome: Outcome<string> =
          fate === 'answered'
            ? { receipt: `receipt of ${requestId}` }
            : refused(fate === 'lost' ? 'OFFLINE' : 'INTERNAL')
        stored = settle(stored, requestId, outcome, now)
      }

      const step = (happened: typeof event extends fc.Arbitrary<infer E> ? E : never) => {
        if (happened.is === 'put') {
          const letter = `words of ${happened.name}`
          const longer = put(stored, { requestId: happened.name, letter }, now, limit)
          if (!longer) return
          wished.set(happened.name, letter)
          stored = longer
        } else if (happened.is === 'try') attempt(happened.fate)
        else if (happened.is === 'signal') stored = wake(stored)
        else now += happened.passes
        // Each step may be the last before the app is closed: only what was written down is there afterwards.
        stored = JSON.parse(JSON.stringify(stored))
        // Nothing wished for is ever neither on the phone nor answered for.
        for (const name of wished.keys()) expect(find(stored, name) ?? receipts.get(name)).toBeDefined()
      }
      for (const each of events) step(each)

      stored = wake(stored)
      for (let rest = stored.entries.length; rest > 0; rest -= 1) attempt('answered')
      expect(standings(stored).every((standing) => standing === 'sent')).toBe(true)
      expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(wished))
      expect([...receipts.keys()].sort()).toEqual([...wished.keys()].sort())
    }),
  )
})
