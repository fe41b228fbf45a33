import type { Database } from './database.ts'
import type { KeyRange, Plan } from './plan.ts'
import type { Collection, TableIndex } from './tables.ts'

/** A document as it is stored: place in the table, EJSON text. */
export interface Row {
  seq: number
  body: string
}

/** A row with the key under which an index holds it, in hexadecimal digits (which sort as the bytes do). */
interface Found extends Row {
  key: string
}

/** No more rows are read at once, and above a few no more bytes: they come as one text, which holds 512 MB at most. */
const MOST_ROWS = 1000
const FEW_ROWS = 10
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Rows come from SQLite as one text per batch, because handing over a value costs libsql more than finding
 * it. The separators can't occur: JSON escapes control characters.
 */
const ROW = '\u001e'
const CELL = '\u001f'

function split(text: string | null | undefined): Found[] {
  if (!text) return []
  return text.split(ROW).map((row) => {
    const [key = '', seq, body = ''] = row.split(CELL)
    return { key, seq: Number(seq), body }
  })
}

interface Select {
  /** Column by which the rows are ordered, and their text; `sql` is all but the LIMIT. */
  key: string
  sql: string
  parameters: unknown[]
}

/** The first rows of a selection, up to `limit` or as many as fit; `last` when no more follow. */
function readBatch(
  database: Database,
  { key, sql, parameters }: Select,
  limit: number,
): { rows: Found[]; last: boolean } {
  const read = <T>(what: string, rows: number) =>
    database.one<{ read: T | null }>(`SELECT ${what} AS read FROM (${sql} LIMIT ${rows})`, parameters)?.read
  const bytes = `sum(2 * length(${key}) + octet_length(body))`
  let most = limit
  while (most > FEW_ROWS && (read<number>(bytes, most) ?? 0) > MOST_BYTES) most = Math.ceil(most / 2)
  const text = `group_concat(hex(${key}) || char(31) || seq || char(31) || body, char(30))`
  const rows = split(read<string>(text, most))
  return { rows, last: rows.length < most }
}

/** All documents in the order they came, in batches. */
export function* batches(database: Database, collection: Collection): Generator<Row[]> {
  const sql = `SELECT seq, body FROM d${collection.number} WHERE seq > ? ORDER BY seq`
  for (let seq = -1; ; ) {
    const { rows, last } = readBatch(database, { key: "''", sql, parameters: [seq] }, MOST_ROWS)
    if (rows.length > 0) yield rows
    if (last) return
    seq = rows.at(-1)?.seq ?? seq
  }
}

/** Rows by a plan, in its order; `first` is how many are likely to be wanted. */
export function* scan(
  database: Database,
  collection: Collection,
  plan: Plan<TableIndex>,
  first: number,
): Generator<Row> {
  const backwards = plan.order?.backwards ?? false
  const groupedBy = plan.order?.groupedBy ?? 0
  const groups = new Map<string, { ranges: KeyRange[]; mark: number }>()
  for (const range of backwards ? [...plan.ranges].reverse() : plan.ranges) {
    const mark = groupedBy === 0 ? 0 : (range.marks[groupedBy - 1] ?? 0)
    const name = range.low.subarray(0, mark).toString('latin1')
    const group = groups.get(name)
    if (group) group.ranges.push(range)
    else groups.set(name, { ranges: [range], mark })
  }
  const batch = Math.ceil(first / groups.size)
  const streams = [...groups.values()].map(({ ranges, mark }) => ({
    mark: mark * 2,
    rows: read(database, collection, plan.index, ranges, backwards, batch),
  }))
  const rows = streams.length === 1 && streams[0] ? streams[0].rows : merge(streams, backwards)
  if (plan.index.many.size === 0) yield* rows
  else yield* distinct(rows)
}

function* distinct(rows: Iterable<Row>): Generator<Row> {
  const seen = new Set<number>()
  for (const row of rows) {
    if (seen.has(row.seq)) continue
    seen.add(row.seq)
    yield row
  }
}

function* read(
  database: Database,
  collection: Collection,
  index: TableIndex,
  ranges: KeyRange[],
  backwards: boolean,
  first: number,
): Generator<Found> {
  const documents = `d${collection.number}`
  const key = index.number === 0 ? 'id' : 'key'
  const from =
    index.number === 0
      ? `SELECT id, seq, body FROM ${documents}`
      : `SELECT key, ${documents}.seq AS seq, body FROM x${index.number}
         CROSS JOIN ${documents} ON ${documents}.seq = x${index.number}.seq`
  for (let { low, high } of ranges) {
    let limit = Math.min(Math.max(first, 1), MOST_ROWS)
    for (let compare = '>='; ; compare = backwards ? '>=' : '>') {
      const sql = `${from} WHERE ${key} ${compare} ? AND ${key} < ? ORDER BY ${key} ${backwards ? 'DESC' : ''}`
      const { rows, last } = readBatch(database, { key, sql, parameters: [low, high] }, limit)
      yield* rows
      if (last) break
      const edge = Buffer.from(rows.at(-1)?.key ?? '', 'hex')
      if (backwards) high = edge
      else low = edge
      limit = Math.min(limit * 4, MOST_ROWS)
    }
  }
}

/** Streams in order, merged into one by what is behind each stream's own prefix. */
function* merge(streams: { mark: number; rows: Generator<Found> }[], backwards: boolean): Generator<Found> {
  const heads = streams.flatMap(({ mark, rows }) => {
    const head = rows.next()
    return head.done ? [] : [{ mark, rows, row: head.value, rest: head.value.key.slice(mark) }]
  })
  while (heads.length > 0) {
    let best = heads[0]
    for (const head of heads) {
      if (!best) break
      if (backwards ? head.rest > best.rest : head.rest < best.rest) best = head
    }
    if (!best) return
    yield best.row
    const next = best.rows.next()
    if (next.done) heads.splice(heads.indexOf(best), 1)
    else {
      best.row = next.value
      best.rest = next.value.key.slice(best.mark)
    }
  }
}
