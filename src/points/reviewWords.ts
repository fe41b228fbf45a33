import type { EntryView } from '../../domain/contract'
import type { ReviewState } from '../../domain/points/review/review'

/** What a held payment means for its person now, and what they can do; nothing of why. */
export const reviewWords: Record<ReviewState, (points: number) => string> = {
  waiting: (points) => `${points} 分先不发，有人看过就告诉您`,
  denied: (points) => `${points} 分没发，点开看原因，可以申诉一次`,
  appealed: (points) => `${points} 分换一位在看，看过就告诉您`,
  paid: (points) => `${points} 分核对过，已经发了`,
  upheld: (points) => `${points} 分没发，两位都看过了`,
  dropped: (points) => `${points} 分不用核对了`,
}

/** The line of a statement of which something is held: below a limit first what was paid. */
export function heldWords({
  kind,
  arithmetic,
  held,
}: Pick<EntryView, 'kind' | 'arithmetic' | 'held'>): string {
  if (!held) return arithmetic
  const words = reviewWords[held.state](held.points)
  // The sum was written when it was held; how it went since stands beside it.
  return kind === 'wait'
    ? words
    : held.state === 'waiting'
      ? arithmetic
      : `${arithmetic.split('，多的')[0]}，多的 ${words}`
}
