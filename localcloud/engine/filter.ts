import { Context, Query } from 'mingo'
import type { Options } from 'mingo/types'
import { queryOperators } from './operators.ts'
import type { Document } from './values.ts'

const context = Context.init({ query: queryOperators })

/** Options for every use of mingo here: no functions in queries, our repaired operators first. */
export const options: Partial<Options> = { context, scriptEnabled: false }

/** Compiles a filter; throws on an unknown operator. */
export function matcher(filter: Document): (document: Document) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const query = new Query<Document>(filter, options)
  return (document) => query.test(document)
}

/** Applies a projection as MongoDB's find does: fields in or out, `$slice`, `$elemMatch`. */
export function projector(projection: Document | undefined): (document: Document) => Document {
  if (!projection || Object.keys(projection).length === 0) return (document) => document
  const query = new Query<Document>({}, options)
  return (document) => query.find<Document>([document], projection).next() ?? {}
}
