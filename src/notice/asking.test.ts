import { describe, expect, it } from 'vitest'
import type { NoticeView } from '../../domain/contract'
import { byDay, waiting } from './asking'

const day = 86_400_000
const now = Date.parse('2025-12-04T10:20+08:00')
const item = (id: string, change: Partial<NoticeView> = {}): NoticeView => ({
  id,
  at: now - day,
  head: '办完了，等您一句话',
  sentence: '',
  about: { id: 'a', as: 'person' },
  read: false,
  asks: true,
  ...change,
})

describe('items that wait for an answer', () => {
  const older = item('1', { at: now - 2 * day })
  it.each<[string, NoticeView[], Record<string, number>, string[]]>([
    ['what was resolved', [item('2')], {}, ['2']],
    ['the newest of an appeal only', [item('2'), older], {}, ['2']],
    ['not when something has happened since', [item('2', { asks: false }), older], {}, []],
    ['each appeal by itself', [item('2'), item('3', { about: { id: 'b', as: 'person' } })], {}, ['2', '3']],
    ['not once answered', [item('2')], { a: now - 1 }, []],
    ['again when it was resolved again', [item('2')], { a: now - 3 * day }, ['2']],
    ['not when it has closed by itself', [item('2', { at: now - 11 * day })], {}, []],
    ['not who passed by', [item('2', { about: { id: 'a', as: 'passerBy' } })], {}, []],
    ['not news', [item('2', { asks: false })], {}, []],
  ])('%s', (_, rows, answered, expected) => {
    expect([...waiting(rows, answered, now)]).toEqual(expected)
  })
})

it('stand day by day', () => {
  const rows = [5, 4, 4, 2].map((at) => ({ at }))
  expect(byDay(rows, String).map(({ day, rows }) => [day, rows.length])).toEqual([
    ['5', 1],
    ['4', 2],
    ['2', 1],
  ])
})
