import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine, Query } from '../../localcloud/engine/engine.ts'
import { SqliteEngine } from '../../localcloud/engine/sqlite.ts'
import type { Document } from '../../localcloud/engine/values.ts'
import { onlyErrors, startCloud } from '../../localcloud/start.ts'
import type { Measure } from './measure.ts'
import { atMost } from './measure.ts'

export const part = 'cloud'

const functions = fileURLToPath(new URL('../../localcloud/fixtures/functions', import.meta.url))
const up = (field: string) => ({ field, direction: 1 as const })
const indexes = [
  { name: 'who_due', keys: [up('who'), up('due'), up('_id')] },
  { name: 'due', keys: [up('due'), up('_id')] },
]

/** Four documents in a row fall due together; the groups are spread over the whole collection. */
const TIED = 4
const dueOf = (i: number, size: number) => (Math.floor(i / TIED) * 7919) % (size / TIED)

/** A document of about 400 bytes; each of `size / 20` people has 20, spread over the whole collection. */
function documentOf(i: number, size: number): Document {
  return {
    _id: `d${i}`,
    who: i % (size / 20),
    due: dueOf(i, size),
    title: `第 ${i} 件`,
    text: 'some words that make the document as long as a usual one is '.repeat(4),
    tags: ['one', 'two'],
    at: new Date(1.7e12 + i * 1000),
  }
}

async function load(engine: Engine, size: number): Promise<number> {
  await engine.declareIndexes('things', indexes)
  const began = performance.now()
  for (let i = 0; i < size; i += 1000) {
    await engine.insert(
      'things',
      Array.from({ length: 1000 }, (_, j) => documentOf(i + j, size)),
    )
    if (i % 100_000 === 0) console.error(`loading ${size}: ${i}`)
  }
  return (performance.now() - began) / 1000
}

/** Median microseconds of one operation, after warming up; numbers are spread so that no two runs of it meet the same page. */
async function microseconds(count: number, operation: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < count * 1.5; i++) {
    const began = performance.now()
    await operation((i * 104_729) % 1_000_003)
    if (i >= count / 2) times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return (times[times.length >> 1] ?? 0) * 1000
}

const reads = (size: number): Record<string, (i: number) => Query> => ({
  'find 20 by an index': (i) => ({ filter: { who: i % (size / 20) }, limit: 20 }),
  'first 20 by an index that sorts': (i) => ({
    filter: { due: { $gte: i % (size / TIED - 100) } },
    sort: [up('due')],
    limit: 20,
  }),
  'page of 20 by a cursor': (i) => {
    // The last page ended with the second of four that fall due together.
    const last = Math.floor((i % size) / TIED) * TIED + 1
    const due = dueOf(last, size)
    return {
      filter: { $or: [{ due: { $gt: due } }, { due, _id: { $gt: `d${last}` } }] },
      sort: [up('due'), up('_id')],
      limit: 20,
    }
  },
})

async function growth(
  small: Engine,
  smallSize: number,
  large: Engine,
  largeSize: number,
): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const name of Object.keys(reads(1))) {
    const cost = async (engine: Engine, size: number) => {
      const query = reads(size)[name]
      if (!query) throw new Error(name)
      const meter = { examined: 0, returned: 0, indexes: [] }
      await engine.find('things', query(4711), { meter })
      return {
        time: await microseconds(2000, (i) => engine.find('things', query(i))),
        examined: meter.examined,
      }
    }
    // Both sizes in turn, thrice, so that what else runs on the machine meets both; the quietest turn counts.
    const turns = []
    for (let turn = 0; turn < 3; turn++)
      turns.push({ a: await cost(small, smallSize), b: await cost(large, largeSize) })
    const least = (times: number[]) => Math.min(...times)
    const before = least(turns.map(({ a }) => a.time))
    const after = least(turns.map(({ b }) => b.time))
    const { a, b } = turns[0] ?? { a: { examined: 0 }, b: { examined: 1 } }
    measures.push(
      { part, name: `${name}, of ${largeSize}`, value: after, unit: 'µs' },
      atMost({ part, name: `${name}: growth from ${smallSize}`, value: after / before, unit: '×' }, 1.2),
      atMost(
        { part, name: `${name}: more documents examined`, value: b.examined - a.examined, unit: 'documents' },
        0,
      ),
    )
  }
  return measures
}

/** The same work through the SDK, in a function, and directly in the engine. */
const work: {
  name: string
  sdk: string
  engine: (engine: Engine, i: number, size: number) => Promise<unknown>
}[] = [
  {
    name: 'get one document',
    sdk: `await things.doc('d' + (i % size)).get()`,
    engine: (engine, i, size) => engine.find('things', { filter: { _id: `d${i % size}` } }),
  },
  {
    name: 'find 20 by an index',
    sdk: 'await things.where({ who: i % (size / 20) }).limit(20).get()',
    engine: (engine, i, size) => engine.find('things', { filter: { who: i % (size / 20) }, limit: 20 }),
  },
  {
    name: 'insert',
    sdk: `await things.add({ data: { who: -1, due: -1, title: 'new', text: 'some words' } })`,
    engine: (engine) => engine.insert('things', [{ who: -1, due: -1, title: 'new', text: 'some words' }]),
  },
  {
    name: 'transaction of 4 operations',
    sdk: `await db.runTransaction(async (t) => {
      const c = t.collection('things')
      await c.doc('d' + (i % size)).get()
      await c.doc('d' + (i % size)).update({ data: { n: _.inc(1) } })
      await c.doc('d' + ((i + 1) % size)).update({ data: { n: _.inc(1) } })
      await c.add({ data: { who: -2, due: -2 } })
    })`,
    engine: async (engine, i, size) => {
      const transaction = await engine.begin()
      const update = (_id: string) =>
        engine.update('things', { filter: { _id }, change: { $inc: { n: 1 } } }, { transaction })
      await engine.find('things', { filter: { _id: `d${i % size}` } }, { transaction })
      await update(`d${i % size}`)
      await update(`d${(i + 1) % size}`)
      await engine.insert('things', [{ who: -2, due: -2 }], { transaction })
      await engine.commit(transaction)
    },
  },
]

const timed = (code: string) => `
  const things = db.collection('things')
  const { size, count } = input
  const times = []
  for (let n = 0; n < count * 1.5; n++) {
    const i = (n * 104729) % 1000003
    const began = performance.now()
    ${code}
    if (n >= count / 2) times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return times[times.length >> 1] * 1000`

async function throughSdk(data: string, size: number, count: number): Promise<Measure[]> {
  const measures: Measure[] = []
  const cloud = await startCloud({ said: onlyErrors, functions, data, timeout: 600_000 })
  const sdk: number[] = []
  for (const { name, sdk: code } of work) {
    console.error(`through the SDK: ${name}`)
    sdk.push(Number(await cloud.call('database', { code: timed(code), input: { size, count } })))
  }
  await cloud.close()
  const engine = new SqliteEngine(path.join(data, 'database.sqlite'))
  for (const [at, { name, engine: operation }] of work.entries()) {
    const direct = await microseconds(count, (i) => operation(engine, i, size))
    const through = sdk[at] ?? 0
    measures.push(
      { part, name: `${name}, through the SDK`, value: through, unit: 'µs' },
      { part, name: `${name}, in the engine`, value: direct, unit: 'µs' },
      { part, name: `${name}: SDK to engine`, value: through / direct, unit: '×' },
    )
  }
  await engine.close()
  return measures
}

/** The local cloud's speed: growth with the data, loading, and what the way through the SDK costs. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const size = quick ? 100_000 : 1_000_000
  const folder = mkdtempSync(path.join(tmpdir(), 'cloud-bench-'))
  const data = path.join(folder, 'large')
  try {
    const small = new SqliteEngine(path.join(folder, 'small.sqlite'))
    await load(small, 10_000)
    mkdirSync(data)
    const large = new SqliteEngine(path.join(data, 'database.sqlite'))
    const seconds = await load(large, size)
    const memory = process.memoryUsage().rss / 2 ** 20
    const grown = await growth(small, 10_000, large, size)
    await small.close()
    await large.close()
    return [
      atMost({ part, name: `load ${size} documents`, value: seconds, unit: 's' }, 180 * (size / 1_000_000)),
      atMost({ part, name: 'memory after loading', value: memory, unit: 'MB' }, 2048),
      ...grown,
      ...(await throughSdk(data, size, quick ? 300 : 1000)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
