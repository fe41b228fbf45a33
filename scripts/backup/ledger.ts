import type { FilePart } from './manifest.ts'
import { linesOf } from './parts.ts'
import { nextLimit, type Reading } from './reading.ts'
import { byBytes, idOfLine, type Line } from './texts.ts'

/** A document of a collection. */
export interface Owned extends Line {
  collection: string
}

/** What must agree with somebody's account; each is changed in one transaction with it. */
const entries = ['transfers', 'redemptions', 'reviews']

const tries = 5

/**
 * The ledger of everybody whose account has changed since it was read, as it was at one moment each. Who is not among
 * them moved no points between the first look at the account and this one, and all that must agree with it was read
 * in between.
 */
export async function* changedLedgers(
  folder: string,
  files: readonly FilePart[],
  reading: Reading,
): AsyncGenerator<Owned[]> {
  for await (const personId of changedAccounts(folder, files, reading)) yield ledgerOf(personId, reading)
}

/** Both sides are in the order of the ids: they are gone through side by side, a page at a time. */
async function* changedAccounts(
  folder: string,
  files: readonly FilePart[],
  reading: Reading,
): AsyncGenerator<string> {
  const kept = keptLines(folder, files)
  let before = await kept.next()
  for (let after = '', limit = 100; ; ) {
    const page = await reading.page('accounts', after, limit)
    const last = page.at(-1)
    if (!last) return
    for (const { id, text } of page) {
      while (!before.done && byBytes(before.value.id, id) < 0) before = await kept.next()
      if (before.done || before.value.id !== id || before.value.text !== text) yield id
    }
    after = last.id
    limit = nextLimit(page)
  }
}

async function* keptLines(folder: string, files: readonly FilePart[]): AsyncGenerator<Line> {
  for (const file of files) for await (const text of linesOf(folder, file)) yield { id: idOfLine(text), text }
}

/** Reads until the account is the same before and after. */
async function ledgerOf(personId: string, reading: Reading): Promise<Owned[]> {
  const account = async () => (await reading.withIds('accounts', [personId])).map(of('accounts'))
  for (let tried = 1; ; tried += 1) {
    const before = await account()
    const found: Owned[] = []
    for (const collection of entries)
      found.push(...(await reading.all(collection, 'personId', personId)).map(of(collection)))
    const after = await account()
    if (before[0]?.text === after[0]?.text || tried === tries) return [...after, ...found]
  }
}

const of =
  (collection: string) =>
  (line: Line): Owned => ({ ...line, collection })
