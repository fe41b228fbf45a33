import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { outputs } from '../../scripts/build/app.ts'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

/** Chromium's own "slow 3G": 400 kbit/s both ways, two seconds there and back. */
const slow3G = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2000 }

let street: Street
let phone: HandPhone
let asked: string[]
let answered: string[]
/**
 * What was asked since a page was opened (the page before may still be waiting for something), and how many round trips it
 * took: what is asked at once is one, what is asked after an answer another one.
 */
const trips = new Map<Request, number>()
let waited: number

beforeAll(async () => {
  street = await openStreet(['210103014'])
  await street.cloud.staff({ openid: 'w-everybody', role: 'secretary', organisationId: '210103014001' })
  await street.cloud.staff({ openid: 'w-everybody', role: 'administrator', organisationId: '2101' })
  phone = await street.phone('w-everybody')
  const actionOf = (body: string | null) => String(JSON.parse(body ?? '{}').action)
  phone.page.on('request', (request) => {
    if (!request.url().includes('/call/api')) return
    asked.push(actionOf(request.postData()))
    trips.set(request, waited + 1)
  })
  phone.page.on('requestfinished', (request) => {
    const trip = trips.get(request)
    if (trip === undefined) return
    answered.push(actionOf(request.postData()))
    waited = Math.max(waited, trip)
  })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})
beforeEach(() => {
  asked = []
  answered = []
  waited = 0
})

const { pages, subPackages }: { pages: string[]; subPackages: { root: string; pages: string[] }[] } =
  JSON.parse(readFileSync(join(outputs.weapp, 'app.json'), 'utf8'))
const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]

/** Opens a page as a link does, the app running. */
const open = (page: string) =>
  phone.page.evaluate((hash) => {
    location.hash = hash
  }, `/${page}?id=nothing`)
const shown = (page: string) => phone.page.locator(`[data-route="${page}"] .host-content`)

it('home is usable after the same calls on a weak phone with a weak signal', async () => {
  await phone.open('/account/privacy/index')
  const usable = async () => {
    asked = []
    await open('home/index')
    await shown('home/index').getByText('积分', { exact: true }).waitFor()
    await expect.poll(() => shown('home/index').locator('.skeleton').count(), { timeout: 20_000 }).toBe(0)
    const calls = [...asked].sort()
    await open('account/privacy/index')
    return calls
  }
  const strong = await usable()
  const devices = await phone.page.context().newCDPSession(phone.page)
  await devices.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await devices.send('Network.enable')
  await devices.send('Network.emulateNetworkConditions', slow3G)
  const weak = await usable()
  await open('home/index')
  // Both doors open before anything has come.
  await shown('home/index').getByText('我要诉求').tap()
  await shown('appeal/request/index').getByText('提交').waitFor()
  await devices.detach()
  expect(weak).toEqual(strong)
  console.log(`home: ${strong.length} calls: ${strong.join(', ')}`)
}, 120_000)

it('every page says that it is coming before a call is answered, and shows something after one round trip', async () => {
  await phone.open('/work/bench/index')
  await phone.sees('工作台')
  let delay = 0
  await phone.page.route('**/call/api', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    await route.continue()
  })
  delay = 400
  for (const page of all) {
    await open('account/privacy/index')
    answered = []
    trips.clear()
    waited = 0
    await open(page)
    const content = shown(page)
    // Never a blank page.
    await expect
      .poll(
        () =>
          content.evaluate(
            (element) =>
              element.querySelector('.skeleton') !== null || (element.textContent ?? '').trim() !== '',
          ),
        { message: page, interval: 10, timeout: 5000 },
      )
      .toBe(true)
    expect(answered, `${page} is blank until it is answered`).toEqual([])
    await expect
      .poll(async () => ((await content.textContent()) ?? '').trim().length, {
        message: page,
        interval: 10,
        timeout: 10_000,
      })
      .toBeGreaterThan(3)
    expect(waited, `${page} waits for ${answered.join(', ')}`).toBeLessThanOrEqual(1)
  }
}, 300_000)
