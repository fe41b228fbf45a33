import { describe, expect, it } from 'vitest'
import { type DraftSlot, planFault, withForm } from './draft'

const slot = (weekday: number, from: number, personId = 'li'): DraftSlot => ({
  weekday,
  from: from * 60,
  to: (from + 12) * 60,
  personId,
  name: personId,
})
const form = { weekdays: [5, 1], from: 480, to: 1200, personId: 'wang' }

describe('withForm', () => {
  it('adds one slot a weekday, in the order of the week', () => {
    const made = withForm([slot(3, 8)], undefined, form, '王姐')
    expect(made.map(({ weekday, name }) => `${weekday} ${name}`)).toEqual(['1 王姐', '3 li', '5 王姐'])
  })
  it('puts it in the place of the one that was changed', () => {
    const changed = slot(3, 8)
    expect(withForm([changed, slot(4, 8)], changed, { ...form, weekdays: [3] }, '王姐')).toEqual([
      { weekday: 3, from: 480, to: 1200, personId: 'wang', name: '王姐' },
      slot(4, 8),
    ])
  })
})

it('says who has two shifts at once, and nothing when all is well', () => {
  expect(planFault([slot(1, 8), slot(1, 10)])).toBe('li周一有两个班时间重了，没有存。请改一个再存。')
  expect(planFault([slot(1, 8), slot(1, 10, 'wang')])).toBeUndefined()
})
