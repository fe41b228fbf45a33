import { describe, expect, it } from 'vitest'
import type { AppealRow } from '../../../domain/contract'
import { askedOf, askingOf, dueOf, groupsOf, urgentOf, waitingOf } from './groups'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')

const row = (change: Partial<AppealRow>): AppealRow => ({
  id: '1',
  number: '1202-041733',
  kind: 'request',
  category: 'obstruction',
  urgency: 'normal',
  identity: 'shielded',
  trade: 'delivery',
  title: '早市摆满两边',
  state: 'dispatched',
  organisation: { id: 'o', name: '凯旋社区' },
  placeName: '凯旋社区',
  acceptBy: at('2025-12-04T14:06'),
  resolveBy: at('2025-12-12T14:06'),
  createdAt: at('2025-12-03T14:06'),
  updatedAt: at('2025-12-03T14:06'),
  ...change,
})

describe('groupsOf', () => {
  it.each([
    ['a minute ago', { acceptBy: now - 60_000 }, 'late'],
    ['this very moment', { acceptBy: now }, 'late'],
    ['in a minute', { acceptBy: now + 60_000 }, 'today'],
    ['a minute before midnight', { acceptBy: at('2025-12-04T23:59') }, 'today'],
    ['midnight', { acceptBy: at('2025-12-05T00:00') }, 'later'],
    ['taken, so the other clock counts', { state: 'accepted', acceptBy: now - 60_000 }, 'later'],
    ['taken and to be done today', { state: 'accepted', resolveBy: now + 60_000 }, 'today'],
    ['taken and overdue', { state: 'accepted', resolveBy: now - 60_000 }, 'late'],
    ['suspended: no clock runs', { state: 'suspended', acceptBy: now - 60_000 }, 'later'],
    ['a wish that was taken', { state: 'accepted', resolveBy: undefined }, 'later'],
  ] as const)('%s', (_, change, name) => {
    expect(groupsOf([row(change as Partial<AppealRow>)], now).map((group) => group.name)).toEqual([name])
  })

  it('keeps the order of the rows and leaves out empty groups', () => {
    const rows = [
      row({ id: 'a', acceptBy: now - 9 }),
      row({ id: 'b', acceptBy: now - 8 }),
      row({ id: 'c', acceptBy: at('2025-12-09T10:00') }),
    ]
    expect(groupsOf(rows, now).map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
      ['late', ['a', 'b']],
      ['later', ['c']],
    ])
  })
})

it.each([
  [{}, '14:06 前接'],
  [{ state: 'submitted' }, '14:06 前派'],
  [{ acceptBy: at('2025-12-04T07:20') }, '07:20 该接'],
  [{ acceptBy: at('2025-12-05T10:20') }, '明天 10:20 前接'],
  [{ acceptBy: at('2025-12-08T10:20') }, '12月8日前接'],
  [{ state: 'accepted' }, '12月12日前办完'],
  [{ state: 'accepted', resolveBy: at('2025-12-04T17:00') }, '17:00 前办完'],
  [{ state: 'accepted', resolveBy: at('2025-12-03T17:00') }, '昨天该办完'],
  [{ state: 'accepted', resolveBy: at('2025-12-01T17:00') }, '12月1日该办完'],
  [{ state: 'suspended' }, ''],
] as const)('%o is due %s', (change, words) => expect(dueOf(row(change), now)).toBe(words))

describe('urgentOf', () => {
  it.each([
    ['dispatched', true],
    ['submitted', true],
    ['accepted', false],
    ['suspended', false],
  ] as const)('%s: %s', (state, found) => {
    expect(urgentOf([row({}), row({ urgency: 'urgent', state })]) !== undefined).toBe(found)
  })
})

it('finds the first that waits to be taken', () => {
  const taken = row({ id: 'taken', state: 'accepted' })
  expect(waitingOf([taken, row({ id: 'first' }), row({ id: 'second' })])?.id).toBe('first')
  expect(waitingOf([taken])).toBeUndefined()
})

describe('what waits for its person', () => {
  const day = 86_400_000
  it.each([
    ['just now', 0, 'waiting'],
    ['two days ago', 2 * day, 'waiting'],
    ['three days ago', 3 * day, 'toAsk'],
    ['nine days ago', 9 * day, 'toAsk'],
  ])('resolved %s', (_, ago, name) => {
    const resolved = row({ state: 'resolved', resolvedAt: now - ago, followUps: 0 })
    expect(askingOf([resolved], now).map((group) => group.name)).toEqual([name])
  })
  it.each([
    [3 * day, 0, '3 天前办完'],
    [5 * 3_600_000, 0, '5 小时前办完'],
    [30_000, 0, '刚办完'],
    [4 * day, 2, '4 天前办完 · 问过 2 次'],
  ])('%d ago, asked %d times: %s', (ago, followUps, words) => {
    expect(askedOf(row({ state: 'resolved', resolvedAt: now - ago, followUps }), now)).toBe(words)
  })
})
