import { expect, it } from 'vitest'
import { dayOf, endOf, momentOf } from './dayField'

it('days and times are those of Beijing, wherever the phone is', () => {
  expect(dayOf(Date.parse('2026-12-01T16:30:00Z'))).toBe('2026-12-02')
  expect(endOf('2026-12-02')).toBe(Date.parse('2026-12-02T23:59:00+08:00'))
  expect(momentOf('2026-12-02', '09:30')).toBe(Date.parse('2026-12-02T09:30:00+08:00'))
})
