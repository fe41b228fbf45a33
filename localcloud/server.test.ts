import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functions, startFixture } from './fixtures/cloud.ts'
import { type LocalCloud, startCloud } from './start.ts'
import { StartError } from './startErrors.ts'

let cloud: LocalCloud
let run: Awaited<ReturnType<typeof startFixture>>['run']
beforeAll(async () => {
  const access = { gateway: 'token', secrets: { id: 'me', key: 'secret' } }
  const fixture = await startFixture({
    access,
    indexes: { things: [{ name: 'kind', keys: [{ field: 'kind', direction: 1 }] }] },
  })
  cloud = fixture.cloud
  run = fixture.run
})
afterAll(() => cloud.close())

/** A request as if it came through a proxy under another name, which is not believed to be local. */
function fromOutside(
  method: string,
  target: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${cloud.url}${target}`,
      { method, headers: { host: 'cloud.example.cn', ...headers } },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('who is let in', () => {
  it('believes x-wx-openid from this machine and from a gateway, from nobody else', async () => {
    const headers = { 'x-wx-openid': 'oOne' }
    expect((await fromOutside('POST', '/call/person', headers)).status).toBe(403)
    expect(
      (await fromOutside('POST', '/call/person', { ...headers, 'x-cloud-gateway': 'wrong' })).status,
    ).toBe(403)
    const let_in = await fromOutside('POST', '/call/person', { ...headers, 'x-cloud-gateway': 'token' })
    expect(JSON.parse(let_in.text)).toMatchObject({ after: { OPENID: 'oOne' } })
    for (const [method, target] of [
      ['GET', '/_'],
      ['GET', '/sent'],
      ['POST', '/trigger/clock'],
      ['POST', '/upload?path=a'],
    ]) {
      expect((await fromOutside(method ?? '', target ?? '')).status).toBe(403)
    }
  })

  it('takes wire requests with a good signature only, and no forms from a page in a browser', async () => {
    const wire = { action: 'database.addCollection', collectionName: 'made' }
    const bare = await fromOutside(
      'POST',
      '/admin?env=&seqId=1',
      { 'content-type': 'application/json' },
      JSON.stringify(wire),
    )
    expect(bare.status).toBe(403)
    const form = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      body: JSON.stringify(wire),
      headers: { 'content-type': 'text/plain' },
    })
    expect(form.status).toBe(403)
    const signed = await signedBySdk('secret')
    expect(signed).toMatch(/"message":"success"/)
    expect(await signedBySdk('another')).toMatch(/403/)
  })

  /** The unmodified SDK, pointed at this cloud under a name that is not local. */
  function signedBySdk(secretKey: string): Promise<string> {
    const code = `
      const http = require('http')
      const old = http.request
      // The name leads nowhere, so the connection goes to this machine; what is signed stays as it is.
      http.request = (url, options, callback) => {
        const { pathname, search } = new URL(url)
        return old({ ...options, agent: undefined, host: '127.0.0.1', port: ${cloud.port}, path: pathname + search }, callback)
      }
      const sdk = require('@cloudbase/node-sdk')
      const app = sdk.init({ env: 'any', secretId: 'me', secretKey: '${secretKey}', serviceUrl: 'http://cloud.example.cn/admin' })
      app.database().createCollection('c' + Date.now()).then((r) => console.log(JSON.stringify(r)), (e) => console.log(e.message, e.code))`
    const child = spawn(process.execPath, ['-e', code], {
      cwd: functions,
      env: { ...process.env, TENCENTCLOUD: 'true' },
    })
    return new Promise((resolve) => {
      let text = ''
      child.stdout.on('data', (part) => (text += part))
      child.stderr.on('data', (part) => (text += part))
      child.on('exit', () => resolve(text))
    })
  }

  it('gives files only for signed links', async () => {
    const fileID = await cloud.upload('a/b.txt', Buffer.from('text'), 'text/plain', 'oOne')
    const [{ tempFileURL }] = await run<[{ tempFileURL: string }]>(
      'return (await cloud.getTempFileURL({ fileList: [input] })).fileList',
      fileID,
    )
    expect((await fetch(tempFileURL)).status).toBe(200)
    expect((await fetch(tempFileURL.replace(/sign=.*/, ''))).status).toBe(403)
    expect((await fetch(tempFileURL.replace('b.txt', 'c.txt'))).status).toBe(403)
    expect((await fetch(`${cloud.url}/files/a/b.txt`, { method: 'PUT', body: 'other' })).status).toBe(403)
  })
})

describe('the data browser', () => {
  it('shows collections, documents, indexes, calls; text stays text', async () => {
    await run(`await db.collection('things').add({ data: { kind: '<script>alert(1)</script>', n: 1 } })`)
    const read = async (page: string) => (await fetch(`${cloud.url}/_${page}`)).text()
    expect(await read('')).toMatch(/things<\/a><\/td><td>1<\/td><td>kind/)
    const filter = encodeURIComponent('{"kind": {"$gt": ""}}')
    const found = await read(`/collection/things?filter=${filter}`)
    expect(found).toContain('index: kind')
    expect(found).toContain('&#60;script&#62;alert(1)')
    expect(found).not.toContain('<script>')
    expect(await read(`/collection/things?filter=${encodeURIComponent('{"$bad": 1}')}`)).toContain(
      'unknown top level operator',
    )
    expect(await read('/calls')).toMatch(/database\.insertDocument/)
    expect(await read('/sent')).toContain('<h1>Sent</h1>')
  })
})

describe('a cloud that can not start says why', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'localcloud-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const start = (options: object) => startCloud({ functions, ...options })

  it('a taken port, a missing folder, a folder that is a file, a damaged database', async () => {
    await expect(start({ port: cloud.port })).rejects.toMatchObject({
      message: expect.stringContaining(`port ${cloud.port} is taken`),
      code: 'EADDRINUSE',
    })
    await expect(start({ functions: path.join(folder, 'none') })).rejects.toThrow(
      /the functions in .*none can't be read/,
    )
    writeFileSync(path.join(folder, 'file'), '')
    await expect(start({ data: path.join(folder, 'file') })).rejects.toThrow(/can't be used for data/)
    writeFileSync(
      path.join(folder, 'database.sqlite'),
      'this is no database, but it is long enough to be taken for one'.repeat(99),
    )
    await expect(start({ data: folder })).rejects.toThrow(/is damaged/)
    await expect(start({ mongo: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=50' })).rejects.toThrow(
      /MongoDB can't be used/,
    )
  })

  const keys = [{ field: 'a', direction: 1 }]
  const nonsense: [object, RegExp][] = [
    [{ indexes: [] }, /must be an object of collections/],
    [{ indexes: { x: {} } }, /the indexes of x must be a list/],
    [{ indexes: { x: [{ keys }] } }, /an index of x has no name/],
    [{ indexes: { x: [{ name: 'n', keys: { a: 1 } }] } }, /the index n of x needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [] }] } }, /needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [{ field: 'a', direction: 'asc' }] }] } }, /needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [...keys, ...keys] }] } }, /names a field twice/],
    [{ indexes: { x: [{ name: 'n', keys, unqiue: true }] } }, /more than name, keys and unique/],
    [{ indexes: { x: [{ name: 'n', keys, unique: 'yes' }] } }, /true or false for unique/],
    [{ indexes: { x: Array(2).fill({ name: 'n', keys }) } }, /two indexes of x have the same name/],
    [{ port: Number.NaN }, /the port must be a whole number/],
    [{ port: 99_999 }, /the port must be a whole number/],
    [{ workers: 0 }, /workers must be a whole number from 1/],
    [{ timeout: Number.NaN }, /the timeout must be above 0/],
    [{ host: 'nowhere.invalid' }, /nowhere.invalid is no address of this machine/],
  ]
  it.each(nonsense)('%j', async (options, sentence) => {
    const refused = await start(options).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartError)
    expect((refused as Error).message).toMatch(sentence)
  })

  it('folders and files that may not be used', async () => {
    const of = (name: string, ...inside: string[]) => {
      const data = path.join(folder, name)
      mkdirSync(path.join(data, ...inside), { recursive: true })
      return data
    }
    await expect(start({ data: of('folder', 'database.sqlite') })).rejects.toThrow(/can't be opened: EISDIR/)
    writeFileSync(path.join(of('filed'), 'files'), '')
    await expect(start({ data: path.join(folder, 'filed') })).rejects.toThrow(
      /can't be used for files: EEXIST/,
    )
    await (await start({ data: of('forbidden') })).close()
    const file = path.join(folder, 'forbidden/database.sqlite')
    await unprivileged(async () => {
      chmodSync(file, 0)
      await expect(start({ data: path.dirname(file) })).rejects.toThrow(/can't be opened: EACCES/)
      chmodSync(file, 0o444)
      await expect(start({ data: path.dirname(file) })).rejects.toThrow(/can't be opened: EACCES/)
      chmodSync(of('unreadable'), 0o333)
      await expect(start({ functions: path.join(folder, 'unreadable') })).rejects.toThrow(
        /can't be read: EACCES/,
      )
      chmodSync(of('unwritable'), 0o555)
      await expect(start({ data: path.join(folder, 'unwritable') })).rejects.toThrow(
        /can't be opened: EACCES/,
      )
    })
  })

  /** Permissions don't hold for root. */
  async function unprivileged(work: () => Promise<void>): Promise<void> {
    if (process.geteuid?.() !== 0) return work()
    execFileSync('chown', ['-R', '65534', folder])
    process.seteuid?.(65534)
    try {
      await work()
    } finally {
      process.seteuid?.(0)
    }
  }

  it('a fresh start forgets only what the cloud keeps, and nothing that is in use', async () => {
    const data = path.join(folder, 'fresh')
    const first = await startFixture({ data, indexes: { things: [] } })
    await first.cloud.upload('a.png', Buffer.from('x'), 'image/png', 'oOne')
    writeFileSync(path.join(data, 'files/mine.txt'), 'mine')
    writeFileSync(path.join(data, 'mine.txt'), 'mine')
    await expect(start({ data, fresh: true })).rejects.toThrow(/in use by another local cloud/)
    expect(Object.keys(await first.cloud.dump())).toEqual(['things'])
    await first.cloud.close()
    const second = await start({ data, fresh: true })
    expect(await second.dump()).toEqual({})
    expect(readdirSync(path.join(data, 'files'))).toEqual(['mine.txt'])
    await second.close()
    expect(readdirSync(data)).toContain('mine.txt')
  })

  it('a database with a hole in it', async () => {
    const data = path.join(folder, 'hole')
    const { cloud, run } = await startFixture({ data, indexes: { things: [] } })
    await run(
      `await Promise.all(Array.from({ length: 200 }, (_, n) => db.collection('things').add({ data: { n, text: 'x'.repeat(500) } })))`,
    )
    await cloud.close()
    const file = path.join(data, 'database.sqlite')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(7, 20_000, 60_000))
    await expect(start({ data })).rejects.toThrow(/is damaged/)
  })

  it('keeps what was stored from one start to the next', async () => {
    const data = path.join(folder, 'kept')
    const first = await startFixture({ data, indexes: { things: [] } })
    const id = await first.run(
      `return (await db.collection('things').add({ data: { at: new Date(7) } }))._id`,
    )
    const fileID = await first.cloud.upload('照片.png', Buffer.from('x'), 'image/png', 'oOne')
    await first.cloud.close()
    const second = await startFixture({ data })
    await expect(start({ data })).rejects.toThrow(/in use by another local cloud/)
    const read = `const { data } = await db.collection('things').doc(input.id).get()
      const { fileContent } = await cloud.downloadFile({ fileID: input.fileID })
      return [data.at.getTime(), fileContent.toString()]`
    expect(await second.run(read, { id, fileID })).toEqual([7, 'x'])
    await expect(start({ data: path.join(folder, 'other'), port: cloud.port })).rejects.toThrow(/is taken/)
    await (await start({ data: path.join(folder, 'other') })).close()
    await second.run(`for (const n of [1, 1]) await db.collection('things').add({ data: { n } })`)
    await second.cloud.close()
    const indexes = { things: [{ name: 'n', keys: [{ field: 'n', direction: 1 as const }], unique: true }] }
    await expect(start({ data, indexes })).rejects.toThrow(/an index can't be made: E11000.*n: 1/)
  })
})
