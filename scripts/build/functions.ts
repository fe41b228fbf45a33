import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import manifest from '../../package.json' with { type: 'json' }

/** Functions that WeChat runs by the clock: second, minute, hour, day, month, weekday, year, in Beijing. */
const timers: Record<string, string> = { clock: '0 * * * * * *' }

/** What of WeChat's own interfaces each function calls (cloudfunctions/store/wechat.ts). */
const openapi: Record<string, string[]> = {
  api: ['phonenumber.getPhoneNumber', 'wxacode.getUnlimited', 'updatableMessage.createActivityId'],
  clock: ['updatableMessage.setUpdatableMsg'],
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

function write(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}
