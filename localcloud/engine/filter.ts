import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { queryOperators } from './matching.ts'
import { expressionOperators, pipelineOperators } from './operators.ts'
import { compileSchema } from './schema.ts'
import type { Document } from './values.ts'

/** In a merged context the first operator of a name wins: ours stand before mingo's. */
const repaired = Context.init({
  query: queryOperators,
  expression: expressionOperators,
  pipeline: pipelineOperators,
} as never)
const mingo = Context.init({ accumulator, expression, pipeline, projection, query, window } as never)

/** Options for every use of mingo here: no functions in queries. */
export const options: Partial<Options> = {
  context: Context.from(repaired, mingo),
  scriptEnabled: false,
  jsonSchemaValidator: compileSchema,
}

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
