import * as z from 'zod'
import type { Ask } from './calls.ts'
import type { Environment } from './environment.ts'
import type { PartOf } from './step.ts'

/** How the interfaces of the database want to be told which database. */
export const connector = ({ id, database }: Environment) => ({
  EnvId: id,
  MongoConnector: { InstanceId: 'flexdb', DatabaseName: database },
})

const tables = z.object({ Tables: z.array(z.object({ TableName: z.string() })).nullish() })
const pageSize = 100

/** The names of all collections. */
export async function collectionNames(ask: Ask, environment: Environment): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const params = { ...connector(environment), MgoLimit: pageSize, MgoOffset: names.length }
    const { Tables } = tables.parse(await ask({ service: 'tcb', action: 'ListTables', params }))
    names.push(...(Tables ?? []).map(({ TableName }) => TableName))
    if ((Tables ?? []).length < pageSize) return names
  }
}

/** A collection is born closed to clients: no moment in which a phone could read it. */
export const closed = 'ADMINONLY'

export const collections: PartOf<string[]> = {
  title: 'collections',
  nothing: [],
  read: collectionNames,
  plan: (there, wanted, environment) => ({
    calls: Object.keys(wanted.collections)
      .filter((name) => !there.includes(name))
      .map((name) => ({
        service: 'tcb',
        action: 'CreateTable',
        params: {
          ...connector(environment),
          TableName: name,
          PermissionInfo: { EnvId: environment.id, AclTag: closed },
        },
        says: `+ ${name}`,
        done: /exist|InUse/i,
      })),
    notes: there
      .filter((name) => !Object.hasOwn(wanted.collections, name))
      .map((name) => `the collection ${name} is not ours; it stays`),
  }),
}
