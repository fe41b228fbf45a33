import { Aggregator } from 'mingo/aggregator'
import type { Query } from './engine.ts'
import { options } from './filter.ts'
import { distance } from './geo.ts'
import { valuesAt } from './paths.ts'
import { BadValue, type Document, isObject } from './values.ts'

export interface Source {
  find: (collection: string, query: Query) => Document[]
}

const REFUSED = ['$out', '$merge', '$collStats', '$indexStats', '$currentOp', '$listSessions', '$function']

/**
 * Runs an aggregation. Leading $match, $sort, $skip and $limit are answered by the engine, with its
 * indexes; the rest is mingo's work in memory.
 */
export function aggregate(collection: string, stages: Document[], source: Source): Document[] {
  const refused = stages.flatMap((stage) => Object.keys(stage)).find((name) => REFUSED.includes(name))
  if (refused) throw new BadValue(`aggregation stage ${refused} is not allowed`)
  const near = stages[0]?.$geoNear
  if (near) return run(geoNear(collection, near as Document, source), stages.slice(1), source)
  const { query, rest } = leading(stages)
  return run(source.find(collection, query), rest, source)
}

/** Joins by equality are looked up document by document, through an index where there is one; all else is mingo's. */
function run(input: Document[], stages: Document[], source: Source): Document[] {
  let documents = input
  let rest: Document[] = []
  const flush = () => {
    if (rest.length > 0) documents = new Aggregator(rest, settings).run<Document>(documents)
    rest = []
  }
  const settings = { ...options, collectionResolver: (name: string) => source.find(name, { filter: {} }) }
  for (const stage of stages) {
    const { $lookup } = stage
    if (isObject($lookup) && typeof $lookup.foreignField === 'string' && !$lookup.pipeline) {
      flush()
      documents = join(documents, $lookup, source)
    } else rest.push(stage)
  }
  flush()
  return documents
}

function join(documents: Document[], lookup: Document, source: Source): Document[] {
  const { from, localField, foreignField, as } = lookup
  return documents.map((document) => {
    const { values } = valuesAt(document, String(localField))
    const found = source.find(String(from), { filter: { [String(foreignField)]: { $in: values } } })
    return { ...document, [String(as)]: found }
  })
}

function geoNear(collection: string, near: Document, source: Source): Document[] {
  const { distanceField, includeLocs, key, distanceMultiplier, maxDistance, minDistance, query } = near
  if (typeof distanceField !== 'string') throw new BadValue('$geoNear requires a distanceField')
  const ranked = source.find(collection, { filter: (query ?? {}) as Document }).flatMap((document) => {
    const field =
      typeof key === 'string'
        ? key
        : Object.keys(document).find((name) => distance(near.near, document[name]))
    const place = field === undefined ? undefined : valuesAt(document, field).values[0]
    const metres = place === undefined ? undefined : distance(near.near, place)
    if (metres === undefined) return []
    if (typeof maxDistance === 'number' && metres > maxDistance) return []
    if (typeof minDistance === 'number' && metres < minDistance) return []
    return [{ document, place, metres }]
  })
  ranked.sort((a, b) => a.metres - b.metres)
  const limit = near.limit ?? near.num
  return ranked
    .slice(0, typeof limit === 'number' ? limit : undefined)
    .map(({ document, place, metres }) => ({
      ...document,
      [distanceField]: metres * (typeof distanceMultiplier === 'number' ? distanceMultiplier : 1),
      ...(typeof includeLocs === 'string' ? { [includeLocs]: place } : {}),
    }))
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
