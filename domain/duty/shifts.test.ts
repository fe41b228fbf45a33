import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsBetween } from './gaps.ts'
import { noteFor, shiftToHandOver } from './handOver.ts'
import { type Cover, coverNames, emptyRota, type Rota, type Slot, type Swap } from './rota.ts'
import { kindsOf, nextOnDuty, onDutyAt, shiftsBetween, weekOf } from './shifts.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const hour = 3_600_000
const day = 24 * hour
const person = (personId: string) => ({ personId, name: personId, title: '网格员' })

/** 四 08:00–20:00 li: weekday, begin and end as people write them. */
function slot(weekday: number, from: string, to: string, who: string): Slot {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  const times = { weekday, from: minutes(from), to: minutes(to) }
  return { id: `${weekday}-${times.from}-${who}`, ...times, who: person(who) }
}
const rotaOf = (weekly: Slot[], more: Partial<Rota> = {}): Rota => ({ ...emptyRota('o'), weekly, ...more })
const agreed = (date: string, { id }: Slot, from: string, to: string): Swap => ({
  id: `${date}-${from}-${to}`,
  day: date,
  slotId: id,
  from: person(from),
  to: person(to),
  state: 'agreed',
  askedAt: 0,
})

// 4 December 2025 is a Thursday.
const thursday = slot(4, '08:00', '20:00', 'li')
const night = slot(4, '20:00', '08:00', 'wang')
const sunday = slot(7, '22:00', '06:00', 'zhao')

describe('the end of an appointment', () => {
  const ending = (shift: Slot, until: string): Slot => ({ ...shift, who: { ...shift.who, until: at(until) } })
  const handed = agreed('2025-12-04', thursday, 'li', 'wang')
  const takerUntil = (until: string): Swap => ({ ...handed, to: { ...handed.to, until: at(until) } })
  it.each<[string, Slot, Swap[], [string, string] | undefined]>([
    ['is after the shift', ending(thursday, '2025-12-04T20:00'), [], ['08:00', '20:00']],
    ['cuts the shift that runs', ending(thursday, '2025-12-04T12:00'), [], ['08:00', '12:00']],
    ['lets there be none from then on', ending(thursday, '2025-12-04T08:00'), [], undefined],
    ['was long ago', ending(thursday, '2025-11-01T00:00'), [], undefined],
    ['is after a shift taken over', thursday, [takerUntil('2025-12-05T00:00')], ['08:00', '20:00']],
    ['of the taker is before it', thursday, [takerUntil('2025-12-04T00:00')], undefined],
    ['of the former holder is before it', ending(thursday, '2025-12-01T00:00'), [handed], ['08:00', '20:00']],
  ])('%s', (_, weekly, swaps, expected) => {
    const rota = rotaOf([weekly], { swaps, cover: 'always' })
    const [from, to] = [at('2025-12-04T00:00'), at('2025-12-05T00:00')]
    const shifts = shiftsBetween(rota, from, to)
    const times = expected?.map((time) => at(`2025-12-04T${time}`))
    expect(shifts.map((shift) => [shift.from, shift.to])).toEqual(times ? [times] : [])
    const [begins = to, ends = to] = times ?? []
    const uncovered = [
      { from, to: begins },
      { from: ends, to },
    ].filter((gap) => gap.from < gap.to)
    expect(gapsBetween(rota, from, to)).toEqual(uncovered)
  })
})

describe('shiftsBetween', () => {
  const rota = rotaOf([thursday, night, sunday])
  const seen = (from: string, to: string) =>
    shiftsBetween(rota, at(from), at(to)).map((shift) => `${shift.day} ${shift.who.name}`)
  it.each([
    ['a whole day', '2025-12-04T00:00', '2025-12-05T00:00', ['2025-12-04 li', '2025-12-04 wang']],
    ['the morning after a night', '2025-12-05T07:59', '2025-12-05T09:00', ['2025-12-04 wang']],
    ['from the end of a night on', '2025-12-05T08:00', '2025-12-06T00:00', []],
    ['up to a beginning', '2025-12-04T00:00', '2025-12-04T08:00', []],
    ['from Sunday into Monday', '2025-12-08T05:00', '2025-12-08T12:00', ['2025-12-07 zhao']],
    [
      'over the turn of the year',
      '2025-12-31T00:00',
      '2026-01-02T00:00',
      ['2026-01-01 li', '2026-01-01 wang'],
    ],
  ])('%s', (_, from, to, expected) => expect(seen(from, to)).toEqual(expected))

  it('gives the times, over midnight too', () => {
    const [, second] = shiftsBetween(rota, at('2025-12-04T00:00'), at('2025-12-05T00:00'))
    expect(second).toMatchObject({ from: at('2025-12-04T20:00'), to: at('2025-12-05T08:00') })
  })
  it('a shift from 08:00 to 08:00 lasts a day', () => {
    const all = rotaOf([slot(1, '08:00', '08:00', 'li')])
    const [only] = shiftsBetween(all, at('2025-12-01T09:00'), at('2025-12-01T10:00'))
    expect(only && only.to - only.from).toBe(day)
  })

  it('puts a colleague in place on the day of the swap, and on no other', () => {
    const swapped = rotaOf([thursday], { swaps: [agreed('2025-12-04', thursday, 'li', 'wang')] })
    const shifts = shiftsBetween(swapped, at('2025-12-04T00:00'), at('2025-12-12T00:00'))
    expect(shifts.map(({ who, insteadOf }) => [who.name, insteadOf?.name])).toEqual([
      ['wang', 'li'],
      ['li', undefined],
    ])
  })
  it('hands on what was handed on, and back', () => {
    const swaps = [
      agreed('2025-12-04', thursday, 'li', 'wang'),
      agreed('2025-12-04', thursday, 'wang', 'zhao'),
    ]
    const holder = (list: Swap[]) =>
      shiftsBetween(rotaOf([thursday], { swaps: list }), at('2025-12-04T09:00'), at('2025-12-04T10:00'))[0]
    expect(holder(swaps)?.who.name).toBe('zhao')
    expect(holder([...swaps, agreed('2025-12-04', thursday, 'zhao', 'li')])).not.toHaveProperty('insteadOf')
  })
  it.each(['asked', 'declined', 'takenBack'] as const)('a swap that is %s changes nothing', (state) => {
    const swaps = [{ ...agreed('2025-12-04', thursday, 'li', 'wang'), state }]
    const [only] = shiftsBetween(
      rotaOf([thursday], { swaps }),
      at('2025-12-04T09:00'),
      at('2025-12-04T10:00'),
    )
    expect(only?.who.name).toBe('li')
  })
  it('a swap of somebody who no longer has the slot changes nothing', () => {
    const swaps = [agreed('2025-12-04', thursday, 'sun', 'wang')]
    const [only] = shiftsBetween(
      rotaOf([thursday], { swaps }),
      at('2025-12-04T09:00'),
      at('2025-12-04T10:00'),
    )
    expect(only?.who.name).toBe('li')
  })
})

describe('onDutyAt', () => {
  const rota = rotaOf([thursday, slot(4, '12:00', '21:00', 'sun'), night])
  it.each([
    ['2025-12-04T07:59', []],
    ['2025-12-04T08:00', ['li']],
    ['2025-12-04T13:00', ['sun', 'li']],
    ['2025-12-04T20:00', ['wang', 'sun']],
    ['2025-12-05T07:59', ['wang']],
    ['2025-12-05T08:00', []],
  ])('%s: %j', (moment, names) => {
    expect(onDutyAt(rota, at(moment)).map(({ who }) => who.name)).toEqual(names)
  })
  it('names each person once', () => {
    const swaps = [agreed('2025-12-04', thursday, 'li', 'sun')]
    expect(onDutyAt({ ...rota, swaps }, at('2025-12-04T13:00')).map(({ who }) => who.name)).toEqual(['sun'])
  })
})

describe('nextOnDuty', () => {
  const rota = rotaOf([thursday, slot(4, '12:00', '21:00', 'sun'), night])
  it.each([
    [[], 'sun'],
    [['sun'], 'li'],
    [['sun', 'li'], 'wang'],
    [['sun', 'li', 'wang'], undefined],
  ])('after %j comes %s', (called, name) => {
    expect(nextOnDuty(rota, at('2025-12-04T13:00'), called)?.name).toBe(name)
  })
})

describe('gapsBetween', () => {
  const between = (cover: Cover, weekly: Slot[], from: string, to: string) =>
    gapsBetween(rotaOf(weekly, { cover }), at(from), at(to)).map((gap) => [
      new Date(gap.from + 8 * hour).toISOString().slice(5, 16),
      new Date(gap.to + 8 * hour).toISOString().slice(5, 16),
    ])
  it.each<[string, Cover, Slot[], string, string, string[][]]>([
    ['no cover, no gap', 'none', [], '2025-12-04T00:00', '2025-12-05T00:00', []],
    [
      'always: before the first and after the last',
      'always',
      [thursday],
      '2025-12-04T00:00',
      '2025-12-05T00:00',
      [
        ['12-04T00:00', '12-04T08:00'],
        ['12-04T20:00', '12-05T00:00'],
      ],
    ],
    [
      'always: one after the other leave none',
      'always',
      [thursday, night],
      '2025-12-04T08:00',
      '2025-12-05T08:00',
      [],
    ],
    [
      'always: what overlaps is counted once',
      'always',
      [thursday, slot(4, '10:00', '12:00', 'sun')],
      '2025-12-04T08:00',
      '2025-12-04T21:00',
      [['12-04T20:00', '12-04T21:00']],
    ],
    [
      'working hours, a half day is missing',
      'workingHours',
      [slot(4, '08:00', '12:00', 'li')],
      '2025-12-04T00:00',
      '2025-12-05T00:00',
      [['12-04T12:00', '12-04T17:30']],
    ],
    ['working hours: not at the weekend', 'workingHours', [], '2025-12-06T00:00', '2025-12-08T00:00', []],
    [
      'working hours: also on a Sunday that the calendar makes a working day',
      'workingHours',
      [],
      '2025-09-28T00:00',
      '2025-09-29T00:00',
      [['09-28T08:30', '09-28T17:30']],
    ],
    ['working hours: not on a holiday', 'workingHours', [], '2025-10-01T00:00', '2025-10-02T00:00', []],
  ])('%s', (_, cover, weekly, from, to, expected) => {
    expect(between(cover, weekly, from, to)).toEqual(expected)
  })
})

describe('a person’s own', () => {
  it('week runs from Monday to Sunday and tells day from night', () => {
    const rota = rotaOf([slot(2, '08:00', '20:00', 'li'), thursday, slot(5, '20:00', '08:00', 'li'), night])
    expect(weekOf(rota, 'li', at('2025-12-07T23:00')).map(({ day, kinds }) => `${day} ${kinds}`)).toEqual([
      '2025-12-01 ',
      '2025-12-02 day',
      '2025-12-03 ',
      '2025-12-04 day',
      '2025-12-05 night',
      '2025-12-06 ',
      '2025-12-07 ',
    ])
  })
  it.each([
    ['2025-12-04T08:00', '2025-12-04T20:00', ['day']],
    ['2025-12-04T06:00', '2025-12-04T14:00', ['day']],
    ['2025-12-04T12:00', '2025-12-05T00:00', ['day']],
    ['2025-12-04T20:00', '2025-12-05T08:00', ['night']],
    ['2025-12-04T18:00', '2025-12-05T00:00', ['night']],
    ['2025-12-04T00:00', '2025-12-04T08:00', ['night']],
    ['2025-12-04T00:00', '2025-12-05T00:00', ['day', 'night']],
    ['2025-12-04T08:00', '2025-12-05T08:00', ['day', 'night']],
  ])('from %s to %s is %j', (from, to, expected) => {
    expect(kindsOf({ from: at(from), to: at(to) })).toEqual(expected)
  })
  it.each([
    ['2025-12-04T07:59', false],
    ['2025-12-04T08:00', true],
    ['2025-12-04T20:00', true],
    ['2025-12-04T22:00', true],
    ['2025-12-04T22:01', false],
  ])('shift can be handed over at %s: %s', (moment, may) => {
    expect(shiftToHandOver(rotaOf([thursday]), 'li', at(moment)) !== undefined).toBe(may)
  })
  it('note is the newest that somebody else left, for three days', () => {
    const note = (id: string, from: string, moment: string) => ({
      id,
      from: person(from),
      words: id,
      at: at(moment),
    })
    const notes = [
      note('mine', 'li', '2025-12-04T20:00'),
      note('wanted', 'wang', '2025-12-04T08:00'),
      note('older', 'sun', '2025-12-03T20:00'),
    ]
    expect(noteFor({ notes }, 'li', at('2025-12-04T21:00'))?.id).toBe('wanted')
    expect(noteFor({ notes }, 'li', at('2025-12-08T21:00'))).toBeUndefined()
  })
})

describe('whatever the plan', () => {
  const anySlot = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1439 }),
      who: fc.constantFrom('li', 'wang', 'zhao'),
    })
    .map(
      ({ who, ...times }): Slot => ({
        id: `${times.weekday}-${times.from}-${who}`,
        ...times,
        who: person(who),
      }),
    )
  const anyRota = fc
    .record({
      weekly: fc.array(anySlot, { maxLength: 8 }),
      cover: fc.constantFrom(...(Object.keys(coverNames) as Cover[])),
    })
    .map(({ weekly, cover }) => rotaOf(weekly, { cover }))
  const start = at('2025-12-01T00:00')
  const moment = fc.integer({ min: start, max: start + 14 * day })

  it('somebody is on duty exactly when a shift runs, and the week repeats', () => {
    fc.assert(
      fc.property(anyRota, moment, (rota, now) => {
        const running = onDutyAt(rota, now)
        expect(running.every(({ from, to }) => from <= now && now < to)).toBe(true)
        const later = onDutyAt(rota, now + 7 * day)
        expect(later.map(({ slotId }) => slotId)).toEqual(running.map(({ slotId }) => slotId))
      }),
    )
  })
  it('at no moment that must be manned is there neither a shift nor a gap, nor both', () => {
    fc.assert(
      fc.property(anyRota, moment, moment, (rota, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const always = { ...rota, cover: 'always' as const }
        const gaps = gapsBetween(always, from, to)
        for (const now of [from, Math.floor((from + to) / 2), to - 1]) {
          const inGap = gaps.some((gap) => gap.from <= now && now < gap.to)
          expect(inGap).toBe(onDutyAt(rota, now).length === 0)
        }
        expect(gaps.every((gap) => from <= gap.from && gap.from < gap.to && gap.to <= to)).toBe(true)
      }),
    )
  })
  it('a span shows what its two halves show', () => {
    fc.assert(
      fc.property(anyRota, moment, moment, moment, (rota, ...moments) => {
        const [a, b, c] = moments.sort((x, y) => x - y) as [number, number, number]
        const ids = (from: number, to: number) =>
          shiftsBetween(rota, from, to).map((shift) => `${shift.day} ${shift.slotId}`)
        expect(new Set(ids(a, c))).toEqual(new Set([...ids(a, b), ...ids(b, c)]))
      }),
    )
  })
})
