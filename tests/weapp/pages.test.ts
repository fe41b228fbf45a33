import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outputs } from '../../scripts/build/app.ts'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import type { PageCount } from './host/ledger.ts'

let street: Street
let phone: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103014'])
  await street.cloud.staff({ openid: 'c-everybody', role: 'secretary', organisationId: '210103014001' })
  await street.cloud.staff({ openid: 'c-everybody', role: 'administrator', organisationId: '2101' })
  phone = await street.phone('c-everybody')
}, 240_000)
afterAll(() => street?.close())

it('every compiled page opens on WeChat’s engine, shows something, and nothing goes wrong', async () => {
  const app = JSON.parse(readFileSync(join(outputs.weapp, 'app.json'), 'utf8'))
  const pages: string[] = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }: { root: string; pages: string[] }) =>
      pages.map((page) => `${root}/${page}`),
    ),
  ]
  for (const page of pages) {
    await phone.open(`/${page}?id=nothing`)
    const shown = phone.page.locator(`[data-route="${page}"] .host-content`)
    await expect
      .poll(async () => ((await shown.textContent()) ?? '').trim().length, { message: page, timeout: 10_000 })
      .toBeGreaterThan(3)
    await phone.picture(`page-${page.replaceAll('/', '-')}`, { wait: 0, looks: true })
    expect(street.errors.splice(0), page).toEqual([])
  }
  const counts = await phone.page.evaluate(
    () => (window as unknown as { ledger: { pages: PageCount[] } }).ledger.pages,
  )
  expect(counts.map(({ route }) => route)).toEqual(pages)
}, 300_000)
