import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appSetting, buildFunctions } from '../../scripts/build/functions.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
/** What the functions are made of. */
const sources = ['cloudfunctions', 'domain', 'scripts/build', 'package-lock.json', '.env']
/** Inside the project, so that the functions find wx-server-sdk. */
const kept = join(project, 'dist/test-functions')

let built: Promise<string> | undefined

/** The folder of the built functions: built once for all test files, until something in them changes. */
export function builtFunctions(): Promise<string> {
  built ??= build()
  return built
}

async function build(): Promise<string> {
  const name = fingerprint()
  const folder = join(kept, name)
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  const before = readdirSync(kept).filter((each) => !each.includes(name))
  const making = join(kept, `making-${name}-${process.pid}`)
  await buildFunctions(making)
  try {
    renameSync(making, folder)
  } catch {
    // Another test file was faster; theirs is the same.
    rmSync(making, { recursive: true, force: true })
  }
  for (const each of before) rmSync(join(kept, each), { recursive: true, force: true })
  return folder
}

function fingerprint(): string {
  const hash = createHash('sha256').update(appSetting('TARO_APP_TEMPLATES'))
  for (const source of sources) {
    const path = join(project, source)
    const files = source.includes('.') ? [''] : readdirSync(path, { recursive: true }).map(String).sort()
    for (const file of files)
      if (source.includes('.') || (/\.(ts|json)$/.test(file) && !file.includes('.test.')))
        hash.update(file).update(readFileSync(join(path, file)))
  }
  return hash.digest('hex').slice(0, 24)
}
