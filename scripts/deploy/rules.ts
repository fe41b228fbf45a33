import * as z from 'zod'
import type { Ask } from './calls.ts'
import { closed, collectionNames } from './collections.ts'
import type { Environment } from './environment.ts'
import type { PartOf } from './step.ts'
import type { Wanted } from './wanted.ts'

/** The permission of each collection that is there. */
type Rules = Record<string, string>

const tagged = z.object({ AclTag: z.string() })

async function read(
  ask: Ask,
  { id, ...rest }: Environment,
  { collections }: Pick<Wanted, 'collections'>,
): Promise<Rules> {
  const found: Rules = {}
  for (const name of await collectionNames(ask, { id, ...rest })) {
    if (!Object.hasOwn(collections, name)) continue
    const params = { EnvId: id, CollectionName: name }
    found[name] = tagged.parse(await ask({ service: 'tcb', action: 'DescribeDatabaseACL', params })).AclTag
  }
  return found
}

/** Phones reach no collection, neither to read nor to write: everything goes through functions. */
export const rules: PartOf<Rules> = {
  title: 'security rules',
  nothing: {},
  read,
  plan: (found, wanted, { id }) => ({
    calls: Object.keys(wanted.collections)
      .filter((name) => found[name] !== undefined && found[name] !== closed)
      .map((name) => ({
        service: 'tcb',
        action: 'ModifyDatabaseACL',
        params: { EnvId: id, CollectionName: name, AclTag: closed },
        says: `${name}: ${found[name]} → ${closed}`,
      })),
  }),
}

/**
 * Files can be read by whoever knows their id, and written by who made them (所有用户可读，仅创建者可写): decision 24. A
 * phone puts its photos and recordings there itself, each under a name of its own.
 */
export const storageRule = 'READONLY'

export const storage: PartOf<string | undefined> = {
  title: 'storage rule',
  nothing: undefined,
  read: async (ask, { id, bucket }) =>
    tagged.parse(
      await ask({ service: 'tcb', action: 'DescribeStorageACL', params: { EnvId: id, Bucket: bucket } }),
    ).AclTag,
  plan: (found, _wanted, { id, bucket }) => ({
    calls:
      found === storageRule
        ? []
        : [
            {
              service: 'tcb',
              action: 'ModifyStorageACL',
              params: { EnvId: id, Bucket: bucket, AclTag: storageRule },
              says: `${found ?? 'as it was'} → ${storageRule}`,
            },
          ],
  }),
}
