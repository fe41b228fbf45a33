import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar.ts'

const event = {
  id: 't1',
  title: '雪后清扫北站路台阶',
  words: '铁锹在驿站门口，拿了就干。\n记得戴手套; 别滑倒, 慢点。',
  place: '北站路\\台阶',
  from: Date.parse('2026-12-04T14:00:00+08:00'),
  to: Date.parse('2026-12-04T15:00:00+08:00'),
}
const file = calendarFile(event, Date.parse('2026-12-04T10:20:00+08:00'))
const unfolded = file.replaceAll('\r\n ', '')

describe('a calendar file', () => {
  it('says when, in UTC, and reminds', () => {
    expect(unfolded.split('\r\n')).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'UID:t1@fengming',
        'DTSTAMP:20261204T022000Z',
        'DTSTART:20261204T060000Z',
        'DTEND:20261204T070000Z',
        'SUMMARY:雪后清扫北站路台阶',
        'TRIGGER:-PT60M',
      ]),
    )
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
  it('escapes what would end a value', () => {
    expect(unfolded).toContain('LOCATION:北站路\\\\台阶\r\n')
    expect(unfolded).toContain('拿了就干。\\n记得戴手套\\; 别滑倒\\, 慢点。\r\n')
  })
  it('has no line longer than 75 octets, and cuts no letter in two', () => {
    for (const words of ['蜂'.repeat(200), '🐝'.repeat(90), `a${'é'.repeat(200)}`]) {
      const long = calendarFile({ ...event, words }, event.from)
      for (const line of long.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(long.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${words}`)
    }
  })
  it('leaves out words that are not there', () =>
    expect(calendarFile({ ...event, words: '' }, 0).match(/DESCRIPTION/g)).toHaveLength(1))
})
