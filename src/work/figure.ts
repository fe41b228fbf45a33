import type { Output } from '../../domain/contract'

export type Counts = Output<'appeal.counts'>

/** A count as people read it: 7, or 99+ where there may be more than was counted. */
export const figure = (counts: Counts, name: keyof Omit<Counts, 'atLeast'>): string =>
  `${counts[name]}${counts.atLeast.includes(name) ? '+' : ''}`
