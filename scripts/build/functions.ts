import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import manifest from '../../package.json' with { type: 'json' }

/** Functions that WeChat runs by the clock: second, minute, hour, day, month, weekday, year, in Beijing. */
const timers: Record<string, string> = { clock: '0 * * * * * *' }

/** What of WeChat's own interfaces each function calls (cloudfunctions/store/wechat.ts). */
const openapi: Record<string, string[]> = {
  api: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited', 'updatableMessage.createActivityId'],
  clock: ['updatableMessage.setUpdatableMsg', 'security.msgSecCheck', 'security.mediaCheckAsync'],
}

const source = fileURLToPath(new URL('../../cloudfunctions/', import.meta.url))

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
      plugins: [apart(join(folder, name))],
    })
    write(join(folder, name, 'package.json'), {
      name,
      version: manifest.version,
      main: 'index.js',
      dependencies: { 'wx-server-sdk': manifest.dependencies['wx-server-sdk'] },
    })
    write(join(folder, name, 'config.json'), {
      permissions: { openapi: openapi[name] ?? [] },
      ...(timers[name] && { triggers: [{ name, type: 'timer', config: timers[name] }] }),
    })
  }
  return names
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
