import { evalExpr } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import { sortBytes } from './paths.ts'
import { BadValue, type Document, isObject } from './values.ts'

/** Weeks begin on Sunday; days before the first Sunday are week 0. mingo 7.2.7 counts one more. */
function $week(document: AnyObject, expression: unknown, settings: Options): number | null {
  const value = evalExpr(document, expression, settings)
  const date = value instanceof Date ? value : isObject(value) ? value.date : undefined
  if (value === null || value === undefined) return null
  if (!(date instanceof Date)) throw new BadValue("can't convert to Date for $week")
  const zone = isObject(value) ? zoneMinutes(value.timezone) : 0
  const local = new Date(date.getTime() + zone * 60_000)
  const day = (local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000
  return Math.floor((Math.floor(day) + 7 - local.getUTCDay()) / 7)
}

function zoneMinutes(zone: unknown): number {
  if (zone === undefined || zone === null || zone === 'UTC' || zone === 'GMT') return 0
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(String(zone))
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: String(zone),
    timeZoneName: 'longOffset',
  }).formatToParts(0)
  return zoneMinutes(parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || 'UTC')
}

const argumentsOf = (document: AnyObject, expression: unknown, settings: Options): unknown[] => {
  const value = evalExpr(document, expression, settings)
  return Array.isArray(value) ? value : [value]
}

/** A negative length means the rest, and a length past the end the rest too; mingo 7.2.7 throws at both. */
function $substrBytes(document: AnyObject, expression: unknown, settings: Options): string {
  const [text, start, length] = argumentsOf(document, expression, settings)
  if (text === null || text === undefined) return ''
  const bytes = Buffer.from(text instanceof Date ? text.toISOString() : String(text))
  const from = Number(start)
  if (from < 0) throw new BadValue('$substrBytes: starting index must be non-negative')
  const part = bytes.subarray(from, Number(length) < 0 ? undefined : from + Number(length))
  const whole = part.toString('utf8')
  if (!Buffer.from(whole).equals(part))
    throw new BadValue('$substrBytes: Invalid range, in the middle of a UTF-8 character')
  return whole
}

function indexIn<T>(units: (text: string) => T[]) {
  return (document: AnyObject, expression: unknown, settings: Options): number | null => {
    const [text, wanted, start = 0, end] = argumentsOf(document, expression, settings)
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string')
      throw new BadValue('$indexOf requires strings')
    const all = units(text).slice(0, end === undefined ? undefined : Number(end))
    const searched = units(wanted)
    for (let i = Number(start); i + searched.length <= all.length; i++) {
      if (searched.every((unit, at) => all[i + at] === unit)) return i
    }
    return -1
  }
}

export const expressionOperators = {
  $week,
  $substr: $substrBytes,
  $substrBytes,
  $indexOfCP: indexIn((text) => [...text]),
  $indexOfBytes: indexIn((text) => [...Buffer.from(text)]),
}

/** Sorts in the same order as an index would. */
function $sort(documents: ReturnType<typeof Lazy>, expression: unknown): ReturnType<typeof Lazy> {
  const keys = Object.entries(expression as Record<string, number>).map(([field, direction]) => ({
    field,
    direction: direction < 0 ? (-1 as const) : (1 as const),
  }))
  return documents.transform(((all: Document[]) => {
    const ranked = all.map((document) => ({ document, bytes: sortBytes(document, keys) }))
    return Lazy(ranked.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ document }) => document))
  }) as never)
}

export const pipelineOperators = { $sort }
