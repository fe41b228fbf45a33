import { addAll, RequestFailed, replace } from '../../cloudfunctions/store/documents.ts'
import { patiently } from './patient.ts'
import type { Reading } from './reading.ts'
import { type Line, withoutId } from './texts.ts'

/** What became of some documents. */
export interface Tally {
  /** Were not there, and are now (or would be). */
  added: number
  /** Are there as they are in the backup. */
  same: number
  /** Were there with another content, and are as in the backup now (or would be). */
  replaced: number
  /** Are there with another content, and stay so. */
  kept: number
  /** Can't be added: another document has their value of a unique index. Their ids. */
  blocked: string[]
}

export const noTally = (): Tally => ({ added: 0, same: 0, replaced: 0, kept: 0, blocked: [] })

export interface Ways {
  reading: Reading
  /** There may be documents already: look before adding. */
  careful: boolean
  replace: boolean
  dryRun: boolean
}

/** Brings some documents of one collection in; whatever has happened before, twice does the same as once. */
export async function putSome(
  collection: string,
  lines: readonly Line[],
  ways: Ways,
  tally: Tally,
): Promise<void> {
  if (!ways.careful && !ways.dryRun && (await addTogether(collection, lines))) {
    tally.added += lines.length
    return
  }
  const there = await found(collection, lines, ways.reading)
  const missing: Line[] = []
  for (const line of lines) {
    const text = there.get(line.id)
    if (text === undefined) missing.push(line)
    else if (text === line.text) tally.same += 1
    else if (ways.replace) {
      if (!ways.dryRun) await patiently(() => replace(collection, line.id, withoutId(line.text)))
      tally.replaced += 1
    } else tally.kept += 1
  }
  if (ways.dryRun || missing.length === 0 || (await addTogether(collection, missing)))
    tally.added += missing.length
  else await addOneByOne(collection, missing, ways.reading, tally)
}

async function found(
  collection: string,
  lines: readonly Line[],
  reading: Reading,
): Promise<Map<string, string>> {
  const ids = lines.map(({ id }) => id)
  return new Map((await reading.withIds(collection, ids)).map(({ id, text }) => [id, text]))
}

/** False when one of them, or its value of a unique index, is there: then some of them may have been added. */
async function addTogether(collection: string, lines: readonly Line[]): Promise<boolean> {
  try {
    await patiently(() =>
      addAll(
        collection,
        lines.map(({ text }) => text),
      ),
    )
    return true
  } catch (error) {
    if (error instanceof RequestFailed && error.duplicate) return false
    throw error
  }
}

async function addOneByOne(
  collection: string,
  lines: readonly Line[],
  reading: Reading,
  tally: Tally,
): Promise<void> {
  for (const line of lines) {
    if (await addTogether(collection, [line])) tally.added += 1
    else if ((await reading.withIds(collection, [line.id]))[0]?.text === line.text) tally.added += 1
    else tally.blocked.push(line.id)
  }
}
