import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { startCloud } from '../../localcloud/start.ts'
import { faultsIn } from '../deploy/check.ts'
import { findSite, type Places } from '../deploy/reach.ts'
import { Stop } from '../deploy/stop.ts'
import { connect, connectEnvironment } from './connect.ts'

/** Where `npm start` keeps its data. */
export const usualData = fileURLToPath(new URL('../../.data', import.meta.url))

export interface Target {
  /** Id of the environment, or `local`. */
  from: string
  /** As a person calls it. */
  name: string
  close(): Promise<void>
}

export interface Wanted {
  /** Id of a cloud environment; else the local data folder. */
  env: string | undefined
  data: string | undefined
  /** What becomes of a data folder that is not there; `pretend`: an empty database in memory. */
  missing: 'refuse' | 'make' | 'pretend'
}

/** Only tests say something else than usual. */
export interface TargetPlaces extends Places {
  /** Where the environment takes the requests of the SDK. */
  cloud?: string
}

/** Connects wx-server-sdk in this process with an environment or with the data on this machine. */
export async function openTarget(
  { env, data, missing }: Wanted,
  variables: NodeJS.ProcessEnv = process.env,
  places: TargetPlaces = {},
): Promise<Target> {
  if (env === undefined) return openData(resolve(data ?? usualData), missing)
  if (data !== undefined)
    throw new Stop('--env and --data are two places', 'name one: a cloud environment, or a local data folder')
  return openEnvironment(env, variables, places)
}

async function openData(data: string, missing: Wanted['missing']): Promise<Target> {
  const there = existsSync(join(data, 'database.sqlite'))
  if (missing === 'refuse' && !there)
    throw new Stop(
      `${data} holds no data`,
      'name the folder with --data FOLDER, or a cloud environment with --env ENV',
    )
  // Only the database is needed, and no function.
  const functions = mkdtempSync(join(tmpdir(), 'fengming-none-'))
  const without = () => rmSync(functions, { recursive: true, force: true })
  try {
    const cloud = await startCloud({ functions, indexes, ...((there || missing === 'make') && { data }) })
    connect(cloud.url)
    return { from: 'local', name: data, close: () => cloud.close().finally(without) }
  } catch (error) {
    without()
    throw new Stop((error as Error).message, 'end what uses this data (such as npm start), and try again')
  }
}

async function openEnvironment(
  env: string,
  variables: NodeJS.ProcessEnv,
  { cloud, ...places }: TargetPlaces,
): Promise<Target> {
  const {
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    TENCENTCLOUD_SESSIONTOKEN: token,
  } = variables
  const usual = { appid: undefined, keyFile: undefined, templates: '', robot: '1', dryRun: false }
  const [fault] = faultsIn({ env, secretId, secretKey, skip: ['miniprogram'], ...usual })
  if (fault !== undefined || !secretId || !secretKey)
    throw new Stop(
      fault?.replace(/\.$/, '') ?? 'there are no keys',
      'docs/deploy.md says where these come from (steps 3 and 4)',
    )
  const { environment } = await findSite(env, variables, undefined, places)
  connectEnvironment(environment, { secretId, secretKey, ...(token && { token }) }, cloud)
  return { from: env, name: env, close: async () => {} }
}
