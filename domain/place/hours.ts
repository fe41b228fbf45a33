/** When an organisation is open on a day, minutes after midnight in Beijing; null: closed. */
export type DayHours = { opens: number; closes: number } | null
/** Seven days, Monday first. */
export type WeekHours = readonly DayHours[]

export const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const weekday: DayHours = { opens: 8.5 * 60, closes: 17 * 60 }
/** What an office keeps unless it says otherwise. */
export const officeHours: WeekHours = [weekday, weekday, weekday, weekday, weekday, null, null]

const midnight = 24 * 60
const two = (value: number) => String(value).padStart(2, '0')
/** 08:30; the end of the day is 24:00. */
export const timeText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Minutes after midnight of a time such as 8:30; undefined when it is none. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return undefined
  const total = Number(hours) * 60 + Number(minutes)
  return total <= midnight ? total : undefined
}

/** Whether a week can be stored: seven days, each closing after it opens. */
export function isWeek(hours: WeekHours): boolean {
  const fits = (day: DayHours) =>
    day === null ||
    (Number.isInteger(day.opens) &&
      Number.isInteger(day.closes) &&
      day.opens >= 0 &&
      day.opens < day.closes &&
      day.closes <= midnight)
  return hours.length === dayNames.length && hours.every(fits)
}

const same = (a: DayHours | undefined, b: DayHours | undefined) =>
  (a?.opens ?? -1) === (b?.opens ?? -1) && (a?.closes ?? -1) === (b?.closes ?? -1)

/** A week in words, as people write it on a door and as the CSV has it: 周一至周五 08:30-17:00；周六 09:00-12:00. */
export function hoursText(hours: WeekHours): string {
  const parts: string[] = []
  for (let day = 0; day < hours.length; ) {
    let last = day
    while (last + 1 < hours.length && same(hours[last + 1], hours[day])) last += 1
    const open = hours[day]
    if (open)
      parts.push(
        `${dayNames[day]}${last > day ? `至${dayNames[last]}` : ''} ${timeText(open.opens)}-${timeText(open.closes)}`,
      )
    day = last + 1
  }
  return parts.join('；') || '不开门'
}

/** Reads what `hoursText` writes, with a little freedom in signs; undefined when it can't be read. */
export function hoursOf(text: string): WeekHours | undefined {
  const days: readonly string[] = dayNames
  const hours: DayHours[] = Array.from({ length: dayNames.length }, () => null)
  if (text.trim() === '不开门') return hours
  for (const part of text.trim().split(/[；;]/)) {
    const [, from, to = from, opens, closes] =
      /^\s*(周[一二三四五六日])(?:[至到~-](周[一二三四五六日]))?\s+(\S+?)\s*[-–—~至]\s*(\S+)\s*$/.exec(
        part,
      ) ?? []
    const open = { opens: minutesOf(opens ?? '') ?? -1, closes: minutesOf(closes ?? '') ?? -1 }
    const first = days.indexOf(from ?? '')
    const last = days.indexOf(to ?? '')
    if (first < 0 || last < first) return undefined
    for (let day = first; day <= last; day += 1) hours[day] = open
  }
  return isWeek(hours) ? hours : undefined
}
