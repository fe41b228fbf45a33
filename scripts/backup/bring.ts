import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../deploy/stop.ts'
import { checkedBackup } from './check.ts'
import { type Manifest, writeWhole } from './manifest.ts'
import { linesOf } from './parts.ts'
import type { Reading } from './reading.ts'
import { idOfLine, type Line } from './texts.ts'
import { noTally, putSome, type Tally, type Ways } from './writing.ts'

export interface Bringing {
  folder: string
  /** Id of the environment, or the data folder, that it is restored into. */
  into: string
  /** Only these collections. */
  only: readonly string[]
  intoFilled: boolean
  replace: boolean
  dryRun: boolean
  reading: Reading
  say: (line: string) => void
}

/** So many documents, or so many signs of text, go into one request. */
const batchDocuments = 100
const batchText = 512 * 1024
/** So many requests at the same time. */
const side = 4
/** So many documents between two lines of progress. */
const every = 10_000

/** Of a restoration that was begun in this folder and has not ended: it may go on though something is there. */
const marker = 'restoring.json'

/** All is there as in the backup; nothing is missing, but something differs; something is missing; it was not empty. */
export type Outcome = 'all' | 'differing' | 'missing' | 'refused'

/** Brings a checked backup into a database. Stops, without having written, where it is not empty and may not be filled. */
export async function bringBackup(bringing: Bringing): Promise<Outcome> {
  const { folder, into, only, dryRun, reading, say } = bringing
  say(`checking ${folder} …`)
  const manifest = await checkedBackup(folder, only)
  say(`the backup of ${manifest.from}, ${manifest.startedAt} to ${manifest.endedAt}, is as it was written`)
  // What is referred to comes first, and what refers to it after that.
  const names = Object.keys(chosen(manifest, only)).reverse()
  const before = await counts(names, reading)
  const filled = names.filter((name) => (before.get(name) ?? 0) > 0)
  const goesOn = filled.length > 0 && wasBegun(folder, into)
  if (goesOn) say(`going on with the restoration into ${into} that was broken off`)
  const refused = filled.length > 0 && !bringing.intoFilled && !goesOn
  if (refused && !dryRun) throw notEmpty(into, filled, before)
  if (!dryRun && filled.length === 0) note(folder, into, say)
  const changed = await changedByCollection(folder, manifest)
  const ways: Ways = { ...bringing, careful: filled.length > 0 || dryRun }
  let [missing, differing] = [false, false]
  for (const name of names) {
    const { tally, documents } = await bringCollection(name, manifest, changed.get(name), bringing, ways)
    const after = dryRun ? undefined : await reading.count(name)
    const lost = tally.blocked.length > 0 || (after !== undefined && after < documents)
    if (documents > 0 || after) say(`${lost ? '✗ ' : ''}${name}: ${told(tally, documents, after, dryRun)}`)
    missing ||= lost
    differing ||= tally.kept > 0
  }
  if (refused) return 'refused'
  if (missing) return 'missing'
  if (!dryRun) rmSync(join(folder, marker), { force: true })
  return differing ? 'differing' : 'all'
}

function chosen({ collections }: Manifest, only: readonly string[]): Manifest['collections'] {
  const unknown = only.filter((name) => !Object.hasOwn(collections, name))
  if (unknown.length > 0)
    throw new Stop(
      `the backup holds no collection ${unknown.join(', ')}`,
      `choose from ${Object.keys(collections).sort().join(', ')}`,
    )
  if (only.length === 0) return collections
  return Object.fromEntries(Object.entries(collections).filter(([name]) => only.includes(name)))
}

async function counts(names: readonly string[], reading: Reading): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, await reading.count(name))
  return found
}

function notEmpty(into: string, filled: readonly string[], before: ReadonlyMap<string, number>): Stop {
  const some = filled.slice(0, 5).map((name) => `${name} (${before.get(name)})`)
  const more = filled.length > 5 ? ` and ${filled.length - 5} more` : ''
  return new Stop(
    `${into} is not empty: ${some.join(', ')}${more}`,
    'see what --dry-run says; --into-filled adds what is missing and changes nothing, --replace with it also puts back what differs',
  )
}

function wasBegun(folder: string, into: string): boolean {
  const file = join(folder, marker)
  if (!existsSync(file)) return false
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { into?: unknown }).into === into
  } catch {
    return false
  }
}

function note(folder: string, into: string, say: Bringing['say']): void {
  try {
    writeWhole(join(folder, marker), Buffer.from(JSON.stringify({ into })))
  } catch {
    // Such as a disk that can only be read: it works without, but after a break nothing tells who began.
    say(`${folder} can't be written to: if this is broken off, go on with --into-filled`)
  }
}

/** What moved while the backup was taken: as much as moved, not as much as there is. */
async function changedByCollection(
  folder: string,
  { changed }: Manifest,
): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>()
  for (const file of changed.files)
    for await (const line of linesOf(folder, file)) {
      const { collection } = JSON.parse(line) as { collection: string }
      // As it stands there, so that no value is read and written anew.
      const text = line.slice(`{"collection":${JSON.stringify(collection)},"document":`.length, -1)
      const own = found.get(collection) ?? new Map<string, string>()
      found.set(collection, own.set(idOfLine(text), text))
    }
  return found
}

/** The documents of a collection in the form that holds: first in the order of the files, then what came meanwhile. */
async function* documentsOf(
  folder: string,
  files: Manifest['changed']['files'],
  changed: ReadonlyMap<string, string>,
): AsyncGenerator<Line> {
  const left = new Map(changed)
  for (const file of files)
    for await (const text of linesOf(folder, file)) {
      const id = idOfLine(text)
      yield { id, text: left.get(id) ?? text }
      left.delete(id)
    }
  for (const [id, text] of left) yield { id, text }
}

async function bringCollection(
  name: string,
  { collections }: Manifest,
  changed: ReadonlyMap<string, string> = new Map(),
  { folder, say }: Bringing,
  ways: Ways,
): Promise<{ tally: Tally; documents: number }> {
  const tally = noTally()
  let documents = 0
  const running = new Set<Promise<void>>()
  let failed: unknown
  const start = async (batch: readonly Line[]) => {
    const work: Promise<void> = putSome(name, batch, ways, tally)
      .catch((error: unknown) => {
        failed ??= error
      })
      .finally(() => running.delete(work))
    running.add(work)
    if (running.size >= side) await Promise.race(running)
  }
  let batch: Line[] = []
  let text = 0
  for await (const line of documentsOf(folder, collections[name]?.files ?? [], changed)) {
    if (batch.length === batchDocuments || (batch.length > 0 && text + line.text.length > batchText)) {
      await start(batch)
      batch = []
      text = 0
    }
    if (failed) break
    batch.push(line)
    text += line.text.length
    documents += 1
    if (documents % every === 0) say(`${name}: ${documents} …`)
  }
  if (!failed && batch.length > 0) await start(batch)
  await Promise.all(running)
  if (failed) throw failed
  return { tally, documents }
}

function told(tally: Tally, documents: number, after: number | undefined, dryRun: boolean): string {
  const { added, same, replaced, kept, blocked } = tally
  const parts = [
    added > 0 && `${added} ${dryRun ? 'would be added' : 'added'}`,
    same > 0 && `${same} there already`,
    replaced > 0 && `${replaced} ${dryRun ? 'would be replaced' : 'replaced'}`,
    kept > 0 && `${kept} differ and stay as they are (--replace puts them back)`,
    blocked.length > 0 &&
      `${blocked.length} can't be added, because another document has their unique value: ${blocked.slice(0, 5).join(', ')}`,
    after !== undefined && after < documents && `only ${after} are there`,
    after !== undefined && after > documents && `${after - documents} that the backup does not hold stay`,
  ].filter(Boolean)
  return `${documents} in the backup${parts.length > 0 ? ` · ${parts.join(' · ')}` : ''}`
}
