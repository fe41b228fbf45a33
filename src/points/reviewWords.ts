import type { EntryView } from '../../domain/contract'
import { type ReviewState, reviewNames } from '../../domain/points/review/review'

/** What a held payment means for its person now, and what they can do; nothing of why. */
export const reviewWords: Record<ReviewState, (points: number) => string> = {
  waiting: (points) => `${points} 分先不发，有人看过就告诉您`,
  denied: (points) => `${points} 分没发，可以申诉一次`,
  appealed: (points) => `${points} 分换一位在看，看过就告诉您`,
  paid: (points) => `${points} 分核对过，已经发了`,
  upheld: (points) => `${points} 分没发，两位都看过了`,
  dropped: (points) => `${points} 分不用核对了`,
}

/** The line of a statement: the sum, and how it stands with what is held of it. */
export function entryWords({
  kind,
  arithmetic,
  held,
}: Pick<EntryView, 'kind' | 'arithmetic' | 'held'>): string {
  if (!held) return arithmetic
  const { points, state } = held
  if (kind === 'wait') return reviewWords[state](points)
  const rest = state === 'waiting' ? `${points} 分${reviewNames.waiting}` : reviewWords[state](points)
  return `${arithmetic}，多的 ${rest}`
}
