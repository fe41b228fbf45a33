// As a whole: Node itself finds no names in the package's CommonJS, bundlers and tests do.
import chineseDays from 'chinese-days'
import { beijingDate, inBeijing, startOfDay } from '../time.ts'
import type { Kind, Urgency } from './appeal.ts'

const minute = 60_000
const hour = 60 * minute

/** When an organisation works on a working day, minutes after midnight, Beijing time. */
export interface Hours {
  opens: number
  closes: number
}
export const defaultHours: Hours = { opens: 8.5 * 60, closes: 17.5 * 60 }

type Span = { minutes: number } | { workingHours: number } | { workingDays: number }

/** How long each urgency allows (appeals.md, Clocks). */
export const allowances: Record<Urgency, { accept: Span; resolve: Span }> = {
  urgent: { accept: { minutes: 30 }, resolve: { minutes: 24 * 60 } },
  high: { accept: { workingHours: 4 }, resolve: { workingDays: 3 } },
  normal: { accept: { workingDays: 1 }, resolve: { workingDays: 7 } },
  hard: { accept: { workingDays: 1 }, resolve: { workingDays: 15 } },
}

/** The two clocks of an appeal dispatched at `at`. A wish has no second one: it need only be answered. */
export function deadlines(
  kind: Kind,
  urgency: Urgency,
  at: number,
  hours: Hours = defaultHours,
): { acceptBy: number; resolveBy?: number } {
  const { accept, resolve } = allowances[urgency]
  const acceptBy = endOfSpan(at, accept, hours)
  return kind === 'wish' ? { acceptBy } : { acceptBy, resolveBy: endOfSpan(at, resolve, hours) }
}

/**
 * The moment a span ends. Minutes run at any hour. Working hours run while the organisation is open on a working
 * day of the Chinese calendar (with its 调休 days). Working days end at the same time of day; what arrives outside
 * the hours counts from the next opening.
 */
export function endOfSpan(at: number, span: Span, hours: Hours = defaultHours): number {
  if ('minutes' in span) return at + span.minutes * minute
  let moment = nextWorking(at, hours)
  if ('workingDays' in span) {
    for (let left = span.workingDays; left > 0; left -= 1) moment = sameTimeNextWorkday(moment)
    return moment
  }
  let left = span.workingHours * hour
  for (;;) {
    const closes = startOfDay(moment) + hours.closes * minute
    if (moment + left <= closes) return moment + left
    left -= closes - moment
    moment = nextWorking(closes, hours)
  }
}

function nextWorking(at: number, hours: Hours): number {
  const start = startOfDay(at)
  if (isWorkingDay(start)) {
    const opens = start + hours.opens * minute
    if (at < opens) return opens
    if (at < start + hours.closes * minute) return at
  }
  return sameTimeNextWorkday(start) + hours.opens * minute
}

function sameTimeNextWorkday(at: number): number {
  let next = inBeijing(at).add(1, 'day')
  while (!isWorkingDay(next.valueOf())) next = next.add(1, 'day')
  return next.valueOf()
}

/** Whether the Chinese calendar, with its 调休 days, has people work on the day that a moment falls on. */
export const isWorkingDay = (at: number): boolean => chineseDays.isWorkday(beijingDate(at))

/** How much of a clock has run: 0 at the start, 1 at the deadline. Warnings start at 0.8. */
export function elapsed(from: number, by: number, now: number): number {
  return by <= from ? 1 : Math.max(0, (now - from) / (by - from))
}
export const warningAt = 0.8
