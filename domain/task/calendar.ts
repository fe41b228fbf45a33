/** What a calendar keeps of a task; times in milliseconds. */
export interface CalendarEvent {
  id: string
  title: string
  words: string
  place: string
  from: number
  to: number
}

/** Minutes before the start at which the phone reminds. */
export const remindedBefore = 60

/**
 * A task as a calendar file (RFC 5545) that any phone opens: times in UTC, a reminder an hour before, lines of at most
 * 75 octets. The same task again changes the entry that is there instead of adding one.
 */
export function calendarFile({ id, title, words, place, from, to }: CalendarEvent, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fengming//Tasks//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@fengming`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    ...(words ? [`DESCRIPTION:${escaped(words)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${remindedBefore}M`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** 20261204T060000Z */
const stamp = (at: number) => new Date(at).toISOString().replace(/\.\d{3}|[-:]/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** A line of more than 75 octets goes on in the next one, after a space; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > 75) {
      parts.push('')
      octets = 1
    }
    parts[parts.length - 1] += letter
    octets += size
  }
  return parts.join('\r\n ')
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
