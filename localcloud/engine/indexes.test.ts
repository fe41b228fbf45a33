import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Index, Meter, Query } from './engine.ts'
import { matcher } from './filter.ts'
import { sortBytes } from './paths.ts'
import { SqliteEngine } from './sqlite.ts'
import { type Document, parseDocument } from './values.ts'

const fields = ['a', 'b', 'o.x']
const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '\u0000', '文', '😀'),
  fc.constantFrom(null, true, false, 1.5, -0, new Date(0), new Date(5)),
)
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ x: scalar }),
)
const document = fc
  .record(
    {
      a: value,
      b: value,
      o: fc.oneof(fc.record({ x: value }), fc.array(fc.record({ x: scalar }), { maxLength: 2 })),
    },
    { requiredKeys: [] },
  )
  .map((fields): Document => ({ ...fields }))
const comparison = fc.oneof(
  value.map((operand) => operand as unknown),
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map((operands) => ({ $in: operands })),
  fc.boolean().map((there) => ({ $exists: there })),
  fc.constantFrom(/^a/, /b$/, /^(a|b)/, /^A/i, /^a?/).map((pattern) => pattern as unknown),
)
const simple = fc.dictionary(fc.constantFrom(...fields), comparison, { maxKeys: 2 })
const filter = fc.oneof(
  simple,
  fc
    .tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 }))
    .map(([all, some]) => ({ ...all, $or: some })),
  fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => ({ $and: parts })),
)
const sortKey = fc.record({ field: fc.constantFrom(...fields), direction: fc.constantFrom<1 | -1>(1, -1) })
const distinct = { selector: ({ field }: { field: string }) => field }
const sort = fc.uniqueArray(sortKey, { maxLength: 2, ...distinct })
const indexes = fc
  .array(fc.uniqueArray(sortKey, { minLength: 1, maxLength: 3, ...distinct }), { minLength: 1, maxLength: 3 })
  .map((list): Index[] => list.map((keys, i) => ({ name: `i${i}`, keys })))
const query = fc.record({ filter, sort, skip: fc.nat(3), limit: fc.integer({ min: 1, max: 8 }) })

const byId = { field: '_id', direction: 1 as const }

const keys = (...names: string[]) =>
  names.map((name) => ({
    field: name.replace('-', ''),
    direction: name.startsWith('-') ? (-1 as const) : (1 as const),
  }))

describe('an index never changes an answer', () => {
  it('finds the same documents in the same order as reading all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 12 }),
        indexes,
        fc.array(query, { minLength: 1, maxLength: 5 }),
        async (documents, declared, queries) => {
          const engine = new SqliteEngine()
          await engine.declareIndexes('c', declared)
          await engine.insert(
            'c',
            documents.map((fields, i) => ({ _id: i, ...fields })),
          )
          const all = (await engine.find('c', { filter: {} })).map((text) => parseDocument(text))
          for (const { filter, sort, skip, limit } of queries) {
            const keys = [...sort, byId]
            const wanted = all
              .filter(matcher(filter as Document))
              .sort((x, y) => Buffer.compare(sortBytes(x, keys), sortBytes(y, keys)))
              .slice(skip, skip + limit)
            const found = await engine.find('c', { filter: filter as Document, sort: keys, skip, limit })
            expect(found.map((text) => parseDocument(text)._id)).toEqual(wanted.map(({ _id }) => _id))
            expect(await engine.count('c', filter as Document)).toBe(
              all.filter(matcher(filter as Document)).length,
            )
          }
          await engine.close()
        },
      ),
      { numRuns: Number(process.env.LOCALCLOUD_RUNS ?? 200) },
    )
  })
})

describe('indexes are used', () => {
  const cases: [string, Query, { index: string; sorted: boolean; examined: number }][] = [
    ['one value', { filter: { who: 7 } }, { index: 'who_due', sorted: true, examined: 10 }],
    [
      'one value, sorted',
      { filter: { who: 7 }, sort: keys('due'), limit: 3 },
      { index: 'who_due', sorted: true, examined: 3 },
    ],
    [
      'sorted backwards',
      { filter: { who: 7 }, sort: keys('-due'), limit: 3 },
      { index: 'who_due', sorted: true, examined: 3 },
    ],
    [
      'several values, merged by the sort',
      { filter: { who: { $in: [1, 2, 3] } }, sort: keys('due', '_id'), limit: 4 },
      { index: 'who_due', sorted: true, examined: 4 },
    ],
    [
      'a cursor over ties',
      {
        filter: { who: 7, $or: [{ due: { $gt: 507 } }, { due: 507, _id: { $gt: 'x' } }] },
        sort: keys('due', '_id'),
        limit: 2,
      },
      { index: 'who_due', sorted: true, examined: 3 },
    ],
    ['a range', { filter: { due: { $gte: 100, $lt: 105 } } }, { index: 'due', sorted: true, examined: 5 }],
    [
      'order alone',
      { filter: {}, sort: keys('-due'), limit: 5 },
      { index: 'due', sorted: true, examined: 5 },
    ],
    ['an element of an array', { filter: { tags: 't3' } }, { index: 'tags', sorted: true, examined: 1 }],
    [
      'a pattern with a fixed beginning',
      { filter: { tags: /^t99/ } },
      { index: 'tags', sorted: true, examined: 11 },
    ],
    ['the id', { filter: { _id: 'd5' } }, { index: '_id_', sorted: true, examined: 1 }],
    ['ids', { filter: { _id: { $in: ['d5', 'd6', 'none'] } } }, { index: '_id_', sorted: true, examined: 2 }],
    ['no index', { filter: { other: 1 } }, { index: 'scan', sorted: true, examined: 1000 }],
  ]

  it('says which, examines no more than it must', async () => {
    const engine = new SqliteEngine()
    await engine.declareIndexes('c', [
      { name: 'who_due', keys: keys('who', 'due', '_id') },
      { name: 'due', keys: keys('-due') },
      { name: 'tags', keys: keys('tags') },
    ])
    const documents = Array.from({ length: 1000 }, (_, i) => ({
      _id: `d${i}`,
      who: i % 100,
      due: i,
      tags: [`t${i}`, 'all'],
    }))
    await engine.insert('c', documents)
    for (const [name, query, wanted] of cases) {
      const meter: Meter = { examined: 0, returned: 0, indexes: [] }
      await engine.find('c', query, { meter })
      const { index, sorted } = await engine.explain('c', query)
      expect([name, { index, sorted, examined: meter.examined }, meter.indexes]).toEqual([
        name,
        wanted,
        [wanted.index],
      ])
    }
    await engine.close()
  })

  it('rebuilds what is declared otherwise, and keeps the rest', async () => {
    const engine = new SqliteEngine()
    await engine.insert('c', []).catch(() => {})
    await engine.declareIndexes('c', [{ name: 'a', keys: keys('a') }])
    await engine.insert('c', [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ])
    await engine.declareIndexes('c', [{ name: 'b', keys: keys('b'), unique: true }])
    expect(await engine.indexes('c')).toEqual([{ name: 'b', keys: keys('b'), unique: true }])
    await expect(engine.declareIndexes('c', [{ name: 'a', keys: keys('a'), unique: true }])).rejects.toThrow(
      /duplicate/,
    )
    await engine.close()
  })
})

describe('an index over what is there already', () => {
  const documents = Array.from({ length: 2500 }, (_, n) => ({
    _id: `d${n}`,
    n,
    tags: n % 3 === 0 ? [] : [`t${n % 7}`, `t${n % 5}`, `t${n % 7}`],
    ...(n % 2 === 0 && { state: n % 11 }),
  }))
  const declared = [
    { name: 'tags', keys: keys('tags', 'n') },
    { name: 'state', keys: keys('state') },
    { name: 'n', keys: keys('n'), unique: true },
  ]
  const asked: Document[] = [{ tags: 't3' }, { tags: [] }, { state: null }, { state: { $gt: 8 } }, { n: 77 }]

  it('finds what it finds when it was declared first, by the same index', async () => {
    const [early, late] = [new SqliteEngine(), new SqliteEngine()]
    await early.declareIndexes('c', declared)
    await late.declareIndexes('c', [])
    for (const engine of [early, late]) await engine.insert('c', documents)
    await late.declareIndexes('c', declared)
    for (const filter of asked) {
      const query = { filter, sort: keys('n') }
      expect(await late.find('c', query)).toEqual(await early.find('c', query))
      expect(await late.explain('c', query)).toEqual(await early.explain('c', query))
    }
    await late.update('c', { filter: { n: 77 }, change: { $set: { tags: ['new'] } } })
    expect(await late.find('c', { filter: { tags: 'new' } })).toHaveLength(1)
    await expect(late.insert('c', [{ n: 5 }])).rejects.toThrow(/duplicate/)
    for (const engine of [early, late]) await engine.close()
  })

  it('that can’t be unique leaves none, and names what is there twice', async () => {
    const engine = new SqliteEngine()
    await engine.declareIndexes('c', [])
    await engine.insert('c', [...documents, { _id: 'twice', n: 1234 }])
    await expect(engine.declareIndexes('c', declared)).rejects.toThrow(/n: 1234/)
    expect((await engine.indexes('c')).map(({ name }) => name)).toEqual(['tags', 'state'])
    await engine.declareIndexes('c', declared.slice(0, 2))
    expect(await engine.find('c', { filter: { tags: 't3', n: 3 } })).toHaveLength(0)
    await engine.close()
  })
})

describe('large documents', () => {
  it('are read in parts, because one text holds 512 MB at most', { timeout: 240_000 }, async () => {
    const engine = new SqliteEngine()
    await engine.declareIndexes('c', [])
    const text = 'x'.repeat(2 ** 20)
    for (let n = 0; n < 560; n++) await engine.insert('c', [{ n, text }])
    expect(await engine.find('c', { filter: { other: 1 } })).toEqual([])
    await engine.close()
  })
})
