import type { Context, Query } from './engine.ts'
import { matcher } from './filter.ts'
import { distance, nearOf } from './geo.ts'
import { encode } from './order.ts'
import { sortBytes, valuesAt } from './paths.ts'
import { choose, type Plan, planWith } from './plan.ts'
import { batches, type Row, scan } from './scan.ts'
import { type Collection, idIndex, type TableIndex, type Tables, type Version } from './tables.ts'
import type { Transaction, Transactions } from './transactions.ts'
import { type Document, isObject, parseDocument } from './values.ts'

/** Keys are counted up to this many when two indexes compete. */
const PROBE = 1000

/** A document that a query found; its values are parsed only where they are needed. */
export interface Hit {
  body: string
  document: Document | undefined
}

/** Finds documents: by which index, in which order, as which transaction sees them. */
export class Reading {
  private readonly tables: Tables
  private readonly transactions: Transactions

  constructor(tables: Tables, transactions: Transactions) {
    this.tables = tables
    this.transactions = transactions
  }

  plan(collection: Collection, query: Query): Plan<TableIndex> | undefined {
    const sort = query.sort ?? []
    const plans = [idIndex, ...collection.indexes].flatMap(
      (index) => planWith(index, query.filter, sort) ?? [],
    )
    const wanted = (query.skip ?? 0) + (query.limit ?? Number.POSITIVE_INFINITY)
    return choose(plans, wanted, (plan) => this.tables.size(collection, plan, PROBE))
  }

  /** The documents that a query finds, in its order, as the transaction sees them. */
  hits(name: string, query: Query, context: Context, transaction: Transaction | undefined): Hit[] {
    const collection = this.tables.get(name)
    const one = query.filter._id
    if (Object.keys(query.filter).length === 1 && isId(one))
      return this.hitById(collection, one, query, transaction, context)

    const plan = this.plan(collection, query)
    const view = this.transactions.view(name, transaction)
    const matches = matcher(query.filter)
    const exact = plan?.exact ?? Object.keys(query.filter).length === 0
    const sort = query.sort ?? []
    const near = sort.length === 0 ? nearOf(query.filter) : undefined
    const inOrder = !near && (sort.length === 0 || plan?.order !== undefined)
    const skip = query.skip ?? 0
    const wanted = query.limit === undefined ? Number.POSITIVE_INFINITY : skip + query.limit
    const found: Hit[] = []
    const rank = near ? byDistance(near) : (document: Document) => sortBytes(document, sort)
    const sorter = inOrder ? undefined : new Sorter(rank, wanted)
    let examined = 0
    for (const row of this.rows(collection, plan, wanted)) {
      const hit: Hit = { body: row.body, document: undefined }
      if (view.size > 0 && view.has(versionOf(hit).id.toString('latin1'))) continue
      examined++
      if (!exact && !matches(valuesOf(hit))) continue
      if (sorter) sorter.add(hit)
      else if (found.push(hit) >= wanted) break
    }
    const result = sorter ? sorter.result() : found
    const whole =
      view.size === 0 ? result : withOwn(result, view, matches, near || sort.length > 0 ? rank : undefined)
    const answer = whole.slice(skip, wanted)
    note(context, plan?.index.name ?? 'scan', examined, answer.length)
    return answer
  }

  private hitById(
    collection: Collection,
    one: unknown,
    query: Query,
    transaction: Transaction | undefined,
    context: Context,
  ): Hit[] {
    const id = encode(one)
    const seen = this.transactions.seen(collection.name, id.toString('latin1'), transaction)
    const hit = seen === undefined ? this.tables.byId(collection, id) : seen
    const answer: Hit[] = hit && !query.skip ? [{ document: undefined, ...hit }] : []
    note(context, idIndex.name, hit ? 1 : 0, answer.length)
    return answer
  }

  private *rows(collection: Collection, plan: Plan<TableIndex> | undefined, wanted: number): Generator<Row> {
    const { database } = this.tables
    const first = Math.min(plan?.exact ? wanted : wanted + 10, 101)
    if (plan) yield* scan(database, collection, plan, first)
    else for (const batch of batches(database, collection)) yield* batch
  }
}

type Rank = (document: Document) => Buffer

const byDistance =
  ({ field, point }: { field: string; point: unknown }): Rank =>
  (document) =>
    encode(distance(point, valuesAt(document, field).values[0]))

/** Keeps the first `wanted` by a sort; ties stay in the order they came. */
class Sorter {
  private kept: { hit: Hit; bytes: Buffer }[] = []
  private readonly rank: Rank
  private readonly wanted: number
  constructor(rank: Rank, wanted: number) {
    this.rank = rank
    this.wanted = wanted
  }

  add(hit: Hit): void {
    this.kept.push({ hit, bytes: this.rank(valuesOf(hit)) })
    if (this.kept.length > this.wanted * 2 + 1000) this.shrink()
  }

  private shrink(): void {
    this.kept.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    if (this.kept.length > this.wanted) this.kept.length = this.wanted
  }

  result(): Hit[] {
    this.shrink()
    return this.kept.map(({ hit }) => hit)
  }
}

function withOwn(
  stored: Hit[],
  view: Map<string, Version | null>,
  matches: (document: Document) => boolean,
  rank: Rank | undefined,
): Hit[] {
  const own = [...view.values()].filter(
    (version) => version !== null && matches(version.document),
  ) as Version[]
  const all: Hit[] = [...stored, ...own]
  if (!rank) return all
  const sorter = new Sorter(rank, Number.POSITIVE_INFINITY)
  for (const hit of all) sorter.add(hit)
  return sorter.result()
}

export function valuesOf(hit: Hit): Document {
  hit.document ??= parseDocument(hit.body)
  return hit.document
}

export function versionOf(hit: Hit): Version {
  const document = valuesOf(hit)
  return { id: encode(document._id), body: hit.body, document }
}

export function note(context: Context, index: string, examined: number, returned: number): void {
  if (!context.meter) return
  context.meter.examined += examined
  context.meter.returned += returned
  if (!context.meter.indexes.includes(index)) context.meter.indexes.push(index)
}

/** Ids that a document is found by at once; a pattern or an operator is a query like any other. */
export const isId = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  !(value instanceof RegExp) &&
  !Array.isArray(value) &&
  !isObject(value)
