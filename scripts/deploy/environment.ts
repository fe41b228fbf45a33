import * as z from 'zod'
import type { Ask } from './calls.ts'
import { Stop } from './stop.ts'

/** A cloud environment, and the names under which its parts are asked for. */
export interface Environment {
  id: string
  region: string
  database: string
  bucket: string
  /** Where functions write their logs. */
  logs?: { logset: string; topic: string }
}

/** Where WeChat's environments are, until the environment itself says. */
export const usualRegion = 'ap-shanghai'

const environments = z.object({
  EnvList: z
    .array(
      z.object({
        EnvId: z.string(),
        Status: z.string(),
        Region: z.string().nullish(),
        Databases: z.array(z.object({ InstanceId: z.string() })).nullish(),
        Storages: z.array(z.object({ Bucket: z.string() })).nullish(),
        LogServices: z.array(z.object({ LogsetId: z.string(), TopicId: z.string() })).nullish(),
      }),
    )
    .nullish(),
})

/** Looks an environment up; stops with a sentence when these keys don't see it, or it can't be used. */
export async function findEnvironment(ask: Ask, id: string): Promise<Environment> {
  const answer = await ask({ service: 'tcb', action: 'DescribeEnvs', params: { EnvId: id } })
  const found = environments.parse(answer).EnvList?.find(({ EnvId }) => EnvId === id)
  if (!found)
    throw new Stop(
      `These keys see no environment ${id}`,
      'compare the id with the console of WeChat DevTools (云开发), and make the keys in the Tencent Cloud account that belongs to the mini-program (docs/deploy.md, step 4)',
    )
  if (found.Status !== 'NORMAL')
    throw new Stop(
      `The environment ${id} is ${found.Status}`,
      'look into the console: it may have to be paid',
    )
  const [database] = found.Databases ?? []
  const [storage] = found.Storages ?? []
  const [logs] = found.LogServices ?? []
  if (!database || !storage)
    throw new Stop(
      `The environment ${id} has no database or no storage yet`,
      'wait until the console shows them',
    )
  return {
    id,
    region: found.Region ?? usualRegion,
    database: database.InstanceId,
    bucket: storage.Bucket,
    ...(logs && { logs: { logset: logs.LogsetId, topic: logs.TopicId } }),
  }
}
