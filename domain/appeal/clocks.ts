// As a whole: Node itself finds no names in the package's CommonJS, bundlers and tests do.
import chineseDays from 'chinese-days'
import type { DayHours, WeekHours } from '../place/hours.ts'
import { type AppealTerms, settingOf } from '../settings/settings.ts'
import { beijingDate, inBeijing, startOfDay } from '../time.ts'
import type { Kind, Urgency } from './names.ts'

const minute = 60_000
const hour = 60 * minute

/** When an organisation works on a working day, minutes after midnight, Beijing time. */
export type Hours = NonNullable<DayHours>
export const defaultHours: Hours = { opens: 8.5 * 60, closes: 17.5 * 60 }

type Span = { minutes: number } | { workingHours: number } | { workingDays: number }

/** How long each urgency allows (appeals.md, Clocks), by what its city said when the appeal was sent. */
export function allowancesOf(terms?: AppealTerms): Record<Urgency, { accept: Span; resolve: Span }> {
  const accept = { workingDays: settingOf(terms, 'acceptDays') }
  return {
    urgent: {
      accept: { minutes: settingOf(terms, 'urgentAcceptMinutes') },
      resolve: { minutes: settingOf(terms, 'urgentResolveHours') * 60 },
    },
    high: {
      accept: { workingHours: settingOf(terms, 'highAcceptHours') },
      resolve: { workingDays: settingOf(terms, 'highResolveDays') },
    },
    normal: { accept, resolve: { workingDays: settingOf(terms, 'normalResolveDays') } },
    hard: { accept, resolve: { workingDays: settingOf(terms, 'hardResolveDays') } },
  }
}

/**
 * The two clocks of an appeal dispatched at `at` to an organisation that keeps these hours (absent: office hours). A
 * wish has no second one: it need only be answered. `terms`: what its city said otherwise when it was sent.
 */
export function deadlines(
  kind: Kind,
  urgency: Urgency,
  at: number,
  hours?: WeekHours,
  terms?: AppealTerms,
): { acceptBy: number; resolveBy?: number } {
  const { accept, resolve } = allowancesOf(terms)[urgency]
  const acceptBy = endOfSpan(at, accept, hours)
  return kind === 'wish' ? { acceptBy } : { acceptBy, resolveBy: endOfSpan(at, resolve, hours) }
}

/**
 * The moment a span ends. Minutes run at any hour. Working hours run while the organisation is open on a working
 * day of the Chinese calendar (with its 调休 days). Working days end at the same time of day, or at closing time where
 * that day is shorter; what arrives outside the hours counts from the next opening.
 */
export function endOfSpan(at: number, span: Span, hours?: WeekHours): number {
  if ('minutes' in span) return at + span.minutes * minute
  if ('workingHours' in span) return afterWorkingTime(at, span.workingHours * hour, hours)
  const begins = nextWorking(at, hours)
  let day = startOfDay(begins)
  for (let left = span.workingDays; left > 0; left -= 1) day = nextWorkday(day)
  const { opens, closes } = hoursOn(day, hours)
  const timeOfDay = begins - startOfDay(begins)
  return day + Math.min(Math.max(timeOfDay, opens * minute), closes * minute)
}

/** The moment by which an organisation has worked for so many milliseconds from `at` on. */
export function afterWorkingTime(at: number, milliseconds: number, hours?: WeekHours): number {
  let moment = nextWorking(at, hours)
  for (let left = milliseconds; ; moment = nextWorking(moment, hours)) {
    const closes = startOfDay(moment) + hoursOn(moment, hours).closes * minute
    if (moment + left <= closes) return moment + left
    left -= closes - moment
    moment = closes
  }
}

/** How many milliseconds an organisation works between two moments; 0 when the second is not after the first. */
export function workingTimeBetween(from: number, to: number, hours?: WeekHours): number {
  let worked = 0
  for (let day = startOfDay(from); day < to; day = startOfDay(day + 36 * hour)) {
    if (!isWorkingDay(day)) continue
    const { opens, closes } = hoursOn(day, hours)
    worked += Math.max(0, Math.min(to, day + closes * minute) - Math.max(from, day + opens * minute))
  }
  return worked
}

/** How many working days begin after the day of one moment, up to the day of another. */
export function workingDaysBetween(from: number, to: number): number {
  let days = 0
  for (let day = startOfDay(from); day < startOfDay(to); days += isWorkingDay(day) ? 1 : 0)
    day = startOfDay(day + 36 * hour)
  return days
}

/** When an organisation opens on each of the next working days after today, nearest first. */
export function nextWorkingDays(now: number, count: number, hours?: WeekHours): number[] {
  let day = startOfDay(now)
  return Array.from({ length: count }, () => {
    day = nextWorkday(day)
    return day + hoursOn(day, hours).opens * minute
  })
}

function nextWorking(at: number, hours: WeekHours | undefined): number {
  const start = startOfDay(at)
  if (isWorkingDay(start)) {
    const { opens, closes } = hoursOn(at, hours)
    if (at < start + opens * minute) return start + opens * minute
    if (at < start + closes * minute) return at
  }
  const next = nextWorkday(start)
  return next + hoursOn(next, hours).opens * minute
}

function nextWorkday(midnight: number): number {
  let next = inBeijing(midnight).add(1, 'day')
  while (!isWorkingDay(next.valueOf())) next = next.add(1, 'day')
  return next.valueOf()
}

/**
 * The hours of a working day. On a Saturday that is worked for a holiday the doors keep weekday hours, whatever the
 * week says of Saturdays; an organisation that is never open is taken to keep office hours.
 */
function hoursOn(at: number, week: WeekHours | undefined): Hours {
  const weekday = (inBeijing(at).day() || 7) - 1
  return week?.[weekday] ?? week?.find((day) => day !== null) ?? defaultHours
}

/** Whether the Chinese calendar, with its 调休 days, has people work on the day that a moment falls on. */
export const isWorkingDay = (at: number): boolean => chineseDays.isWorkday(beijingDate(at))

/** How much of a clock has run: 0 at the start, 1 at the deadline. */
export function elapsed(from: number, by: number, now: number): number {
  return by <= from ? 1 : Math.max(0, (now - from) / (by - from))
}
/** Within the first hour it is called out at short intervals. */
const soon = hour
const pagesLater = 18
/**
 * When an urgent appeal that nobody has taken is called out for the n-th time after it arrived (people.md, Duty): every
 * few minutes for an hour, then every hour. Undefined when it has been called out often enough.
 */
export function pageAt(from: number, pages: number, terms?: AppealTerms): number | undefined {
  const apart = settingOf(terms, 'pageMinutes') * minute
  const pagesSoon = Math.floor(soon / apart)
  if (pages >= pagesSoon + pagesLater) return undefined
  return from + (pages < pagesSoon ? (pages + 1) * apart : (pages - pagesSoon + 2) * hour)
}

/** Warnings start when this much of a clock has run. */
export const warningAt = 0.8
