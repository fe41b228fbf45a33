import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One version of a package, and the digest that it must have. */
export interface Tarball {
  name: string
  file: string
  integrity: string
}

/**
 * Fetches a package once, without what it depends on, into `folder/package`. `prepare` may change what was fetched
 * before it counts as there.
 */
export async function fetchPackage(
  { name, file, integrity }: Tarball,
  folder: string,
  prepare: (fetched: string) => void = () => {},
): Promise<void> {
  if (existsSync(path.join(folder, 'package'))) return
  mkdirSync(folder, { recursive: true })
  const archive = path.join(folder, file)
  if (!existsSync(archive)) await run('npm', ['pack', name, '--pack-destination', folder], { cwd: folder })
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (digest !== integrity) throw new Error(`${name} is not the tarball that was expected: ${digest}`)
  const place = path.join(folder, 'new')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  await run('tar', ['xzf', archive, '-C', place])
  prepare(path.join(place, 'package'))
  renameSync(path.join(place, 'package'), path.join(folder, 'package'))
}
