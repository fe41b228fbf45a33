import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from '../deploy/stop.ts'

const project = realpathSync(fileURLToPath(new URL('../..', import.meta.url)))

/**
 * A folder for personal data, readable by nobody else; made when it is not there. Stops where it would lie in the
 * repository and be taken for a part of it.
 */
export function privateFolder(name: string): string {
  const folder = real(resolve(name))
  const inside = relative(project, folder)
  if (!inside.startsWith('..') && !isIgnored(folder))
    throw new Stop(
      `${folder} lies in the repository, and a backup holds personal data`,
      'choose a folder outside of it, best on an encrypted disk',
    )
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    readdirSync(folder)
  } catch (error) {
    throw new Stop(`${folder} can't be used: ${(error as Error).message}`, 'choose another folder')
  }
  return folder
}

/** Without links, so far as it exists. */
function real(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder)
  const above = dirname(folder)
  return above === folder ? folder : join(real(above), basename(folder))
}

/** Git's answer for a file in it; without git, or outside a clone, it is not ignored. */
function isIgnored(folder: string): boolean {
  return spawnSync('git', ['check-ignore', '-q', join(folder, 'file')], { cwd: project }).status === 0
}
