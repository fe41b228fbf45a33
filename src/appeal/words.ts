import { outcomeNames } from '../../domain/appeal/states'
import type { AppealRow } from '../../domain/contract'
import { settingOf } from '../../domain/settings/settings'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** China has one time zone and no summer time. */
const offset = 8 * hour
type Promised = Pick<AppealRow, 'terms'>
/** How long a person has for the one tap after something was resolved, and until it closes by itself. */
export const answerWithin = ({ terms }: Promised): number => settingOf(terms, 'answerDays') * day
export const closesAfter = ({ terms }: Promised): number => settingOf(terms, 'closeDays') * day
/** How long they can reopen what was closed, or ask for a review of what was declined (appeals.md, States). */
export const reopenWithin = ({ terms }: Promised): number => settingOf(terms, 'reopenDays') * day

const inBeijing = (at: number) => new Date(at + offset)
const dayNumber = (at: number) => Math.floor((at + offset) / day)
const two = (value: number) => String(value).padStart(2, '0')

/** Midnight of the day in Beijing that a moment falls on. */
export const startOfDay = (at: number): number => dayNumber(at) * day - offset

/** 09:40 */
export function clock(at: number): string {
  const moment = inBeijing(at)
  return `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`
}

/** 今天, 昨天, 明天, 12月2日; with the year when it is another one. */
export function date(at: number, now: number): string {
  const near = { '-1': '昨天', '0': '今天', '1': '明天' }[String(dayNumber(at) - dayNumber(now))]
  if (near) return near
  const moment = inBeijing(at)
  const year = moment.getUTCFullYear()
  const ofYear = year === inBeijing(now).getUTCFullYear() ? '' : `${year}年`
  return `${ofYear}${moment.getUTCMonth() + 1}月${moment.getUTCDate()}日`
}

/** 今天 09:40, 12月2日 16:02 */
export function moment(at: number, now: number): string {
  return `${date(at, now)} ${clock(at)}`
}

/** A length of time in its two largest units, rounded down: 2 天 23 小时, 3 小时 46 分, 24 分. */
export function span(length: number): string {
  const days = Math.floor(length / day)
  const hours = Math.floor((length % day) / hour)
  const minutes = Math.floor((length % hour) / minute)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`
  return minutes > 0 ? `${minutes} 分` : '不到 1 分'
}

/** A length of time in its largest unit alone: 3 小时, 1 天. For badges. */
export function roughly(length: number): string {
  if (length >= day) return `${Math.floor(length / day)} 天`
  if (length >= hour) return `${Math.floor(length / hour)} 小时`
  return span(length)
}

/** 刚刚, 40 分钟前, 今天 08:12: how old something is, by the minute while it is fresh. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / minute)
  if (minutes < 1) return '刚刚'
  return minutes < 60 ? `${minutes} 分钟前` : moment(at, now)
}

/** 还剩 2 天 23 小时, or 超时 3 小时. */
export function left(by: number, now: number): string {
  return by > now ? `还剩 ${span(by - now)}` : `超时 ${roughly(now - by)}`
}

/** 今天 14:06 前, 12月11日前: a deadline, to the minute while it is near. */
export function until(by: number, now: number): string {
  const near = Math.abs(dayNumber(by) - dayNumber(now)) <= 1
  return near ? `${moment(by, now)} 前` : `${date(by, now)}前`
}

type Standing = Pick<
  AppealRow,
  | 'state'
  | 'outcome'
  | 'acceptBy'
  | 'resolveBy'
  | 'resolvedAt'
  | 'suspendedUntil'
  | 'updatedAt'
  | 'organisation'
  | 'lastNote'
  | 'terms'
>

/** Since when an appeal waits for the person's word; nobody's trying to reach them begins it anew. */
export const askedAt = ({ resolvedAt, updatedAt }: Pick<AppealRow, 'resolvedAt' | 'updatedAt'>): number =>
  resolvedAt ?? updatedAt

/** The right of a row: the clock that runs, as the person who asked cares about it. */
export function dueWords(appeal: Standing, now: number): { text: string; mine: boolean } {
  const { state, outcome, acceptBy, resolveBy, suspendedUntil } = appeal
  switch (state) {
    case 'submitted':
    case 'dispatched':
      return { text: acceptBy > now ? `${until(acceptBy, now)}接单` : left(acceptBy, now), mine: false }
    case 'accepted':
      if (resolveBy === undefined) return { text: '', mine: false }
      return { text: resolveBy > now ? `${until(resolveBy, now)}办结` : left(resolveBy, now), mine: false }
    case 'suspended':
      return { text: suspendedUntil === undefined ? '' : `等到${date(suspendedUntil, now)}`, mine: false }
    case 'resolved': {
      const by = askedAt(appeal) + answerWithin(appeal)
      return { text: by > now ? left(by, now) : '轮到您了', mine: true }
    }
    case 'closed':
      return { text: outcome ? outcomeNames[outcome] : '', mine: false }
    default:
      return { text: '', mine: false }
  }
}

/** Under the title of a row: what comes next, or how it ended. */
export function nextWords(appeal: Standing, now: number): string {
  const { state, outcome, organisation, lastNote, updatedAt } = appeal
  switch (state) {
    case 'submitted':
      return `下一步：${organisation.name}来派单`
    case 'dispatched':
      return `下一步：${organisation.name}接单`
    case 'accepted':
      return lastNote ? `进展：${lastNote}` : `${organisation.name}正在办`
    case 'suspended':
      return '在等外面回话，到日子接着办'
    case 'resolved': {
      const at = askedAt(appeal)
      if (at + answerWithin(appeal) > now) return '下一步：说一声满不满意'
      return `下一步：说一声，${date(at + closesAfter(appeal), now)}自己销号`
    }
    case 'closed': {
      const done = outcome === 'solved' || outcome === 'partly'
      return `${date(updatedAt, now)}${done ? '办完' : '销号'} · ${organisation.name}`
    }
    case 'withdrawn':
      return `${date(updatedAt, now)}您自己撤的`
    case 'declined':
      return `${date(updatedAt, now)} · 点开看原因`
    case 'merged':
      return '和别的并在一起办，办完告诉您'
  }
}
