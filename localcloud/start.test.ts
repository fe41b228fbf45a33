import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFixture } from './fixtures/cloud.ts'

let fixture: Awaited<ReturnType<typeof startFixture>>
const run: typeof fixture.run = (code, input) => fixture.run(code, input)

beforeAll(async () => {
  fixture = await startFixture({
    indexes: {
      people: [
        { name: 'phone', keys: [{ field: 'phone', direction: 1 }], unique: true },
        {
          name: 'age_name',
          keys: [
            { field: 'age', direction: -1 },
            { field: 'name', direction: 1 },
          ],
        },
      ],
      things: [],
    },
  })
})
afterAll(() => fixture.cloud.close())
beforeEach(() =>
  run(
    `for (const name of ['people', 'things']) await db.collection(name).where({ _id: _.exists(true) }).remove()`,
  ),
)

describe('documents through wx-server-sdk', () => {
  it('adds, gets, updates and removes', async () => {
    const seen = await run(`
      const things = db.collection('things')
      const { _id } = await things.add({ data: { name: 'a', at: new Date(5), tags: ['x'] } })
      const { data: added } = await things.doc(_id).get()
      const first = await things.where({ _id, name: 'a' }).update({ data: {
        name: _.set('b'), count: _.inc(2), tags: _.push({ event: 1 }), 'deep.er': true } })
      const second = await things.where({ _id, name: 'a' }).update({ data: { name: 'c' } })
      const { data: changed } = await things.doc(_id).get()
      const gone = await things.doc(_id).remove()
      return { isDate: added.at instanceof Date, first, second, changed, gone, hex: /^[0-9a-f]{24,32}$/.test(_id) }`)
    expect(seen).toMatchObject({
      isDate: true,
      hex: true,
      first: { stats: { updated: 1 } },
      second: { stats: { updated: 0 } },
      changed: { name: 'b', count: 2, tags: ['x', { event: 1 }], deep: { er: true } },
      gone: { stats: { removed: 1 } },
    })
  })

  it('returns 100 documents unless asked, 1,000 at most', async () => {
    const counts = await run(`
      const things = db.collection('things')
      for (let i = 0; i < 1100; i++) await db.collection('things').doc('n' + i).set({ data: { i } })
      const usual = await things.get()
      const many = await things.limit(5000).get()
      return [usual.data.length, many.data.length, (await things.count()).total]`)
    expect(counts).toEqual([100, 1000, 1100])
  })

  it('queries with neq, or, and two sort keys', async () => {
    const names = await run(`
      const people = db.collection('people')
      const rows = [['a', 30], ['b', 20], ['c', 30], ['d', 10], ['e', 20]]
      for (const [name, age] of rows) await people.add({ data: { name, age, phone: name } })
      const sorted = await people.where({ name: _.neq('d') }).orderBy('age', 'desc').orderBy('name', 'asc').get()
      const either = await people.where(_.or([{ age: 10 }, { age: _.gt(20), name: 'c' }])).orderBy('name', 'asc').get()
      return [sorted.data.map((p) => p.name).join(''), either.data.map((p) => p.name).join('')]`)
    expect(names).toEqual(['acbe', 'cd'])
  })

  it('pages by cursor over ties', async () => {
    const pages = await run(`
      const people = db.collection('people')
      for (let i = 0; i < 20; i++) await people.add({ data: { _id: 'p' + String(i).padStart(2, '0'), age: i % 3, phone: i } })
      const seen = []
      let last
      for (;;) {
        const after = last ? _.or([{ age: _.lt(last.age) }, { age: last.age, _id: _.gt(last._id) }]) : {}
        const { data } = await people.where(after).orderBy('age', 'desc').orderBy('_id', 'asc').limit(6).get()
        if (data.length === 0) break
        seen.push(...data.map((p) => p._id))
        last = data[data.length - 1]
      }
      return [seen.length, new Set(seen).size, seen.slice(0, 3)]`)
    expect(pages).toEqual([20, 20, ['p02', 'p05', 'p08']])
  })

  it('refuses a second unique key with the message that tells, missing counting as null', async () => {
    const errors = await run<{ errCode: number; errMsg: string }[]>(`
      const people = db.collection('people')
      const refused = async (data) => people.add({ data }).then(() => null, ({ errCode, errMsg }) => ({ errCode, errMsg }))
      return [await refused({ phone: '1' }), await refused({ phone: '1' }), await refused({}), await refused({ phone: null })]`)
    expect(errors[0]).toBeNull()
    expect(errors[1]?.errCode).toBe(-501001)
    expect(errors[1]?.errMsg).toMatch(/duplicate key error collection: people index: phone dup key/)
    expect(errors[2]).toBeNull()
    expect(errors[3]?.errMsg).toMatch(/E11000/)
  })

  it('throws what the real cloud throws for a missing collection', async () => {
    const error = await run(
      `return db.collection('nowhere').get().catch(({ errCode, errMsg }) => ({ errCode, errMsg }))`,
    )
    expect(error).toMatchObject({
      errCode: -502005,
      errMsg: expect.stringMatching(/Table not exist: nowhere/),
    })
  })

  it('aggregates with match, group and sort', async () => {
    const list = await run(`
      for (const [k, n] of [['a', 1], ['b', 2], ['a', 3]]) await db.collection('things').add({ data: { k, n } })
      const { list } = await db.collection('things').aggregate().match({ n: _.gt(0) })
        .group({ _id: '$k', total: $.sum('$n') }).sort({ total: -1 }).end()
      return list`)
    expect(list).toEqual([
      { _id: 'a', total: 4 },
      { _id: 'b', total: 2 },
    ])
  })
})

describe('transactions', () => {
  it('commits all or nothing', async () => {
    const amounts = await run(`
      const things = db.collection('things')
      await things.doc('x').set({ data: { n: 10 } })
      await things.doc('y').set({ data: { n: 0 } })
      const move = (fail) => db.runTransaction(async (t) => {
        const { data } = await t.collection('things').doc('x').get()
        await t.collection('things').doc('x').update({ data: { n: data.n - 4 } })
        if (fail) await t.rollback('no')
        await t.collection('things').doc('y').update({ data: { n: _.inc(4) } })
      })
      await move(false)
      const refused = await move(true).then(() => null, (error) => error)
      const both = await things.orderBy('_id', 'asc').get()
      return [both.data.map((d) => d.n), refused]`)
    expect(amounts).toEqual([[6, 4], 'no'])
  })

  it('refuses the second writer at once and shows a snapshot', async () => {
    const seen = await run<[number, string, number]>(`
      const things = db.collection('things')
      await things.doc('x').set({ data: { n: 1 } })
      const first = await db.startTransaction()
      const second = await db.startTransaction()
      await second.collection('things').doc('x').get()
      await first.collection('things').doc('x').update({ data: { n: 2 } })
      const { data: old } = await second.collection('things').doc('x').get()
      const refused = await second.collection('things').doc('x').update({ data: { n: 3 } }).catch((e) => e.errMsg)
      await first.commit()
      return [old.n, refused, (await things.doc('x').get()).data.n]`)
    expect(seen[0]).toBe(1)
    expect(seen[1]).toMatch(/conflict/i)
    expect(seen[2]).toBe(2)
  })
})

describe('functions', () => {
  it('tells a function who calls, and never mixes two', async () => {
    const calls = Array.from({ length: 40 }, (_, i) =>
      fixture.cloud.call('person', { wait: i % 5, i }, { openid: `oPerson${i}` }),
    )
    for (const [i, answer] of (await Promise.all(calls)).entries()) {
      expect(answer).toMatchObject({
        name: 'person',
        before: { OPENID: `oPerson${i}`, SOURCE: 'wx_client' },
        after: { OPENID: `oPerson${i}` },
        event: { i, userInfo: { openId: `oPerson${i}` } },
      })
    }
  })

  it('lets functions call functions for the same person', async () => {
    const answer = await fixture.cloud.call('caller', { name: 'person', data: { a: 1 } }, { openid: 'oOne' })
    expect(answer).toMatchObject({ before: { OPENID: 'oOne', SOURCE: 'wx_client,scf' }, event: { a: 1 } })
  })

  it('answers over HTTP and turns a thrown error into 500', async () => {
    const post = (name: string, body: string) =>
      fetch(`${fixture.cloud.url}/call/${name}`, { method: 'POST', body, headers: { 'x-wx-openid': 'oWeb' } })
    const good = await post('person', '{"a":1}')
    expect([good.status, await good.json()]).toMatchObject([200, { after: { OPENID: 'oWeb' } }])
    const thrown = await post('sloppy', '{"fail":true}')
    expect([thrown.status, await thrown.json()]).toEqual([500, { message: 'a text, not an error' }])
    expect((await post('nobody', '')).status).toBe(404)
    expect((await post('person', '{')).status).toBe(400)
  })
})

describe('files', () => {
  it('stores an upload from a phone, gives a link, and lets only the owner overwrite', async () => {
    const put = (path: string, text: string, openid: string) =>
      fetch(`${fixture.cloud.url}/upload?path=${encodeURIComponent(path)}`, {
        method: 'POST',
        body: text,
        headers: { 'x-wx-openid': openid, 'content-type': 'image/png' },
      })
    const { fileID } = (await (await put('照片/a b?.png', 'picture', 'oOne')).json()) as { fileID: string }
    expect(fileID).toBe('cloud://local.local/照片/a b?.png')
    expect((await put('照片/a b?.png', 'other', 'oTwo')).status).toBe(403)
    const [link, missing] = await run<{ tempFileURL: string; status: number }[]>(
      `return (await cloud.getTempFileURL({ fileList: [input, 'cloud://local.local/none'] })).fileList`,
      fileID,
    )
    const got = await fetch(link?.tempFileURL ?? '')
    expect([await got.text(), got.headers.get('content-type')]).toEqual(['picture', 'image/png'])
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(missing).toMatchObject({ status: -503003, tempFileURL: '' })
  })

  it('refuses a file above 20 MB from a function', async () => {
    const error = await run(
      `return cloud.uploadFile({ cloudPath: 'large', fileContent: Buffer.alloc(22 * 1024 * 1024) }).then(() => 'done', (error) => String(error.message ?? error.errMsg))`,
    )
    expect(error).toMatch(/larger than/)
  })

  it('uploads, downloads and deletes from a function', async () => {
    const seen = await run(`
      const { fileID } = await cloud.uploadFile({ cloudPath: 'notes/一.txt', fileContent: Buffer.from('hello') })
      const { fileContent } = await cloud.downloadFile({ fileID })
      const { fileList } = await cloud.deleteFile({ fileList: [fileID] })
      const gone = await cloud.downloadFile({ fileID }).then(() => 'still there', () => 'gone')
      return [fileContent.toString(), fileList[0].status, gone]`)
    expect(seen).toEqual(['hello', 0, 'gone'])
  })
})
