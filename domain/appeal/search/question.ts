import { Refusal } from '../../errors.ts'
import type { Appeal } from '../appeal.ts'
import { type AppealState, isWorking } from '../states.ts'
import { allKey, areaKey, categoryKey, kindKey, wordKey } from './keys.ts'
import { rarest, wordsOf, wordsOfAppeal } from './words.ts'

/** What somebody looks for; all of it must hold. */
export interface Question {
  /** The scopes in which they search (keys.ts). */
  scopes: readonly string[]
  text: string
  states: readonly AppealState[]
  category?: Appeal['category'] | undefined
  kind?: Appeal['kind'] | undefined
  area?: string | undefined
  late: boolean
  /** Whose, where they look for what they took on themselves. */
  mine?: string | undefined
  /** When it was sent: from, and before, in milliseconds. */
  from?: number | undefined
  until?: number | undefined
}

/** The one index that a search goes along; what else was asked is looked at in what it finds. */
export type Way =
  | { by: 'keys'; keys: string[] }
  | { by: 'responsible'; personId: string }
  | { by: 'late'; scopes: readonly string[] }
  | { by: 'states'; scopes: readonly string[]; states: readonly AppealState[] }

/** The way that is likely to meet the fewest others: rarest things first. Refuses words that find everything. */
export function wayOf(question: Question): Way {
  const { scopes, text, states, category, kind, area, late, mine } = question
  const along = (key: (scope: string) => string): Way => ({ by: 'keys', keys: scopes.map(key) })
  if (text.trim() !== '') {
    const word = rarest(wordsOf(text))
    if (word === undefined) throw new Refusal('SEARCH_TOO_SHORT')
    return along((scope) => wordKey(scope, word))
  }
  if (mine !== undefined) return { by: 'responsible', personId: mine }
  if (area !== undefined) return along((scope) => areaKey(scope, area))
  if (late) return { by: 'late', scopes }
  // Most that there ever was is closed; of the other states there are few.
  if (states.length > 0 && !states.includes('closed')) return { by: 'states', scopes, states }
  if (category !== undefined) return along((scope) => categoryKey(scope, category))
  if (states.length > 0) return { by: 'states', scopes, states }
  if (kind !== undefined) return along((scope) => kindKey(scope, kind))
  return along(allKey)
}

type Asked = Pick<
  Appeal,
  | 'scopes'
  | 'title'
  | 'text'
  | 'state'
  | 'category'
  | 'kind'
  | 'place'
  | 'dueAt'
  | 'responsible'
  | 'createdAt'
>

/** Whether an appeal is what was asked for, all of it. */
export function answers(appeal: Asked, question: Question, now: number): boolean {
  const { scopes, text, states, category, kind, area, late, mine, from, until } = question
  const words = wordsOf(text)
  const has = words.length > 0 ? new Set(wordsOfAppeal(appeal)) : undefined
  return (
    isWithin(appeal, scopes) &&
    words.every((word) => has?.has(word)) &&
    (states.length === 0 || states.includes(appeal.state)) &&
    (category === undefined || appeal.category === category) &&
    (kind === undefined || appeal.kind === kind) &&
    (area === undefined || appeal.place.area === area) &&
    (!late || (isWorking(appeal.state) && appeal.dueAt < now)) &&
    (mine === undefined || appeal.responsible?.personId === mine) &&
    (from === undefined || appeal.createdAt >= from) &&
    (until === undefined || appeal.createdAt < until)
  )
}

/** Whether an appeal lies in one of the scopes that somebody searches in. */
export const isWithin = ({ scopes = [] }: Pick<Appeal, 'scopes'>, searched: readonly string[]): boolean =>
  scopes.some((scope) => searched.includes(scope))
