import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { Stop } from '../deploy/stop.ts'
import { type FilePart, type Manifest, readManifest } from './manifest.ts'
import { digestOfFile } from './parts.ts'

const another = 'take another copy of this backup, or an older one'

/**
 * A backup that can be restored: whole, each file as it was written, and nothing in it that this version does not
 * know; of some collections `only`, the files of the others may be damaged. Stops at the first thing that is not so.
 */
export async function checkedBackup(folder: string, only: readonly string[] = []): Promise<Manifest> {
  const manifest = readManifest(folder)
  if (!manifest)
    throw new Stop(
      `${folder} holds no backup: there is no manifest.json`,
      'name the folder that npm run backup made',
    )
  const { collections, changed } = manifest
  if (manifest.endedAt === null)
    throw new Stop(
      `the backup in ${folder} is not whole: it was broken off`,
      `finish it with the same npm run backup, or take another one`,
    )
  const unknown = Object.keys(collections).filter((name) => !Object.hasOwn(indexes, name))
  if (unknown.length > 0)
    throw new Stop(
      `the backup holds ${unknown.join(', ')}, which this version does not know`,
      `use the version of the product that wrote it (${manifest.version}), or a newer one`,
    )
  const wanted = Object.entries(collections).filter(([name]) => only.length === 0 || only.includes(name))
  const parts = [...wanted.map(([, part]) => part), changed]
  for (const file of parts.flatMap(({ files }) => files)) await checkFile(folder, file)
  return manifest
}

async function checkFile(folder: string, { file, bytes, sha256 }: FilePart): Promise<void> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new Stop(`${path} is missing`, another)
  const found = await digestOfFile(path)
  if (found.bytes !== bytes) throw new Stop(`${path} has ${found.bytes} bytes instead of ${bytes}`, another)
  if (found.sha256 !== sha256) throw new Stop(`${path} is damaged: it is not what was written`, another)
}
