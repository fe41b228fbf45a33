/** One figure of a benchmark. `limit` and `holds` are there where a figure was promised. */
export interface Measure {
  part: string
  name: string
  value: number
  unit: string
  limit?: number
  holds?: boolean
}

/** What each file scripts/bench/<part>.ts exports as `run`. Progress goes to console.error. */
export type Run = (options: { quick: boolean }) => Promise<Measure[]>

/** Promises a figure that must not be above the limit. */
export function atMost(measure: Measure, limit: number): Measure {
  return { ...measure, limit, holds: measure.value <= limit }
}

/** Promises a figure that must not be below the limit. */
export function atLeast(measure: Measure, limit: number): Measure {
  return { ...measure, limit, holds: measure.value >= limit }
}

/** Lays the measures out as a table for people; figures are aligned right. */
export function measureTable(measures: Measure[]): string {
  const head = ['name', 'value', 'unit', 'limit', '']
  const rows = measures.map(({ name, value, unit, limit, holds }) => [
    name,
    readable(value),
    unit,
    limit === undefined ? '' : readable(limit),
    holds === undefined ? '' : holds ? 'holds' : 'BROKEN',
  ])
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, column, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, column: number, widths: number[]): string {
  const width = widths[column] ?? 0
  return column === 1 || column === 3 ? cell.padStart(width) : cell.padEnd(width)
}

function readable(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 })
}
