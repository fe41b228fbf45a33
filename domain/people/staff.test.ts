import { describe, expect, it } from 'vitest'
import type { Appointment } from './person.ts'
import { nameKey, ownKey, roleKey, staffKeys } from './staff.ts'

const now = Date.parse('2026-11-25T09:00+08:00')
const appointment = (change: Partial<Appointment>): Appointment => ({
  id: 'a',
  role: 'gridWorker',
  organisation: {
    id: 'c1',
    name: '凯旋社区',
    kind: 'community',
    area: 'c1',
    ancestors: ['s1', 'd1', '2101'],
  },
  until: null,
  ...change,
})

describe('staffKeys', () => {
  it('finds a person in their organisation and in all above, by role and by any part of their name', () => {
    const keys = staffKeys([appointment({})], '老王A', now)
    expect(keys).toContain(ownKey('c1'))
    expect(keys).not.toContain(ownKey('s1'))
    for (const scope of ['c1', 's1', 'd1', '2101']) {
      expect(keys).toContain(scope)
      expect(keys).toContain(roleKey(scope, 'gridWorker'))
      for (const part of ['老王a', '王A', 'a']) expect(keys).toContain(nameKey(scope, part))
    }
    expect(keys).toHaveLength(2 + 4 * 8)
  })
  it.each([
    ['has ended', now - 1],
    ['ends this very moment', now],
  ])('does not find who %s', (_, until) => {
    expect(staffKeys([appointment({ until })], '老王', now)).toEqual([])
  })
  it('finds who ends later, and says each key once', () => {
    const keys = staffKeys(
      [appointment({ until: now + 1 }), appointment({ id: 'b', role: 'secretary' })],
      undefined,
      now,
    )
    expect(keys.filter((key) => key === '2101')).toHaveLength(1)
    expect(keys).toContain(roleKey('c1', 'secretary'))
  })
})
