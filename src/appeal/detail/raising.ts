import type { AppealView } from '../../../domain/contract'
import { reopenWithin } from '../words'

/** The two ways up that are the person's: what was closed goes on, what was declined is looked at anew. */
export type Way = 'reopen' | 'review'

interface WayWords {
  /** On the bar. */
  button: string
  /** Of the sheet. */
  title: string
  follows: (above: Above) => string
  reasons: readonly string[]
  placeholder: string
  send: string
  done: (above: string) => string
  /** Below the button: how long, and who takes it. */
  consequence: (days: number, above: Above) => string
}

export const wayWords: Record<Way, WayWords> = {
  reopen: {
    button: '没办好，重开',
    title: '哪里没办好？',
    follows: ({ name, higher }) =>
      higher
        ? `重开就升一级，由${name}接着办，时限重新算。原来的单位留下帮着办。`
        : `重开就由${name}接着办，时限重新算。`,
    reasons: ['还是老样子', '只办了一半', '好了又坏了', '和说的不一样'],
    placeholder: '比如：门开了两天，又锁上了',
    send: '重开',
    done: (above) => `重开了，由${above}接着办`,
    consequence: (days, { name, higher }) => `还有 ${days} 天能重开，${higher ? '升一级' : ''}由${name}办`,
  },
  review: {
    button: '请上一级复核',
    title: '为什么该受理？',
    follows: ({ name }) => `由${name}重新看一遍，只有一次。写清楚些，好判断。`,
    reasons: ['就在这个社区', '情况没说清', '有新的情况', '原因不对'],
    placeholder: '比如：门就在凯旋社区里，天天要走',
    send: '请它复核',
    done: (above) => `请${above}复核了`,
    consequence: (days, { name }) => `还有 ${days} 天，只有一次，由${name}来看`,
  },
}

/** Who takes it; at the top there is nobody higher, and the same organisation looks at it anew. */
export interface Above {
  name: string
  higher: boolean
}

/** Until the view says so, nobody is named. */
export function aboveOf({ above, organisation }: Pick<AppealView, 'above' | 'organisation'>): Above {
  return { name: above?.name ?? '上一级', higher: above?.id !== organisation.id }
}

/** Days that are left for it, the last one counted in. */
export function daysLeft({ situation }: Pick<AppealView, 'situation'>, now: number): number {
  return Math.max(0, Math.ceil(((situation.endedAt ?? now) + reopenWithin(situation) - now) / day))
}
const day = 86_400_000
