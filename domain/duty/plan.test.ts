import { describe, expect, it } from 'vitest'
import { isSaid, noteFor } from './handOver.ts'
import {
  forgetPerson,
  overlappingSlot,
  type PlannedSlot,
  slotId,
  withColleague,
  withoutPerson,
} from './plan.ts'
import type { HandOverNote, Swap, SwapState } from './rota.ts'

const slot = (weekday: number, fromHour: number, toHour: number, personId = 'li'): PlannedSlot => ({
  weekday,
  from: fromHour * 60,
  to: toHour * 60,
  personId,
})

it.each<[string, PlannedSlot[], boolean]>([
  ['one', [slot(1, 8, 20)], false],
  ['one after the other', [slot(1, 8, 20), slot(1, 20, 8)], false],
  ['one inside the other', [slot(1, 8, 20), slot(1, 10, 12)], true],
  ['the same again', [slot(1, 8, 20), slot(1, 8, 20)], true],
  ['two people', [slot(1, 8, 20), slot(1, 10, 12, 'wang')], false],
  ['a night into the next morning', [slot(1, 20, 8), slot(2, 7, 12)], true],
  ['a night up to the next morning', [slot(1, 20, 8), slot(2, 8, 12)], false],
  ['Sunday night into Monday morning', [slot(7, 20, 8), slot(1, 7, 12)], true],
  ['Sunday night up to Monday morning', [slot(7, 20, 8), slot(1, 8, 12)], false],
  ['Monday first, then the Sunday night', [slot(1, 7, 12), slot(7, 20, 8)], true],
  ['round the clock, day after day', [slot(1, 8, 8), slot(2, 8, 8)], false],
  ['round the clock and an hour', [slot(1, 8, 8), slot(2, 7, 9)], true],
])('%s: overlaps %s', (_, slots, overlaps) => {
  expect(overlappingSlot(slots) !== undefined).toBe(overlaps)
})

it('a slot keeps its id when only its end moves', () => {
  expect(slotId(slot(3, 20, 8))).toBe(slotId(slot(3, 20, 6)))
  expect(slotId(slot(3, 20, 8))).not.toBe(slotId(slot(3, 20, 8, 'wang')))
})

it('a rota that is told of somebody anew knows how long they stay, in their slots and where they take over', () => {
  const [li, wang] = ['li', 'wang'].map((personId) => ({ personId, name: personId, title: '网格员' }))
  if (!li || !wang) throw new Error('nobody')
  const swap = {
    id: 's',
    day: '2026-11-30',
    slotId: 'a',
    from: li,
    to: wang,
    state: 'asked',
    askedAt: 0,
  } as const
  const weekly = [
    { ...slot(1, 8, 20), id: 'a', who: li },
    { ...slot(2, 8, 20), id: 'b', who: wang },
  ]
  const now = { ...wang, until: 5 }
  expect(withColleague({ weekly, swaps: [swap] }, now)).toEqual({
    weekly: [weekly[0], { ...weekly[1], who: now }],
    swaps: [{ ...swap, to: now }],
  })
})

describe('withoutPerson', () => {
  const who = (personId: string) => ({ personId, name: personId, title: '网格员' })
  const planned = (personId: string) => ({ ...slot(1, 8, 20, personId), id: personId, who: who(personId) })
  const swap = (to: string, state: SwapState): Swap => ({
    id: `${to}-${state}`,
    day: '2026-11-30',
    slotId: 'li',
    from: who('li'),
    to: who(to),
    state,
    askedAt: 0,
  })
  it('takes their slots, and gives back what they had taken over or were asked to', () => {
    const swaps = [
      swap('wang', 'agreed'),
      swap('wang', 'asked'),
      swap('wang', 'takenBack'),
      swap('zhao', 'agreed'),
    ]
    const left = withoutPerson({ weekly: [planned('li'), planned('wang')], swaps }, 'wang')
    expect(left?.weekly.map(({ id }) => id)).toEqual(['li'])
    expect(left?.swaps.map(({ state }) => state)).toEqual(['declined', 'declined', 'takenBack', 'agreed'])
  })
  it('leaves a rota alone on which they do not stand', () => {
    expect(
      withoutPerson({ weekly: [planned('li')], swaps: [swap('zhao', 'agreed')] }, 'wang'),
    ).toBeUndefined()
  })
})

describe('forgetPerson', () => {
  const named = (personId: string, until?: number) => ({
    personId,
    name: `${personId}的昵称`,
    title: '网格员',
    ...(until !== undefined && { until }),
  })
  const titled = (personId: string) => ({ personId, name: '网格员', title: '网格员' })
  const swap = (from: string, to: string, state: SwapState): Swap => ({
    id: `${from}-${to}-${state}`,
    day: '2026-11-30',
    slotId: 'li',
    from: named(from),
    to: named(to, 5),
    state,
    askedAt: 0,
  })
  const note = (from: string): HandOverNote => ({ id: from, from: named(from), words: '路灯不亮', at: 0 })
  const planned = (personId: string) => ({ ...slot(1, 8, 20, personId), id: personId, who: named(personId) })
  const empty = { weekly: [], swaps: [], notes: [] }

  it.each<[string, Swap, Partial<Swap>]>([
    ['what they asked', swap('wang', 'li', 'asked'), { from: titled('wang'), state: 'takenBack' }],
    ['what they handed on', swap('wang', 'li', 'agreed'), { from: titled('wang'), state: 'agreed' }],
    ['what was declined', swap('wang', 'li', 'declined'), { from: titled('wang'), state: 'declined' }],
    ['what they were asked', swap('li', 'wang', 'asked'), { to: titled('wang'), state: 'declined' }],
    ['what they took over', swap('li', 'wang', 'agreed'), { to: titled('wang'), state: 'declined' }],
    ['what others settled', swap('li', 'zhao', 'asked'), {}],
  ])('%s', (_, before, change) => {
    const rota = { weekly: [planned('li')], swaps: [before], notes: [note('wang')] }
    const after = forgetPerson(rota, 'wang')
    expect(after?.swaps).toEqual([{ ...before, ...change }])
    expect(JSON.stringify(after)).not.toContain('wang的昵称')
  })
  it('empties the notes that they wrote, and leaves those of others', () => {
    const { notes } = forgetPerson({ ...empty, notes: [note('wang'), note('li')] }, 'wang') ?? empty
    expect(notes).toEqual([{ id: 'wang', from: titled('wang'), words: '', at: 0 }, note('li')])
    expect(notes.map(isSaid)).toEqual([false, true])
    expect(noteFor({ notes }, 'zhao', 1)?.id).toBe('li')
  })
  it('takes their slots where these are there still', () => {
    const { weekly } = forgetPerson({ ...empty, weekly: [planned('wang'), planned('li')] }, 'wang') ?? empty
    expect(weekly).toEqual([planned('li')])
  })
  it('again changes nothing more', () => {
    const rota = { weekly: [], swaps: [swap('wang', 'li', 'asked')], notes: [note('wang')] }
    const once = forgetPerson(rota, 'wang') ?? empty
    expect(forgetPerson(once, 'wang')).toEqual(once)
  })
  it('leaves a rota alone on which they stand nowhere', () => {
    const rota = { weekly: [planned('li')], swaps: [swap('li', 'zhao', 'asked')], notes: [note('li')] }
    expect(forgetPerson(rota, 'wang')).toBeUndefined()
  })
})
