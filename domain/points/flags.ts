import { metresBetween } from '../place/geography.ts'
import { inBeijing } from '../time.ts'
import type { Account, Trace } from './account.ts'
import type { Above } from './booking.ts'
import type { Cause, Evidence } from './cause.ts'
import { type CapPeriod, capNames } from './rules.ts'

const minute = 60_000
const kilometre = 1_000

/** From where on something is for a person to look at (points.md, Anti-fraud). Each is the last value that is paid. */
export const flagBounds = {
  /** Somebody verifies another, and is verified by them, so often within two months. */
  pair: 2,
  /** So often somebody is paid for seeing what the same person saw, within forty days. */
  follows: 5,
  /** Kilometres per hour: no scooter is faster. Shorter ways are within what a phone errs by. */
  speed: 60,
  way: kilometre,
  /** Snaps of one person at one place: so many, within so long a time and so many metres. */
  burst: { snaps: 3, within: 10 * minute, metres: 50 },
} as const

/** A photo that served as proof before. */
export interface Reused {
  photo: string
  /**
   * Of what, when, whose. Absent where one of the two is confidential: who judges the one must not learn that its person
   * reported the other.
   */
  before?: {
    title: string
    at: number
    own: boolean
    /** Absent where it may not be shown. */
    photo?: string
  }
}

/** What was found, with the facts that the officer reads. */
export type Found =
  | ({ flag: 'photoReused' } & Reused)
  | { flag: 'pair'; times: number; back: number }
  | { flag: 'follows'; times: number }
  | { flag: 'tooFast'; title: string; at: number; metres: number; milliseconds: number }
  | { flag: 'burst'; count: number }
  | { flag: 'aboveCap'; points: number; period: CapPeriod; most: number }
export type Flag = Found['flag']

type Explain = { [F in Flag]: { name: string; explain(found: Extract<Found, { flag: F }>): string } }

/** Each flag with its word and the sentence for the officer. The person reads none of it (ledger.ts, neutralWords). */
export const flags: Explain = {
  photoReused: {
    name: '照片用过',
    explain: ({ before }) =>
      before
        ? `这张照片 ${moment(before.at)}用过：${before.title}，${before.own ? '是本人交的' : '是另一个人交的'}。`
        : '这张照片以前用过。那一次的事不便给您看。',
  },
  pair: {
    name: '互相验收',
    explain: ({ times, back }) => `这两个月，验收人给他验收了 ${times} 次，他给验收人验收了 ${back} 次。`,
  },
  follows: {
    name: '总跟着同一个人',
    explain: ({ times }) => `40 天里第 ${times} 次，同一个人拍的，他最先“也看到”。`,
  },
  tooFast: {
    name: '两次签到隔得太远',
    explain: ({ title, at, metres, milliseconds }) =>
      `${moment(at)}在“${title}”签到，和这一次相隔 ${distance(metres)}、${span(milliseconds)}，电动车到不了。`,
  },
  burst: {
    name: '一个地方连着拍',
    explain: ({ count }) =>
      `${flagBounds.burst.within / minute} 分钟里，${flagBounds.burst.metres} 米之内，这是第 ${count} 件。`,
  },
  aboveCap: {
    name: '超过上限',
    explain: ({ points, period, most }) =>
      `任务写明的分，比${capNames[period]}上限 ${most} 多出 ${points} 分。`,
  },
}

/** The officer's sentence of what was found. */
export const explain = (found: Found): string =>
  (flags[found.flag].explain as (found: Found) => string)(found)

/** All that sends a payment to a person instead of paying it; empty: it is paid. */
export function flagsOf(
  cause: Cause,
  { traces = [] }: Pick<Account, 'traces'>,
  { above, reused = [] }: { above?: Above | undefined; reused?: readonly Reused[] },
): Found[] {
  const others = traces.filter(({ key }) => key !== cause.key)
  const found = [
    ...reused.map((photo): Found => ({ flag: 'photoReused', ...photo })),
    pair(cause),
    follows(cause, others),
    tooFast(cause, others),
    burst(cause, others),
    above && ({ flag: 'aboveCap', points: above.points, period: above.period, most: above.most } as const),
  ]
  return found.filter((each) => each !== undefined)
}

function pair({ evidence }: Cause): Found | undefined {
  const { times, back } = evidence?.mutual ?? { times: 0, back: 0 }
  return Math.min(times, back) > flagBounds.pair ? { flag: 'pair', times, back } : undefined
}

function follows({ evidence }: Cause, traces: readonly Trace[]): Found | undefined {
  const whom = evidence?.follows
  if (whom === undefined) return undefined
  const times = traces.filter((trace) => trace.follows === whom).length + 1
  return times > flagBounds.follows ? { flag: 'follows', times } : undefined
}

type Stood = NonNullable<Evidence['stood']>

/** The fastest of the ways between this check-in and another, where no scooter makes it. */
function tooFast(cause: Cause, traces: readonly Trace[]): Found | undefined {
  const { kind, at, doneAt = at, evidence } = cause
  const here = evidence?.stood
  if (kind !== 'taskVerified' || !here) return undefined
  const ways = traces.flatMap((trace) => {
    if (trace.kind !== kind || !trace.stood) return []
    const metres = Math.round(gap(here, trace.stood))
    const milliseconds = Math.abs(doneAt - trace.at)
    const reach = (flagBounds.speed * kilometre * milliseconds) / (60 * minute)
    return metres >= flagBounds.way && metres > reach ? [{ trace, metres, milliseconds }] : []
  })
  const [fastest] = ways.sort((a, b) => a.milliseconds / a.metres - b.milliseconds / b.metres)
  if (!fastest) return undefined
  const { trace, metres, milliseconds } = fastest
  return { flag: 'tooFast', title: trace.title, at: trace.at, metres, milliseconds }
}

/** Metres that lie between two places at least, wherever around them one stood. */
const gap = (a: Stood, b: Stood): number => Math.max(0, metresBetween(a.point, b.point) - a.radius - b.radius)

const snaps: readonly Cause['kind'][] = ['snapConfirmed', 'foodSafetyConfirmed']

function burst({ kind, at, doneAt = at, evidence }: Cause, traces: readonly Trace[]): Found | undefined {
  const here = evidence?.stood
  if (!here || !snaps.includes(kind)) return undefined
  const { snaps: most, within, metres } = flagBounds.burst
  const near = traces.filter(
    ({ kind: other, at: then, stood }) =>
      snaps.includes(other) &&
      Math.abs(doneAt - then) <= within &&
      stood !== undefined &&
      metresBetween(here.point, stood.point) <= metres,
  )
  const count = near.length + 1
  return count > most ? { flag: 'burst', count } : undefined
}

const moment = (at: number): string => inBeijing(at).format('M月D日 HH:mm ')

const distance = (metres: number): string =>
  metres < kilometre ? `${metres} 米` : `${(metres / kilometre).toFixed(1)} 公里`

function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute)
  if (minutes < 1) return '不到 1 分钟'
  return minutes < 60 ? `${minutes} 分钟` : `${(minutes / 60).toFixed(1)} 小时`
}
