import type { Trade } from '../../people/roles.ts'
import type { Category } from '../categories.ts'
import type { Kind } from '../names.ts'
import { type LessonBook, suggest, train } from './model.ts'

/** A text whose category is known. */
export interface KnownText {
  text: string
  category: Category
  kind?: Kind
  trade?: Trade
}

/** Shares between 0 and 1: how often the likeliest, and one of the three likeliest, was the one. */
export interface Hits {
  first: number
  three: number
}

/** How well the data files alone do on texts that they don't hold. */
export function hitsUnseen(book: LessonBook, known: readonly KnownText[]): Hits {
  const model = train(book)
  return hits(known.map((each) => rankOf(suggest(model, each.text, each), each.category)))
}

/** How well they do when they have also learnt all texts but the one that is asked about. */
export function hitsLeaveOneOut(book: LessonBook, known: readonly KnownText[]): Hits {
  return hits(
    known.map((each) => {
      const model = train(
        book,
        known.filter((other) => other !== each),
      )
      return rankOf(suggest(model, each.text, each), each.category)
    }),
  )
}

/** The keys of three categories in any case: where the words say nothing, what is usual fills up. */
export function threeKeys(found: readonly { category: Category }[], kind?: Kind): Category[] {
  const told = found.map(({ category }) => category)
  return [...new Set([...told, ...usual[kind ?? 'request']])].slice(0, 3)
}
const usual: Record<Kind, readonly Category[]> = {
  request: ['other', 'gateAccess', 'charging'],
  snap: ['other', 'obstruction', 'sanitation'],
  relief: ['penalty', 'platformRule', 'other'],
  wish: ['other', 'restSpot', 'charging'],
}

const rankOf = (found: readonly { category: Category }[], category: Category) =>
  found.length === 0 && category === 'other' ? 0 : found.findIndex((each) => each.category === category)

function hits(ranks: readonly number[]): Hits {
  const share = (count: number) => count / Math.max(1, ranks.length)
  return {
    first: share(ranks.filter((rank) => rank === 0).length),
    three: share(ranks.filter((rank) => rank >= 0).length),
  }
}
