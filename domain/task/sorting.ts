import type { TaskRow } from '../contract.ts'

export const taskSorts = {
  time: '时间最近',
  distance: '离我最近',
  points: '积分最多',
} as const satisfies Record<string, string>
export type TaskSort = keyof typeof taskSorts

/** What a sort goes by, the smallest first. */
const values: Record<TaskSort, (row: TaskRow) => number> = {
  time: ({ from }) => from,
  distance: ({ metres }) => metres ?? 0,
  points: ({ points }) => 100 - points,
}

/**
 * A page of rows in the order asked for, and where the next one starts: after the row with this value and id, so that no
 * row is shown twice when others come and go.
 */
export function pageSorted(
  rows: readonly TaskRow[],
  sort: TaskSort,
  from: readonly [value: number, id: string] | undefined,
  size: number,
): { rows: TaskRow[]; next?: string } {
  const value = values[sort]
  const order = (a: readonly [number, string], b: readonly [number, string]) =>
    a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
  const key = (row: TaskRow) => [value(row), row.id] as const
  const sorted = [...rows].sort((a, b) => order(key(a), key(b)))
  const rest = from ? sorted.filter((row) => order(key(row), from) > 0) : sorted
  const shown = rest.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, ...(rest.length > size && last && { next: JSON.stringify(key(last)) }) }
}
