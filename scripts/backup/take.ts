import { Stop } from '../deploy/stop.ts'
import { changedLedgers } from './ledger.ts'
import { documentsOf, form, type Manifest, type Part, readManifest, writeManifest } from './manifest.ts'
import { backupOrder } from './order.ts'
import { PartWriter, partBytes } from './parts.ts'
import { nextLimit, type Reading } from './reading.ts'

export interface Taking {
  /** Where it is written to; exists, and is private. */
  folder: string
  /** Id of the environment, or `local`. */
  from: string
  /** Of the product. */
  version: string
  reading: Reading
  say: (line: string) => void
  now?: () => Date
  partBytes?: number
}

/** So many documents between two lines of progress. */
const every = 10_000

/**
 * Writes every declared collection into a folder, page by page, and goes on where an earlier run was broken off. The
 * manifest names only what is whole. Stops when the folder holds another backup.
 */
export async function takeBackup(taking: Taking): Promise<Manifest> {
  const { folder, from, version, say, now = () => new Date() } = taking
  const begun = readManifest(folder)
  if (begun) refuseAnother(begun, taking)
  const manifest: Manifest = begun ?? {
    form,
    version,
    from,
    startedAt: now().toISOString(),
    endedAt: null,
    collections: Object.fromEntries(backupOrder().map((name) => [name, { files: [], whole: false }])),
    changed: { files: [], whole: false },
  }
  if (begun) say(`going on with the backup that was begun at ${begun.startedAt}`)
  else writeManifest(folder, manifest)
  const save = () => writeManifest(folder, manifest)
  for (const [name, part] of Object.entries(manifest.collections)) {
    if (!part.whole) await takeCollection(name, part, save, taking)
    say(`${name}: ${documentsOf(part)} documents${shortBy(part)}`)
  }
  if (!manifest.changed.whole) await takeChanged(manifest, save, taking)
  say(`points that moved meanwhile, read again: ${documentsOf(manifest.changed)} documents`)
  manifest.endedAt = now().toISOString()
  save()
  return manifest
}

function refuseAnother(begun: Manifest, { folder, from, version }: Taking): void {
  if (begun.endedAt !== null)
    throw new Stop(`${folder} holds a whole backup of ${begun.endedAt}`, 'choose another folder')
  if (begun.from !== from)
    throw new Stop(`${folder} holds a backup of ${begun.from} that was begun`, 'choose another folder')
  if (begun.version !== version || !sameNames(begun))
    throw new Stop(
      `the backup in ${folder} was begun by version ${begun.version}, with other collections`,
      'begin anew in another folder',
    )
}

const sameNames = ({ collections }: Manifest) =>
  Object.keys(collections).sort().join() === backupOrder().sort().join()

/** Whether fewer were read than the collection held all the time; then something is wrong with its ids. */
function shortBy(part: Part): string {
  const least = Math.min(...(part.counted ?? [0]))
  const read = documentsOf(part)
  return read < least ? `, though it was said to hold ${least}: some may be missing` : ''
}

async function takeCollection(
  name: string,
  part: Part,
  save: () => void,
  { folder, reading, say, partBytes: most = partBytes }: Taking,
): Promise<void> {
  const before = await reading.count(name)
  let after = part.files.at(-1)?.last ?? ''
  let writer: PartWriter | undefined
  let limit = 100
  let read = documentsOf(part)
  const end = () => {
    if (writer) part.files.push(writer.end())
    writer = undefined
    save()
  }
  try {
    for (;;) {
      const page = await reading.page(name, after, limit)
      const last = page.at(-1)
      if (!last) break
      writer ??= new PartWriter(folder, `${name}-${String(part.files.length + 1).padStart(4, '0')}.jsonl.gz`)
      writer.add(page)
      if (Math.floor((read + page.length) / every) > Math.floor(read / every))
        say(`${name}: ${read + page.length} of about ${before} …`)
      read += page.length
      after = last.id
      limit = nextLimit(page)
      if (writer.text >= most) end()
    }
  } catch (error) {
    writer?.drop()
    throw error
  }
  part.whole = true
  part.counted = [before, await reading.count(name)]
  end()
}

async function takeChanged(manifest: Manifest, save: () => void, { folder, reading }: Taking): Promise<void> {
  const { changed, collections } = manifest
  let writer: PartWriter | undefined
  try {
    for await (const ledger of changedLedgers(folder, collections.accounts?.files ?? [], reading)) {
      writer ??= new PartWriter(folder, 'changed-0001.jsonl.gz')
      writer.add(
        ledger.map(({ id, collection, text }) => ({
          id,
          text: `{"collection":${JSON.stringify(collection)},"document":${text}}`,
        })),
      )
    }
  } catch (error) {
    writer?.drop()
    throw error
  }
  changed.files = writer ? [writer.end()] : []
  changed.whole = true
  save()
}
