import * as z from 'zod'
import type { Index } from '../../cloudfunctions/store/indexes.ts'
import type { Ask, Call } from './calls.ts'
import { collectionNames, connector } from './collections.ts'
import type { Environment } from './environment.ts'
import type { PartOf } from './step.ts'
import type { Wanted } from './wanted.ts'

/** The indexes of each collection that is there. A direction is "1", "-1", or that of another kind of index. */
export type FoundIndexes = Record<string, FoundIndex[]>

interface FoundIndex {
  name: string
  unique: boolean
  keys: { field: string; direction: string }[]
}

const table = z.object({
  Indexes: z
    .array(
      z.object({
        Name: z.string(),
        Unique: z.boolean().nullish(),
        Keys: z.array(z.object({ Name: z.string(), Direction: z.coerce.string() })),
      }),
    )
    .nullish(),
})

async function read(
  ask: Ask,
  environment: Environment,
  { collections }: Pick<Wanted, 'collections'>,
): Promise<FoundIndexes> {
  const found: FoundIndexes = {}
  for (const name of await collectionNames(ask, environment)) {
    if (!Object.hasOwn(collections, name)) continue
    const params = { ...connector(environment), TableName: name }
    const { Indexes } = table.parse(await ask({ service: 'tcb', action: 'DescribeTable', params }))
    found[name] = (Indexes ?? []).map(({ Name, Unique, Keys }) => ({
      name: Name,
      unique: Unique === true,
      keys: Keys.map((key) => ({ field: key.Name, direction: key.Direction })),
    }))
  }
  return found
}

/** An index whose name begins so is the platform's own: `_id_`, `_openid_1`. */
const isOwn = ({ name }: FoundIndex) => name.startsWith('_')

const sameIndex = (found: FoundIndex, { keys, unique = false }: Index) =>
  found.unique === unique &&
  found.keys.length === keys.length &&
  keys.every(({ field, direction }, at) => {
    const key = found.keys[at]
    return key?.field === field && key.direction === String(direction)
  })

/** Whether an index is there as it was declared. */
export const hasIndex = (found: FoundIndexes, collection: string, index: Index): boolean =>
  (found[collection] ?? []).some((each) => each.name === index.name && sameIndex(each, index))

export const indexes: PartOf<FoundIndexes> = {
  title: 'indexes',
  nothing: {},
  read,
  plan(found, wanted, environment, { prune }) {
    const calls: Call[] = []
    const notes: string[] = []
    for (const [collection, declared] of Object.entries(wanted.collections)) {
      const there = found[collection] ?? []
      for (const index of declared) {
        if (hasIndex(found, collection, index)) continue
        // Of another form: there can be only one of a name.
        if (there.some(({ name }) => name === index.name))
          calls.push(dropped(environment, collection, index.name))
        calls.push(created(environment, collection, index))
      }
      for (const index of there) {
        if (isOwn(index) || declared.some(({ name }) => name === index.name)) continue
        if (prune) calls.push(dropped(environment, collection, index.name))
        else
          notes.push(
            `the index ${collection}.${index.name} is declared nowhere; it stays (--prune-indexes drops it)`,
          )
      }
    }
    return { calls, notes }
  },
}

function created(environment: Environment, collection: string, { name, keys, unique = false }: Index): Call {
  return updated(environment, collection, {
    CreateIndexes: [
      {
        IndexName: name,
        MgoKeySchema: {
          MgoIndexKeys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
          MgoIsUnique: unique,
        },
      },
    ],
    says: `+ ${collection}.${name}`,
    done: /exist/i,
  })
}

const dropped = (environment: Environment, collection: string, name: string): Call =>
  updated(environment, collection, {
    DropIndexes: [{ IndexName: name }],
    says: `− ${collection}.${name}`,
    done: /not ?(found|exist)/i,
  })

const updated = (
  environment: Environment,
  collection: string,
  { says, done, ...change }: Pick<Call, 'says' | 'done'> & Record<string, unknown>,
): Call => ({
  service: 'tcb',
  action: 'UpdateTable',
  params: { ...connector(environment), TableName: collection, ...change },
  says,
  ...(done && { done }),
})
