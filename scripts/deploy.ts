import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../cloudfunctions/store/indexes.ts'
import manifest from '../package.json' with { type: 'json' }
import { buildApp } from './build/app.ts'
import { appSetting, buildFunctions } from './build/functions.ts'
import { chosen, faultsIn } from './deploy/check.ts'
import { uploader } from './deploy/miniprogram.ts'
import { findSite } from './deploy/reach.ts'
import { deploy } from './deploy/run.ts'
import { allSteps } from './deploy/steps.ts'
import { asStop, Stop } from './deploy/stop.ts'
import { wantedFunctions } from './deploy/wanted.ts'
import { readOptions } from './options.ts'

const help = `npm run deploy -- --env ENV --key FILE [options]

  --env ENV         id of the cloud environment
  --key FILE        the mini-program's upload key
  --dry-run         prints each call instead of making it; without keys: the calls for an empty environment
  --skip STEP       leaves a step out, again for each: collections, indexes, rules, functions, openapi, timers,
                    storage, miniprogram
  --prune-indexes   drops indexes and timers that are declared nowhere
  --again           uploads the functions though the same code is there
  --robot N         uploads the mini-program as ci机器人 N (1 to 30, default 1)
  --help            this text

In the environment: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN (of lent keys),
WECHAT_APPID, WECHAT_APPSECRET. What they are and where they come from: docs/deploy.md.`

const options = readOptions({
  env: { type: 'string' },
  key: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  skip: { type: 'string', multiple: true, default: [] },
  'prune-indexes': { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  robot: { type: 'string', default: '1' },
  help: { type: 'boolean' },
})

if (options.help) {
  console.log(help)
  process.exit(0)
}

const { env: id, key, robot, skip, 'dry-run': dryRun } = options
const {
  WECHAT_APPID: appid = '',
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretKey,
} = process.env
const templates = appSetting('TARO_APP_TEMPLATES')
const faults = faultsIn({ env: id, appid, keyFile: key, secretId, secretKey, templates, robot, skip, dryRun })
if (id === undefined || faults.length > 0) {
  for (const fault of faults) console.error(fault)
  process.exit(1)
}

const names = chosen(skip)
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
mkdirSync(dist, { recursive: true })
// Who only looks leaves what was built as it is.
const folder = dryRun ? mkdtempSync(join(dist, 'dry-run-')) : join(dist, 'cloudfunctions')
try {
  const built = await buildFunctions(folder)
  if (names.includes('miniprogram') && !dryRun) {
    console.log('dist/miniprogram: building for this environment …')
    process.env.TARO_APP_CLOUD_ENV = id
    const app = await buildApp('weapp')
    if (!existsSync(join(app, 'app.json')))
      throw new Stop(`${app} holds no app.json`, 'run npm run build and see what it says')
  }
  const wanted = {
    collections: indexes,
    // The one that phones call comes last: the timer must know what it leaves behind.
    functions: wantedFunctions(
      folder,
      built.filter((name) => name !== 'api').concat('api'),
      manifest.version,
    ),
  }
  const site = await findSite(id, process.env, key === undefined ? undefined : uploader(key))
  if (!site.ask) console.log('No keys are set: these are the calls for an environment that holds nothing.')
  const steps = allSteps({ appid, version: manifest.version, robot: Number(robot) })
  const byHand = await deploy({
    ...site,
    steps: names.map((name) => steps[name]),
    wanted,
    options: { prune: options['prune-indexes'], again: options.again },
    dryRun,
    say: console.log,
  })
  if (byHand.length > 0) console.log('\nOnly a person can do this (docs/deploy.md):')
  for (const each of byHand) console.log(`  · ${each}`)
  if (!dryRun) console.log(`\nDone. Now look whether it works: npm run smoke -- --env ${id}`)
} catch (error) {
  const stop = asStop(error)
  console.error(`\nStopped: ${stop.message}.`)
  console.error(`What to do: ${stop.advice}. Then run the same command again: what is done stays done.`)
  process.exitCode = 1
} finally {
  if (dryRun) rmSync(folder, { recursive: true, force: true })
}

// WeChat’s tool leaves a process of its own behind, which would keep this one waiting.
process.exit()
