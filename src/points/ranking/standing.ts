import type { Output } from '../../../domain/contract'
import type { Period } from '../../../domain/points/ranking/periods'
import { placesIn } from '../../../domain/points/ranking/places'

export type Board = Output<'ranking.mine'>['boards'][number]
type Row = Output<'ranking.list'>['rows'][number]

/** A row with its place; the first of several with the same points stands as high as the last. */
export interface Placed extends Row {
  place: number
}

/** Rows in the order of points with their places. */
export function placed(rows: readonly Row[]): Placed[] {
  const places = placesIn(rows)
  return rows.map((row, index) => ({ ...row, place: places[index] ?? index + 1 }))
}

/** Where I stand on a board, in words: my place where it has been read, else what is known of it. */
export function ownWords(
  { points }: Pick<Board, 'points'>,
  period: Period,
  shown: boolean,
  rows: readonly Placed[],
): string {
  const mine = rows.find((row) => row.mine)
  if (!shown) return '没上榜'
  if (mine) return `第 ${mine.place} 名`
  if (points[period] === 0) return '还没有分'
  // Just earned: the timer has not counted it, or the row is further down.
  return rows.length > 0 ? `${rows.length} 名以后` : '马上就上榜'
}
