import { Aggregator } from 'mingo'
import type { Query } from './engine.ts'
import { options } from './filter.ts'
import type { Document } from './values.ts'

export interface Source {
  find: (collection: string, query: Query) => Document[]
}

/**
 * Runs an aggregation. Leading $match, $sort, $skip and $limit are answered by the engine, with its
 * indexes; the rest is mingo's work in memory.
 */
export function aggregate(collection: string, stages: Document[], source: Source): Document[] {
  const { query, rest } = leading(stages)
  const input = source.find(collection, query)
  if (rest.length === 0) return input
  const resolver = (name: string) => source.find(name, { filter: {} })
  return new Aggregator(rest, { ...options, collectionResolver: resolver }).run<Document>(input)
}

function leading(stages: Document[]): { query: Query; rest: Document[] } {
  const query: Query = { filter: {} }
  let at = 0
  while (stages[at]?.$match) {
    const filter = stages[at++]?.$match as Document
    query.filter = Object.keys(query.filter).length === 0 ? filter : { $and: [query.filter, filter] }
  }
  if (stages[at]?.$sort) {
    const sort = stages[at++]?.$sort as Record<string, number>
    query.sort = Object.entries(sort).map(([field, direction]) => ({
      field,
      direction: direction < 0 ? -1 : 1,
    }))
  }
  if (typeof stages[at]?.$skip === 'number') query.skip = Number(stages[at++]?.$skip)
  if (typeof stages[at]?.$limit === 'number') query.limit = Number(stages[at++]?.$limit)
  return { query, rest: stages.slice(at) }
}
