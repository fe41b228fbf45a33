import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import sdk from 'wx-server-sdk/package.json' with { type: 'json' }

const project = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Lays wx-server-sdk as one file where a function looks for it: the version of the lock file, and half a cold start less
 * than its 428 files (docs/decisions/40). Not made smaller: what is called by a longer name is not read more slowly, and a
 * trace says where it was.
 */
export async function layServerSdk(functions: readonly string[]): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = require('wx-server-sdk')`, resolveDir: project },
    bundle: true,
    platform: 'node',
    target: 'node16',
    write: false,
    // What it can't find must not wait for a phone to be missed.
    logOverride: { 'unsupported-dynamic-import': 'error', 'require-resolve-not-external': 'error' },
  })
  const [script] = outputFiles
  if (!script) throw new Error('wx-server-sdk could not be bundled')
  for (const folder of functions) {
    const place = join(folder, 'node_modules/wx-server-sdk')
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'index.js'), script.contents)
    const { name, version, license } = sdk
    writeFileSync(
      join(place, 'package.json'),
      `${JSON.stringify({ name, version, license, main: 'index.js' }, null, 2)}\n`,
    )
  }
}
