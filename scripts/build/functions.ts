import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dotenvParse } from '@tarojs/helper'
import { build, type Plugin } from 'esbuild'
import { requireSound } from '../../domain/settings/start.ts'
import manifest from '../../package.json' with { type: 'json' }

/** Functions that WeChat runs by the clock: second, minute, hour, day, month, weekday, year, in Beijing. */
const timers: Record<string, string> = { clock: '0 * * * * * *' }

/** What of WeChat's own interfaces each function calls (cloudfunctions/store/wechat.ts). */
const openapi: Record<string, string[]> = {
  api: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited', 'updatableMessage.createActivityId'],
  clock: [
    'updatableMessage.setUpdatableMsg',
    'subscribeMessage.send',
    'security.msgSecCheck',
    'security.mediaCheckAsync',
  ],
}

/** Where the functions run; of a function that is there already it can't be changed. */
const runtime = 'Nodejs18.15'

/** Seconds after which WeChat ends a run, and megabytes that it has. */
interface Limits {
  timeout: number
  memory: number
}
const usual: Limits = { timeout: 20, memory: 256 }
const limits: Record<string, Limits> = { clock: { timeout: 60, memory: 256 } }

/** How WeChat runs a function: what the deployment sets, and the smoke test finds. */
export interface FunctionSettings extends Limits {
  runtime: string
  openapi: string[]
  /** Each with its seven fields; none for a function that is only called. */
  timers: { name: string; cron: string }[]
}

/** The settings of a function, from the tables above. */
export function functionSettings(name: string): FunctionSettings {
  const cron = timers[name]
  return {
    runtime,
    ...(limits[name] ?? usual),
    openapi: openapi[name] ?? [],
    timers: cron === undefined ? [] : [{ name, cron }],
  }
}

const project = fileURLToPath(new URL('../../', import.meta.url))
const source = join(project, 'cloudfunctions')

/** Names of the cloud functions: the folders with an index.ts. */
export function functionNames(): string[] {
  return readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))
}

/**
 * Builds each cloud function into `<folder>/<name>/index.js`, ready to be uploaded: WeChat zips the folder as it is
 * and installs wx-server-sdk there.
 */
export async function buildFunctions(folder: string): Promise<string[]> {
  const names = functionNames()
  const templates = appSetting('TARO_APP_TEMPLATES')
  // What is not sound would stop the functions at their start: here it stops the build.
  requireSound(templates)
  rmSync(folder, { recursive: true, force: true })
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true })
    await build({
      entryPoints: [join(source, name, 'index.ts')],
      outfile: join(folder, name, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node16',
      format: 'cjs',
      external: ['wx-server-sdk'],
      legalComments: 'none',
      logLevel: 'warning',
      // What is imported when it is needed is required then.
      supported: { 'dynamic-import': false },
      define: {
        'process.env.TARO_APP_TEMPLATES': JSON.stringify(templates),
        'process.env.FUNCTIONS_BUILD': JSON.stringify(noMark),
      },
      plugins: [apart(join(folder, name))],
    })
    mark(join(folder, name, 'index.js'))
    write(join(folder, name, 'package.json'), {
      name,
      version: manifest.version,
      main: 'index.js',
      dependencies: { 'wx-server-sdk': manifest.dependencies['wx-server-sdk'] },
    })
    const { openapi, timers } = functionSettings(name)
    write(join(folder, name, 'config.json'), {
      permissions: { openapi },
      ...(timers.length > 0 && {
        triggers: timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })),
      }),
    })
  }
  return names
}

/** As long as every mark, so that no line moves. */
const noMark = `${manifest.version} ${'0'.repeat(8)}`

/** Lets a function say what code it is: the version, and a digest of it. The same code has the same mark. */
function mark(file: string): void {
  const code = readFileSync(file, 'utf8')
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 8)
  writeFileSync(file, code.replaceAll(noMark, `${manifest.version} ${digest}`))
}

/** A setting that the mini-program and the functions share: from the environment, else from .env as Taro reads it. */
export function appSetting(name: string): string {
  const given = { ...process.env }
  const read = dotenvParse(project, ['TARO_APP_'], 'production')
  // It also puts what it reads into the environment, where it would look as if somebody had given it.
  for (const key of Object.keys(read)) if (given[key] === undefined) delete process.env[key]
  return given[name] ?? read[name] ?? ''
}

/** What few calls need, and is large: a file beside the bundle, read when it is needed and not at each start. */
const large = ['pinyin-pro']

function apart(folder: string): Plugin {
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve(
        { filter: new RegExp(`^(${large.join('|')})$`), namespace: 'file' },
        async ({ path, resolveDir }) => {
          await build({
            stdin: { contents: `module.exports = require('${path}')`, resolveDir },
            outfile: join(folder, `${path}.js`),
            bundle: true,
            platform: 'node',
            target: 'node16',
            format: 'cjs',
            legalComments: 'none',
            logLevel: 'warning',
          })
          return { path: `./${path}.js`, external: true }
        },
      )
    },
  }
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}
