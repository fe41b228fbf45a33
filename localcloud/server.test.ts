import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functions, startFixture } from './fixtures/cloud.ts'
import type { LocalCloud } from './start.ts'

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
      ['GET', '/stored?id=cloud%3A%2F%2Flocal.local%2Fa'],
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

  it('shows a file to whoever knows its id, and to nobody else', async () => {
    const fileID = await cloud.upload('photos/0f1e.jpg', Buffer.from('seen'), 'image/jpeg', 'oOne')
    const read = (id: string, method = 'GET') =>
      fetch(`${cloud.url}/stored?id=${encodeURIComponent(id)}`, { method })
    const seen = await read(fileID)
    expect([seen.status, seen.headers.get('content-type'), await seen.text()]).toEqual([
      200,
      'image/jpeg',
      'seen',
    ])
    expect((await read(fileID, 'HEAD')).status).toBe(200)
    for (const id of [
      'photos/0f1e.jpg',
      fileID.replace('0f1e', '0f1f'),
      '',
      'cloud://local.local/../photos/0f1e.jpg',
    ])
      expect((await read(id)).status).toBe(404)
    expect((await read(fileID, 'PUT')).status).toBe(404)
  })

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
