import { expect, test } from 'vitest'
import { atLeast, atMost, measureTable } from './measure.ts'

const bytes = { part: 'bundle', name: 'main package', value: 1_500_000, unit: 'bytes' }

test.each([
  [atMost(bytes, 1_500_000), true],
  [atMost(bytes, 1_499_999), false],
  [atLeast(bytes, 1_500_000), true],
  [atLeast(bytes, 1_500_001), false],
])('%o holds: %s', (measure, holds) => {
  expect(measure.holds).toBe(holds)
})

test('the table aligns figures and says what is broken', () => {
  const table = measureTable([
    bytes,
    atMost({ ...bytes, name: 'first setData', value: 206.25, unit: 'bytes' }, 200),
  ])
  expect(table.split('\n')).toEqual([
    'name               value  unit   limit',
    'main package   1,500,000  bytes',
    'first setData      206.3  bytes    200  BROKEN',
  ])
})
