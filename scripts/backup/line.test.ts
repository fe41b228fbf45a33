import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type LocalCloud, startCloud } from '../../localcloud/start.ts'
import { type Line, startLine } from '../../tests/support/line.ts'
import { connect } from '../load/connect.ts'
import { linesOf } from './parts.ts'
import { takeBackup } from './take.ts'

// Nobody waits for a line that does not come back.
vi.mock('../deploy/persistent.ts', () => ({ sleep: async () => {} }))

const nothing = mkdtempSync(join(tmpdir(), 'fengming-none-'))
let full: LocalCloud
let empty: LocalCloud
let [toFull, toEmpty]: Line[] = []
let folder: string

beforeAll(async () => {
  full = await startCloud({ functions: nothing, indexes })
  empty = await startCloud({ functions: nothing, indexes })
  toFull = await startLine(full.url)
  toEmpty = await startLine(empty.url)
  connect(full.url)
}, 120_000)
afterAll(async () => {
  for (const each of [toFull, toEmpty, full, empty]) await each?.close()
  rmSync(nothing, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengming-backup-'))
  await full.restore({})
  await empty.restore({})
  return () => rmSync(folder, { recursive: true, force: true })
})

/** So many documents of about a thousand letters each. */
async function fill(count: number): Promise<void> {
  const { organisations } = await import('../../cloudfunctions/store/organisations.ts')
  const words = '诉求'.repeat(300)
  const documents = Array.from({ length: count }, (_, index) => ({ _id: `o${index}`, words, index }))
  for (let start = 0; start < count; start += 1_000)
    await organisations.add(...(documents.slice(start, start + 1_000) as never[]))
}

async function backUp(over: Partial<Parameters<typeof takeBackup>[0]> = {}) {
  const { reading } = await import('./reading.ts')
  return takeBackup({ folder, from: 'local', version: '0', reading, say: () => {}, ...over })
}

async function restore(): Promise<string> {
  const { bringBackup } = await import('./bring.ts')
  const { reading } = await import('./reading.ts')
  const usual = { only: [], intoFilled: false, replace: false, dryRun: false }
  return bringBackup({ folder, into: 'empty', reading, say: () => {}, ...usual })
}

function onLine(line: Line | undefined, dead: Line['dead']): Line {
  if (!line) throw new Error('there is no line')
  Object.assign(line, { actions: [], most: 0, dead })
  connect(line.url)
  return line
}
const alive = { at: Number.POSITIVE_INFINITY, carriedOut: false }

it('never holds much of 12,000 documents: small pages, small files, few requests at a time', async () => {
  connect(full.url)
  await fill(12_000)
  const collections = Object.keys(indexes).length
  const { actions } = onLine(toFull, alive)
  const { reading } = await import('./reading.ts')
  const pages: number[] = []
  const counting: typeof reading = {
    ...reading,
    async page(...asked) {
      const page = await reading.page(...asked)
      pages.push(page.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0))
      return page
    },
  }
  const manifest = await backUp({ reading: counting, partBytes: 4_000_000 })
  expect(manifest.collections.organisations?.files.length).toBeGreaterThan(3)
  // Two counts and an empty page of each, and no more than 40 pages of documents.
  expect(actions.length).toBeLessThan(3 * collections + 45)
  expect(actions.filter((action) => action === 'database.calculateDocument')).toHaveLength(2 * collections)
  // Letters of these words have three bytes each.
  expect(Math.max(...pages)).toBeLessThan(3.1 * 1024 * 1024)
  const line = onLine(toEmpty, alive)
  expect(await restore()).toBe('all')
  expect(line.most).toBeLessThanOrEqual(4)
  expect(line.most).toBeGreaterThan(1)
  expect(line.actions.length).toBeLessThan(2 * collections + 130)
  expect(await empty.dump()).toEqual(await full.dump())
}, 120_000)

it('a restoration that is killed at any request, carried out or not, goes on to the same end', async () => {
  connect(full.url)
  await fill(650)
  await backUp()
  const wanted = await full.dump()
  let killed = 0
  for (const carriedOut of [false, true])
    for (let at = 1; ; at += at < 30 ? 29 : 5) {
      await empty.restore({})
      onLine(toEmpty, { at, carriedOut })
      const ended = await restore().catch(() => 'killed')
      if (ended === 'all') break
      expect(ended).toBe('killed')
      killed += 1
      expect(killed).toBeLessThan(50)
      connect(empty.url)
      expect(await restore()).toBe('all')
      expect(await empty.dump()).toEqual(wanted)
    }
  expect(killed).toBeGreaterThan(14)
}, 240_000)

it('an answer that gets lost is asked for again, and nothing comes twice', async () => {
  connect(full.url)
  await fill(450)
  const wanted = await full.dump()
  for (const at of [1, 2, 70]) {
    rmSync(folder, { recursive: true })
    folder = mkdtempSync(join(tmpdir(), 'fengming-backup-'))
    onLine(toFull, { at, carriedOut: true, alone: true })
    const { collections } = await backUp()
    const ids = []
    for (const file of collections.organisations?.files ?? [])
      for await (const text of linesOf(folder, file)) ids.push((JSON.parse(text) as { _id: string })._id)
    expect([ids.length, new Set(ids).size]).toEqual([450, 450])
  }
  const first = Object.keys(indexes).length
  for (let at = first; at < first + 8; at += 1) {
    await empty.restore({})
    onLine(toEmpty, { at, carriedOut: true, alone: true })
    expect(await restore()).toBe('all')
    expect(await empty.dump()).toEqual(wanted)
  }
}, 240_000)

it('pages along the id, and looks at nothing else', async () => {
  connect(full.url)
  await fill(10)
  const query = { filter: { _id: { $gt: 'o3' } }, sort: [{ field: '_id', direction: 1 as const }], limit: 5 }
  expect(await full.explain('organisations', query)).toEqual({ index: '_id_', sorted: true, exact: true })
})
