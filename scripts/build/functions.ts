import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dotenvParse } from '@tarojs/helper'
import { build } from 'vite'
import { requireSound } from '../../domain/settings/start.ts'
import manifest from '../../package.json' with { type: 'json' }
import { layServerSdk } from './serverSdk.ts'

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

/** Bytes below which what areas share is not worth a file of its own: each that is read costs a cold start about a millisecond. */
const smallest = 20_000

/** Names of the cloud functions: the folders with an index.ts. */
export function functionNames(): string[] {
  return readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))
}

/** Builds each cloud function into `<folder>/<name>/index.js`, whole as it is uploaded: WeChat installs nothing. */
export async function buildFunctions(folder: string): Promise<string[]> {
  const names = functionNames()
  const templates = appSetting('TARO_APP_TEMPLATES')
  // What is not sound would stop the functions at their start: here it stops the build.
  requireSound(templates)
  rmSync(folder, { recursive: true, force: true })
  await layServerSdk(names.map((name) => join(folder, name)))
  for (const name of names) {
    await build({
      root: project,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: {
        'process.env.TARO_APP_TEMPLATES': JSON.stringify(templates),
        'process.env.FUNCTIONS_BUILD': JSON.stringify(noMark),
      },
      ssr: { noExternal: true, external: ['wx-server-sdk'] },
      build: {
        ssr: join(source, name, 'index.ts'),
        outDir: join(folder, name),
        emptyOutDir: false,
        target: 'node16',
        // A line of a trace in the log is to be found again.
        minify: false,
        rollupOptions: {
          output: {
            format: 'cjs',
            entryFileNames: 'index.js',
            // What is imported when it is needed: files of their own, which a cold start neither reads nor compiles.
            chunkFileNames: ({ facadeModuleId, name }) =>
              `parts/${facadeModuleId?.endsWith('/useCases.ts') ? basename(dirname(facadeModuleId)) : name}-[hash].js`,
            experimentalMinChunkSize: smallest,
          },
        },
      },
    })
    mark(join(folder, name))
    write(join(folder, name, 'package.json'), {
      name,
      version: manifest.version,
      main: 'index.js',
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
function mark(folder: string): void {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => file.endsWith('.js'))
    .sort()
  const code = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const digest = [...code.values()]
    .reduce((hash, text) => hash.update(text), createHash('sha256'))
    .digest('hex')
  for (const [file, text] of code)
    if (text.includes(noMark))
      writeFileSync(file, text.replaceAll(noMark, `${manifest.version} ${digest.slice(0, 8)}`))
}

/** A setting that the mini-program and the functions share: from the environment, else from .env as Taro reads it. */
export function appSetting(name: string): string {
  const given = { ...process.env }
  const read = dotenvParse(project, ['TARO_APP_'], 'production')
  // It also puts what it reads into the environment, where it would look as if somebody had given it.
  for (const key of Object.keys(read)) if (given[key] === undefined) delete process.env[key]
  return given[name] ?? read[name] ?? ''
}

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}
