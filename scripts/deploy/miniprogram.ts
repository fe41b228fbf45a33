import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../setup.mjs'
import { type Ask, CallFailed } from './calls.ts'
import type { Step } from './step.ts'
import { Stop } from './stop.ts'

/** WeChat's upload tool: 281 MB that only who deploys needs, so it is no dependency of the product (decision 29). */
const tool = { name: 'miniprogram-ci', version: '2.1.42' }
const cache = fileURLToPath(new URL('../../.cache/upload-tool/', import.meta.url))
const project = fileURLToPath(new URL('../../', import.meta.url))

/** What we use of the tool. */
export interface UploadTool {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKeyPath: string
    ignores: string[]
  }) => object
  upload(options: {
    project: object
    version: string
    desc: string
    robot: number
    setting: { useProjectConfig: true }
    onProgressUpdate: () => void
  }): Promise<unknown>
}

export interface Upload {
  appid: string
  version: string
  robot: number
}

/** Uploads what lies in dist/miniprogram; it is sent each time, as WeChat does not tell what is there. */
export const miniprogram = ({ appid, version, robot }: Upload): Step => ({
  title: 'mini-program',
  verified: false,
  plan: async (_ask, environment) => ({
    calls: [
      {
        service: 'local',
        action: `${tool.name}@${tool.version} upload`,
        params: { appid, version, robot, desc: `云环境 ${environment.id}`, folder: 'dist/miniprogram' },
        says: `version ${version}, robot ${robot}`,
      },
    ],
    byHand: [`make version ${version} (ci机器人${robot}) the trial version in the console, then hand it in`],
  }),
})

/** Carries out the upload, with the key in a file; fetches the tool the first time. */
export function uploader(keyFile: string, load: () => Promise<UploadTool> = loadTool): Ask {
  return async (request) => {
    const { appid, version, robot, desc } = request.params as unknown as Upload & { desc: string }
    const ci = await load()
    try {
      await ci.upload({
        project: new ci.Project({
          appid,
          type: 'miniProgram',
          projectPath: project,
          privateKeyPath: keyFile,
          ignores: ['node_modules/**/*'],
        }),
        version,
        desc,
        robot,
        // The build has minified everything already: what was tested is what ships.
        setting: { useProjectConfig: true },
        onProgressUpdate: () => {},
      })
      return {}
    } catch (error) {
      const { message } = error as Error
      throw new CallFailed(
        request,
        /invalid ip/i.test(message) ? '40164' : '',
        message.slice(0, 500),
        /ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|socket hang up/.test(message),
      )
    }
  }
}

async function loadTool(): Promise<UploadTool> {
  const installed = join(cache, 'node_modules', tool.name, 'package.json')
  const isThere = () =>
    existsSync(installed) && JSON.parse(readFileSync(installed, 'utf8')).version === tool.version
  if (!isThere()) {
    mkdirSync(cache, { recursive: true })
    // A package of its own: nothing of it goes into ours.
    const manifest = { private: true, dependencies: { [tool.name]: tool.version } }
    writeFileSync(join(cache, 'package.json'), JSON.stringify(manifest))
    console.log(`  fetching ${tool.name} (281 MB, once) …`)
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], cache)
    if (!isThere())
      throw new Stop(`${tool.name} could not be fetched`, 'npm says why above: check the network')
  }
  return createRequire(join(cache, 'package.json'))(tool.name) as UploadTool
}
