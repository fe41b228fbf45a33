/** The place of each of rows in the order of points: the same points share a place, and the next one follows after all of them. */
export function placesIn(rows: readonly { points: number }[]): number[] {
  const places: number[] = []
  for (const [index, { points }] of rows.entries())
    places.push(index > 0 && rows[index - 1]?.points === points ? (places[index - 1] ?? 1) : index + 1)
  return places
}
