import { describe, expect, it } from 'vitest'
import type { Counts } from './counting.ts'
import { shownIncidents } from './health.ts'
import { afterLooking, type Incident, incidentNotices, mustBeTold } from './incident.ts'
import { afterRun, type Facts, findings, isTimerLate, type Run, type Waiting, waitingOf } from './judging.ts'
import { backlogLimits, operatingLimits } from './limits.ts'
import { incidentWords } from './words.ts'

const minute = 60_000
const now = 1_764_471_000_000
const run = (at: number, more: Partial<Run> = {}): Run => ({
  at,
  milliseconds: 400,
  full: true,
  failed: 0,
  ...more,
})
const nothingWaits: Waiting = { count: 0, more: false, old: 0, since: null }
const calm: Facts = {
  counts: new Map(),
  heartbeat: afterRun(undefined, run(now - minute)),
  waiting: { appeals: nothingWaits, messages: nothingWaits, checks: nothingWaits },
}
const counts = (calls: number, internal: number, slow: number, others = 0): Counts =>
  new Map([
    ['appeal.submit', { calls, internal, slow }],
    ['person.me', { calls: others, internal: 0, slow: 0 }],
  ])
const kinds = (facts: Partial<Facts>) => findings({ ...calm, ...facts }, now).map(({ kind }) => kind)
const { errors, slow } = operatingLimits

describe('what is found', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['all is well', {}, []],
    ['the timer was never seen', { heartbeat: undefined }, []],
    ['a few errors of many', { counts: counts(1000, errors.least, 0) }, []],
    ['errors, but too few', { counts: counts(errors.least - 1, errors.least - 1, 0) }, []],
    ['errors', { counts: counts(errors.least * 2, errors.least, 0) }, ['errors']],
    ['errors of a rare action among many calls', { counts: counts(10, 5, 0, 100_000) }, ['errors']],
    ['slow ones, but too few', { counts: counts(slow.least - 1, 0, slow.least - 1) }, []],
    ['many slow ones among far more', { counts: counts(slow.least, 0, slow.least, 1000) }, []],
    ['slow', { counts: counts(slow.least, 0, slow.least) }, ['slow']],
    [
      'the timer is late',
      { heartbeat: afterRun(undefined, run(now - operatingLimits.timerLate - 1000)) },
      ['timer'],
    ],
    [
      'the timer runs and never comes to its end',
      {
        heartbeat: [6, 5, 4, 3, 2, 1].reduce<Facts['heartbeat']>(
          (before, ago) => afterRun(before, run(now - ago * minute, { full: false })),
          undefined,
        ),
      },
      ['timer'],
    ],
    [
      'parts of its runs fail',
      {
        heartbeat: [3, 2, 1].reduce<Facts['heartbeat']>(
          (before, ago) => afterRun(before, run(now - ago * minute, { failed: 2 })),
          undefined,
        ),
      },
      ['steps'],
    ],
    [
      'they failed long ago',
      {
        heartbeat: afterRun(afterRun(undefined, run(now - 20 * minute, { failed: 9 })), run(now - minute)),
      },
      [],
    ],
    [
      'everything has piled up',
      {
        waiting: {
          appeals: { ...nothingWaits, old: backlogLimits.appeals.least },
          messages: { ...nothingWaits, old: backlogLimits.messages.least },
          checks: { ...nothingWaits, old: backlogLimits.checks.least },
        },
      },
      ['appeals', 'messages', 'checks'],
    ],
    [
      'single things that can’t be checked',
      { waiting: { ...calm.waiting, checks: { ...nothingWaits, old: backlogLimits.checks.least - 1 } } },
      [],
    ],
  ])('%s', (_, facts, found) => {
    expect(kinds(facts)).toEqual(found)
  })

  it('what waits is counted up to a number, and is old after its time', () => {
    const { old } = backlogLimits.messages
    expect(waitingOf('messages', [], now)).toEqual(nothingWaits)
    expect(waitingOf('messages', [now - old - 1, now - old, now], now)).toEqual({
      count: 3,
      more: false,
      old: 1,
      since: now - old - 1,
    })
    const many = Array.from({ length: operatingLimits.counted + 1 }, () => now)
    expect(waitingOf('messages', many, now)).toMatchObject({ count: operatingLimits.counted, more: true })
  })

  it('the timer remembers its last runs, and when the last full one ended', () => {
    let heartbeat = afterRun(undefined, run(now, { full: false }))
    expect(heartbeat).toMatchObject({ since: now, at: null })
    expect(isTimerLate(heartbeat, now + operatingLimits.timerLate + 1)).toBe(true)
    for (let turn = 1; turn < 50; turn += 1) heartbeat = afterRun(heartbeat, run(now + turn * minute))
    expect(heartbeat.runs).toHaveLength(operatingLimits.runs)
    expect(heartbeat).toMatchObject({ since: now, at: now + 49 * minute + 400 })
    expect(afterRun(heartbeat, run(now + 60 * minute, { full: false })).at).toBe(heartbeat.at)
  })
})

describe('an incident', () => {
  const finding = { kind: 'errors', count: 7 } as const
  const opened = afterLooking(undefined, 'errors', finding, now) ?? fail()
  const told: Incident = { ...opened, told: true }
  const closed = afterLooking(told, 'errors', undefined, now + operatingLimits.calm) ?? fail()

  it('opens when something is found, and must be told', () => {
    expect(opened).toMatchObject({
      _id: 'incident-errors',
      openedAt: now,
      closedAt: null,
      count: 7,
      past: [],
    })
    expect(mustBeTold(opened)).toBe(true)
    expect(afterLooking(undefined, 'errors', undefined, now)).toBeUndefined()
  })

  it('goes on while it is found, as the same one', () => {
    const later = afterLooking(told, 'errors', { ...finding, count: 9 }, now + minute) ?? fail()
    expect(later).toMatchObject({ openedAt: now, seenAt: now + minute, count: 9, told: true, turn: 2 })
    expect(mustBeTold(later)).toBe(false)
  })

  it('ends after some calm minutes, not in the first', () => {
    expect(afterLooking(told, 'errors', undefined, now + operatingLimits.calm - 1)).toBeUndefined()
    expect(closed).toMatchObject({ closedAt: now + operatingLimits.calm })
    expect(afterLooking(closed, 'errors', undefined, now + 99 * minute)).toBeUndefined()
  })

  it('that comes back soon is the same one, and nobody is told again', () => {
    const soon = afterLooking(closed, 'errors', finding, now + operatingLimits.calm + minute) ?? fail()
    expect(soon).toMatchObject({ openedAt: now, closedAt: null, told: true })
  })

  it('that comes back much later is another one, and the first is remembered', () => {
    const at = now + operatingLimits.calm + operatingLimits.sameAgain
    const another = afterLooking(closed, 'errors', finding, at) ?? fail()
    expect(another).toMatchObject({
      openedAt: at,
      told: false,
      past: [{ openedAt: now, closedAt: closed.closedAt }],
    })
  })

  it('remembers no more than some', () => {
    let incident: Incident = opened
    for (let turn = 1; turn < 40; turn += 1) {
      const at = now + turn * 3 * operatingLimits.sameAgain
      incident = afterLooking(incident, 'errors', undefined, at) ?? fail()
      incident = afterLooking(incident, 'errors', finding, at + operatingLimits.sameAgain) ?? fail()
    }
    expect(incident.past).toHaveLength(operatingLimits.remembered)
  })

  it('that was over before anybody could be told is told to nobody', () => {
    expect(mustBeTold({ ...closed, told: false })).toBe(false)
  })

  it('is told in an item whose id it gives, which opens 运行情况', () => {
    for (const kind of Object.keys(incidentWords) as Incident['of'][]) {
      const notices = incidentNotices({ ...opened, of: kind }, ['one', 'two'])
      expect(notices.map(({ _id }) => _id)).toEqual([
        `incident-${kind}-${now}-one`,
        `incident-${kind}-${now}-two`,
      ])
      expect(notices[0]).toMatchObject({ news: 'incident', about: { as: 'health' }, read: false, at: now })
      expect([...(notices[0]?.head ?? '')].length).toBeLessThanOrEqual(20)
    }
  })

  it('is shown while it goes on, and for a day after; what goes on first', () => {
    const other: Incident = { ...opened, of: 'slow', openedAt: now - minute }
    expect(shownIncidents([closed, other], now + 20 * minute).map(({ kind }) => kind)).toEqual([
      'slow',
      'errors',
    ])
    expect(shownIncidents([closed], now + 2 * operatingLimits.past)).toEqual([])
  })
})

function fail(): never {
  throw new Error('it is not there')
}
