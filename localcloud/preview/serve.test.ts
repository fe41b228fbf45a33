import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Preview } from './serve.ts'
import { servePreview } from './serve.ts'

const top = mkdtempSync(join(tmpdir(), 'localcloud-preview-'))
const folder = join(top, 'h5')
mkdirSync(join(folder, 'js'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<p>app</p>')
writeFileSync(join(folder, 'js', 'app.js'), 'run()')
writeFileSync(join(folder, '点.svg'), '<svg/>')
writeFileSync(join(folder, 'data.unknown'), '?')
writeFileSync(join(top, 'secret.txt'), 'secret')
writeFileSync(join(top, 'h5-secret.txt'), 'secret')
symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'))

const preview: Preview = {
  folder,
  title: '试<b>一试',
  people: [{ openid: 'o"1', name: '王</script>师傅', note: '骑手 & 邻居', path: '/pages/home/index' }],
}
const server = createServer(async (asked, answer) => {
  if (!(await servePreview(asked, answer, preview))) answer.writeHead(418).end('not mine')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())

test.each([
  ['/app/', 'text/html; charset=utf-8', '<p>app</p>'],
  ['/app/?as=o1', 'text/html; charset=utf-8', '<p>app</p>'],
  ['/app/pages/home/index', 'text/html; charset=utf-8', '<p>app</p>'],
  ['/app/js/app.js?1', 'text/javascript; charset=utf-8', 'run()'],
  ['/app/%E7%82%B9.svg', 'image/svg+xml', '<svg/>'],
  ['/app/data.unknown', 'application/octet-stream', '?'],
])('%s is %s', async (path, type, body) => {
  expect(await get(path)).toMatchObject({ status: 200, type, body })
})

test.each([
  '/app/js/gone.js',
  '/app/js.js/app.js',
  '/app/../secret.txt',
  '/app/%2e%2e/secret.txt',
  '/app/..%2fsecret.txt',
  '/app/js/../../secret.txt',
  '/app/../h5-secret.txt',
  '/app//etc/passwd.txt',
  '/app/..%5csecret.txt',
  '/app/link.txt',
  '/app/%00.txt',
  '/app/%zz.txt',
])('%s is not found', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBe(404)
  expect(answer.body).not.toContain('secret')
})

test('the app without its slash is sent there', async () => {
  expect(await get('/app')).toMatchObject({ status: 301, location: '/app/' })
})

test.each([
  ['GET', '/call/api'],
  ['GET', '/application'],
  ['GET', '/apps/'],
  ['POST', '/'],
  ['POST', '/app/'],
])('%s %s is left to others', async (method, path) => {
  expect(await get(path, method)).toMatchObject({ status: 418, body: 'not mine' })
})

test('HEAD says how long the answer is, without it', async () => {
  expect(await get('/app/js/app.js', 'HEAD')).toMatchObject({ status: 200, length: '5', body: '' })
})

test('the frame page shows what people are called as text', async () => {
  const { type, body } = await get('/')
  expect(type).toBe('text/html; charset=utf-8')
  expect(body).toContain('换个身份试试')
  expect(body).toContain('王&#60;/script&#62;师傅')
  expect(body).toContain('骑手 &#38; 邻居')
  expect(body).toContain('data-openid="o&#34;1"')
  expect(body).not.toContain('王</script>')
  expect(body).not.toContain('试<b>')
})

interface Answer {
  status: number | undefined
  type: string | undefined
  location: string | undefined
  length: string | undefined
  body: string
}

/** Not fetch: that would tidy the path up before it is sent. */
function get(path: string, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method }, async (answer) => {
      let body = ''
      for await (const piece of answer) body += piece
      const { 'content-type': type, 'content-length': length, location } = answer.headers
      resolve({ status: answer.statusCode, type, location, length, body })
    })
    asked.on('error', reject).end()
  })
}
