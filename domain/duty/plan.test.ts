import { expect, it } from 'vitest'
import { overlappingSlot, type PlannedSlot, slotId } from './plan.ts'

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
