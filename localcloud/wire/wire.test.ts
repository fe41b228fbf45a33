import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFixture } from '../fixtures/cloud.ts'
import { clouds } from '../fixtures/clouds.ts'

/** What the vendor's own tests are blind to, through the unmodified SDK; the same on every engine. */
describe.each(clouds)('the wire on %s', (_, startEngine) => {
  let engine: Awaited<ReturnType<typeof startEngine>>
  let fixture: Awaited<ReturnType<typeof startFixture>>
  const run: typeof fixture.run = (code, input) =>
    fixture.run(`const t = db.collection('t'), u = db.collection('u');${code}`, input)

  beforeAll(async () => {
    engine = await startEngine()
    const indexes = {
      t: [{ name: 'k', keys: [{ field: 'k', direction: 1 as const }] }],
      u: [
        {
          name: 'one',
          keys: [
            { field: 'a', direction: 1 as const },
            { field: 'b.c', direction: -1 as const },
          ],
          unique: true,
        },
      ],
    }
    fixture = await startFixture({ ...engine.options, indexes })
  })
  afterAll(async () => {
    await fixture.cloud.close()
    await engine.close()
  })
  beforeEach(() => fixture.cloud.restore({}))

  const add = (documents: object[], collection = 't') =>
    run('for (const data of input[0]) await db.collection(input[1]).add({ data })', [documents, collection])
  /** Ids found by an expression on `t`. */
  const ids = async (expression: string, input?: unknown): Promise<string> =>
    (await run<string[]>(`return (await ${expression}.get()).data.map((d) => d._id)`, input)).join('')

  describe('reading', () => {
    it('sorts mixed types, missing and null as MongoDB does', async () => {
      await run(`const rows = [['a', true], ['b', 'text'], ['c', 2], ['d', null], ['e'], ['f', new Date(0)], ['g', [9, 1]], ['h', { x: 1 }], ['i', '文'], ['j', -1], ['k', []]]
        for (const [_id, k] of rows) await t.add({ data: k === undefined ? { _id } : { _id, k } })`)
      for (const field of ['k', 'm']) {
        if (field === 'm')
          await run(
            `for (const { _id, k } of (await t.get()).data) if (k !== undefined) await t.doc(_id).update({ data: { m: _.set(k) } })`,
          )
        const sorted = await ids(`t.orderBy('${field}', 'asc').orderBy('_id', 'asc')`)
        expect([[...sorted.slice(0, 3)].sort().join(''), sorted.slice(3)]).toEqual(['dek', 'jgcbihaf'])
        expect((await ids(`t.orderBy('${field}', 'desc').orderBy('_id', 'asc')`)).replace(/[dek]/g, '')).toBe(
          'fahibgcj',
        )
      }
    })

    it('sorts by several keys in several directions, skips and limits', async () => {
      await add(
        Array.from({ length: 12 }, (_, i) => ({
          _id: String.fromCharCode(97 + i),
          x: i % 3,
          y: i % 2,
          z: i,
        })),
      )
      expect(await ids(`t.orderBy('x', 'asc').orderBy('y', 'desc').orderBy('z', 'desc')`)).toBe(
        'jdgahbkelfic',
      )
      expect(
        await ids(`t.orderBy('x', 'asc').orderBy('y', 'desc').orderBy('z', 'desc').skip(4).limit(5)`),
      ).toBe('hbkel')
      expect(await ids(`t.orderBy('z', 'asc').skip(10).limit(5)`)).toBe('kl')
      expect(await ids(`t.skip(50)`)).toBe('')
    })

    const people = [
      {
        _id: 'a',
        n: 1,
        tags: ['x', 'y'],
        o: { p: 1 },
        list: [
          { q: 1, r: 2 },
          { q: 3, r: 4 },
        ],
      },
      { _id: 'b', n: 2, tags: ['y'], o: { p: null }, list: [{ q: 1, r: 4 }] },
      { _id: 'c', n: null, tags: [], list: [] },
      { _id: 'd', tags: 'x', o: { p: [1, 5] } },
      { _id: 'e', n: '1', o: 7 },
    ]
    const queries: [string, string][] = [
      ['{ n: 1 }', 'a'],
      ['{ n: null }', 'cd'],
      ['{ n: _.exists(true) }', 'abce'],
      ['{ n: _.exists(false) }', 'd'],
      ['{ n: _.neq(1) }', 'bcde'],
      ['{ n: _.gt(0) }', 'ab'],
      ['{ n: _.gt("") }', 'e'],
      ['{ n: _.in([1, "1", null]) }', 'acde'],
      ['{ n: _.nin([1, 2]) }', 'cde'],
      ['{ tags: "x" }', 'ad'],
      ['{ tags: ["x", "y"] }', 'a'],
      ['{ tags: [] }', 'c'],
      ['{ tags: _.size(1) }', 'b'],
      ['{ tags: _.all(["x", "y"]) }', 'a'],
      ['{ tags: _.elemMatch(_.eq("y")) }', 'ab'],
      ['{ tags: /^x/ }', 'ad'],
      ['{ "tags.0": "y" }', 'b'],
      ['{ "o.p": 1 }', 'ad'],
      ['{ "o.p": null }', 'bce'],
      ['{ o: { p: 1 } }', 'ad'],
      ['{ "list.q": 1 }', 'ab'],
      ['{ "list.q": 1, "list.r": 4 }', 'ab'],
      ['{ list: _.elemMatch({ q: 1, r: 4 }) }', 'b'],
      ['{ "list.1.q": 3 }', 'a'],
      ['_.or([{ n: 2 }, { tags: [] }])', 'bc'],
      ['_.and([{ n: _.gte(1) }, { n: _.lt(2) }])', 'a'],
      ['_.nor([{ n: 1 }, { n: 2 }])', 'cde'],
      ['{ toString: _.exists(true) }', ''],
      ['{ "o.constructor": _.exists(true) }', ''],
      ['{ n: _.not(_.gt(1)) }', 'acde'],
      ['{ n: _.gt(0).and(_.lt(2)) }', 'a'],
      ['{ n: _.eq(2).or(_.eq("1")) }', 'be'],
      ['_.expr(_.aggregate.eq(["$n", 2]))', 'b'],
    ]
    it('answers queries on arrays, dotted paths, null and missing fields', async () => {
      await add(people)
      for (const [query, wanted] of queries)
        expect([query, await ids(`t.where(${query}).orderBy('_id', 'asc')`)]).toEqual([query, wanted])
    })

    it('returns the fields asked for', async () => {
      await add(people)
      const project = (fields: string) =>
        run(`return (await t.where({ _id: 'a' }).field(${fields}).get()).data[0]`)
      expect(await project('{ n: true }')).toEqual({ _id: 'a', n: 1 })
      expect(await project('{ _id: false, "o.p": true }')).toEqual({ o: { p: 1 } })
      expect(await project('{ list: false, tags: false }')).toEqual({ _id: 'a', n: 1, o: { p: 1 } })
      expect(await project('{ _id: false, tags: _.project.slice(1) }')).toMatchObject({ tags: ['x'] })
      expect(await project('{ _id: false, "list.q": true }')).toEqual({ list: [{ q: 1 }, { q: 3 }] })
    })

    it('keeps types: dates, patterns, points, long texts, deep objects, ids of any type', async () => {
      const seen = await run(`
        const text = '文'.repeat(100000)
        await t.add({ data: { _id: 5, at: new Date(-1), point: new db.Geo.Point(123.4, 41.8), text, deep: { a: [{ b: [[1]] }] }, big: 2 ** 52, tiny: 1e-9, no: null } })
        await t.add({ data: { _id: '5', server: db.serverDate({ offset: 1000 }) } })
        const { data: [a] } = await t.where({ _id: 5 }).get()
        const { data: [b] } = await t.where({ _id: '5' }).get()
        const { total } = await t.where({ at: _.lt(new Date(0)) }).count()
        return [a.at.getTime(), a.point.longitude, a.text.length, a.deep, a.big, a.tiny, a.no, total, Math.abs(b.server - Date.now() - 1000) < 5000]`)
      expect(seen).toEqual([-1, 123.4, 100000, { a: [{ b: [[1]] }] }, 2 ** 52, 1e-9, null, 1, true])
    })
  })

  describe('writing', () => {
    const changes: [string, object, string, object][] = [
      [
        'inc and mul',
        { n: 2, m: 3 },
        '{ n: _.inc(0.5), m: _.mul(2), fresh: _.inc(1) }',
        { n: 2.5, m: 6, fresh: 1 },
      ],
      ['min and max', { n: 2, m: 3 }, '{ n: _.min(1), m: _.max(9) }', { n: 1, m: 9 }],
      ['remove and rename', { n: 2, m: 3 }, '{ n: _.remove(), m: _.rename("k.l") }', { k: { l: 3 } }],
      ['a whole object', { o: { a: 1, b: 2 } }, '{ o: _.set({ c: 3 }) }', { o: { c: 3 } }],
      [
        'parts of an object',
        { o: { a: 1, b: 2 } },
        '{ o: { b: 3, d: { e: 4 } } }',
        { o: { a: 1, b: 3, d: { e: 4 } } },
      ],
      ['push', { l: [1] }, '{ l: _.push([2, 3]) }', { l: [1, 2, 3] }],
      [
        'push in place',
        { l: [1, 5] },
        '{ l: _.push({ each: [4, 2], position: 1, sort: 1, slice: 3 }) }',
        { l: [1, 2, 4] },
      ],
      ['push on nothing', {}, '{ l: _.push({ a: 1 }) }', { l: [{ a: 1 }] }],
      ['pop, shift', { l: [1, 2, 3], m: [1, 2] }, '{ l: _.pop(), m: _.shift() }', { l: [1, 2], m: [2] }],
      ['unshift', { l: [3] }, '{ l: _.unshift([1, 2]) }', { l: [1, 2, 3] }],
      ['pull', { l: [1, 2, 1, 3] }, '{ l: _.pull(1) }', { l: [2, 3] }],
      ['pullAll', { l: [1, 2, 1, 3] }, '{ l: _.pullAll([1, 3]) }', { l: [2] }],
      ['addToSet', { l: [1] }, '{ l: _.addToSet({ $each: [1, 2] }) }', { l: [1, 2] }],
      ['an element by place', { l: [{ a: 1 }, { a: 2 }] }, '{ "l.1.a": 9 }', { l: [{ a: 1 }, { a: 9 }] }],
      ['every element', { l: [{ a: 1 }, { a: 2 }] }, '{ "l.$[].a": _.inc(1) }', { l: [{ a: 2 }, { a: 3 }] }],
    ]
    it.each(changes)('changes by %s', async (_name, before, change, wanted) => {
      await add([{ _id: 'a', ...before }])
      const [stats, after] = await run<[unknown, unknown]>(`
        const { stats } = await t.doc('a').update({ data: ${change} })
        return [stats, (await t.doc('a').get()).data]`)
      expect([stats, after]).toEqual([{ updated: 1 }, { _id: 'a', ...wanted }])
    })

    it('changes the element that was found', async () => {
      await add([{ _id: 'a', l: [{ q: 1 }, { q: 2 }, { q: 2 }] }])
      const after = await run(`
        await t.where({ 'l.q': 2 }).update({ data: { 'l.$.q': 7 } })
        return (await t.doc('a').get()).data.l.map(({ q }) => q)`)
      expect(after).toEqual([1, 7, 2])
    })

    it('sets: replaces all, or creates', async () => {
      const seen = await run(`
        const first = await t.doc('a').set({ data: { x: 1, y: 2 } })
        const second = await t.doc('a').set({ data: { x: 3 } })
        return [first.stats, second.stats, (await t.doc('a').get()).data]`)
      expect(seen).toEqual([
        { updated: 0, created: 1 },
        { updated: 1, created: 0 },
        { _id: 'a', x: 3 },
      ])
    })

    it('updates and removes many, or one', async () => {
      await add(Array.from({ length: 5 }, (_, i) => ({ n: i })))
      const seen = await run(`
        const many = await t.where({ n: _.gt(1) }).update({ data: { seen: true } })
        const one = await t.where({ seen: true }).update({ data: { n: 100 }, multi: false })
        const removed = await t.where({ seen: true }).remove()
        return [many.stats.updated, one.stats.updated, removed.stats.removed, (await t.count()).total]`)
      expect(seen).toEqual([3, 1, 3, 2])
    })

    const refused: [string, string, RegExp][] = [
      ['arithmetic on text', `t.doc('a').update({ data: { s: _.inc(1) } })`, /non-numeric/],
      ['push on no array', `t.doc('a').update({ data: { s: _.push(1) } })`, /must be an array/],
      ['a path through null', `t.doc('a').update({ data: { 'nothing.x': 1 } })`, /Cannot create field 'x'/],
      ['a path through text', `t.doc('a').update({ data: { 's.x': 1 } })`, /Cannot create field 'x'/],
      [
        'two changes of one path',
        `t.doc('a').update({ data: { o: _.set({}), 'o.x': 1 } })`,
        /would create a conflict/,
      ],
      ['a place far behind an array', `t.doc('a').update({ data: { 'l.300000000': 1 } })`, /can't backfill/],
      ['a $ field', `t.add({ data: { $x: 1 } })`, /dollar|\$x|must not start with/i],
      [
        'what the SDK makes of a name that every object inherits',
        `t.doc('a').update({ data: { isPrototypeOf: _.inc(1) } })`,
        /Unknown modifier|requires atomic operators/,
      ],
      ['a negative skip', `t.skip(-1).get()`, /offset must not be negative/],
      ['a negative limit', `t.limit(-1).get()`, /limit must not be negative/],
      ['an unknown operator', `t.where({ n: { $bad: 1 } }).get()`, /bad/],
      ['the same id twice', `t.add({ data: { _id: 'a' } })`, /E11000 duplicate key error.*_id/],
      ['no such document', `t.doc('none').get()`, /document with _id none does not exist/],
      ['no such collection', `db.collection('nowhere').add({ data: {} })`, /-502005.*nowhere/],
    ]
    it.each(refused)('refuses %s and stores nothing', async (_name, code, message) => {
      await add([{ _id: 'a', s: 'text', nothing: null, o: {}, l: [] }])
      const [error, after] = await run<[string, unknown]>(`
        const error = await (${code}).then(() => 'done', (error) => error.errMsg ?? error.message)
        return [error, (await t.get()).data]`)
      expect(error).toMatch(message)
      expect(after).toEqual([{ _id: 'a', s: 'text', nothing: null, o: {}, l: [] }])
    })

    it('refuses a document above 16 MB', async () => {
      expect(
        await run(
          `return t.add({ data: { s: 'x'.repeat(17 * 1024 * 1024) } }).then(() => 'done', (e) => e.errMsg)`,
        ),
      ).toMatch(/too large/)
      const half = `'x'.repeat(9 * 1024 * 1024)`
      await run(`await t.add({ data: { _id: 'a', s: ${half} } })`)
      expect(
        await run(`return t.doc('a').update({ data: { t: ${half} } }).then(() => 'done', (e) => e.errMsg)`),
      ).toMatch(/larger than/)
    })
  })

  describe('unique keys', () => {
    it('hold for missing and dotted fields, outside and inside transactions', async () => {
      const seen = await run<string[]>(`
        const outcome = (work) => work.then(() => 'done', (e) => (/E11000/.test(e.errMsg ?? e.message) ? 'duplicate' : e.errMsg ?? e.message))
        return [
          await outcome(u.add({ data: { a: 1, b: { c: 1 } } })),
          await outcome(u.add({ data: { a: 1, b: { c: 1 } } })),
          await outcome(u.add({ data: { a: 1 } })),
          await outcome(u.add({ data: { a: 1, b: { c: null } } })),
          await outcome(u.add({ data: { a: 2, b: { c: 2 } } })),
          await outcome(u.where({ a: 2 }).update({ data: { a: 1, b: { c: 1 } } })),
          await outcome(db.runTransaction(async (x) => { await x.collection('u').add({ data: { a: 1, b: { c: 1 } } }) })),
          await outcome(db.runTransaction(async (x) => {
            await x.collection('u').add({ data: { a: 3 } })
            await x.collection('u').add({ data: { a: 3 } })
          })),
          String((await u.count()).total),
        ]`)
      expect(seen).toEqual([
        'done',
        'duplicate',
        'done',
        'duplicate',
        'done',
        'duplicate',
        'duplicate',
        'duplicate',
        '3',
      ])
    })
  })

  describe('aggregation', () => {
    it('groups, unwinds, joins, facets by a pipeline', async () => {
      await add([
        { _id: 'a', k: 'x', n: 1, l: [1, 2] },
        { _id: 'b', k: 'y', n: 2, l: [3] },
        { _id: 'c', k: 'x', n: 3, l: [] },
      ])
      await add([{ a: 'x', b: { c: 1 }, label: 'X' }], 'u')
      const seen = await run(`
        const grouped = await t.aggregate().group({ _id: '$k', sum: $.sum('$n'), all: $.push('$_id') }).sort({ _id: 1 }).end()
        const unwound = await t.aggregate().unwind('$l').match({ l: _.gte(2) }).sort({ l: 1 }).project({ _id: 0, l: 1 }).end()
        const joined = await t.aggregate().sort({ _id: 1 }).lookup({ from: 'u', localField: 'k', foreignField: 'a', as: 'us' })
          .project({ us: '$us.label' }).end()
        const counted = await t.aggregate().match({ n: _.gt(1) }).count('many').end()
        return [grouped.list, unwound.list, joined.list, counted.list]`)
      expect(seen).toEqual([
        [
          { _id: 'x', sum: 4, all: ['a', 'c'] },
          { _id: 'y', sum: 2, all: ['b'] },
        ],
        [{ l: 2 }, { l: 3 }],
        [
          { _id: 'a', us: ['X'] },
          { _id: 'b', us: [] },
          { _id: 'c', us: ['X'] },
        ],
        [{ many: 2 }],
      ])
    })
  })

  it('says by name what only WeChat has', async () => {
    const message = await run(
      `return cloud.cloudPay.unifiedOrder({ body: 'x' }).then(() => 'done', (e) => e.errMsg ?? e.message)`,
    )
    expect(message).toMatch(/payments exist only at WeChat/)
  })
})
