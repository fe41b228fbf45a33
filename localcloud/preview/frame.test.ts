import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { servePreview } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'localcloud-frame-'))
writeFileSync(
  join(folder, 'index.html'),
  `<body style="margin:0;min-height:100vh"><p id="at"></p><p id="net"></p><input>
  <script>
    at.textContent = location.search + location.hash
    if (location.search.includes('staff')) document.body.style.background = '#2A2723'
    addEventListener('message', ({ data }) => { net.textContent = JSON.stringify(data) })
  </script>`,
)
const people = [
  { openid: 'rider', name: '王师傅', note: '骑手' },
  { openid: 'staff', name: '李敏', note: '网格员', path: '/work/list' },
]
const server = createServer((request, response) =>
  servePreview(request, response, { folder, title: '试', people }),
)
let browser: Browser

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  server.close()
})

test('the app opens as the first person, told what the phone covers', async () => {
  const { page, app } = await open('/')
  await says(app, '#at', '?as=rider&top=44&bottom=34&capsule=96')
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 375, height: 812 })
  expect(await page.locator('[aria-pressed=true]').textContent()).toContain('王师傅')
})

test('another person is one key away, starts on their page and survives a reload', async () => {
  const { page, app } = await open('/')
  await page.getByRole('button', { name: '李敏' }).focus()
  await page.keyboard.press('Enter')
  await says(app, '#at', '?as=staff&top=44&bottom=34&capsule=96#/work/list')
  expect(new URL(page.url()).search).toBe('?as=staff')
  await page.reload()
  await says(app, '#at', '?as=staff&top=44&bottom=34&capsule=96#/work/list')
  await page.locator('[data-head=dark]').waitFor()
})

test('the app hears of the signal, at once and after it is opened again', async () => {
  const { page, app } = await open('/')
  await says(app, '#net', '{"type":"preview:network","online":true}')
  await page.getByText('没信号', { exact: true }).click()
  await says(app, '#net', '{"type":"preview:network","online":false}')
  await app.locator('input').fill('typed')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect.poll(() => app.locator('input').inputValue()).toBe('')
  await says(app, '#net', '{"type":"preview:network","online":false}')
})

test('the app is opened in the size of words that is chosen, also after a reload', async () => {
  const { page, app } = await open('/')
  await page.getByText('关怀', { exact: true }).click()
  await says(app, '#at', '?as=rider&top=44&bottom=34&capsule=96&font=26')
  await page.reload()
  await says(app, '#at', '?as=rider&top=44&bottom=34&capsule=96&font=26')
})

test('on a phone the app fills the window and the people are in a sheet', async () => {
  const { page, app } = await open('/', { width: 390, height: 780 })
  await says(app, '#at', '?as=rider&top=0&bottom=0&capsule=0')
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 })
  await page.getByRole('button', { name: '换个身份试试' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '李敏' }).click()
  await says(app, '#at', '?as=staff&top=0&bottom=0&capsule=0#/work/list')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
})

async function open(path: string, viewport = { width: 1280, height: 900 }) {
  const page: Page = await browser.newPage({ viewport })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return { page, app: page.frameLocator('iframe') }
}

async function says(app: FrameLocator, selector: string, text: string): Promise<void> {
  await expect.poll(() => app.locator(selector).textContent()).toBe(text)
}
