import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

let cloud: TestCloud
let city: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
}, 60_000)
afterAll(() => cloud.close())

it('whatever goes wrong while settings are put in force, they are so once, with their history', async () => {
  const acting = { openid: 'o-city', hat: 'administrator-2101' }
  const input = { version: 1, numbers: { closeDays: 15 }, categoriesOff: [], words: '年底' }
  await underEveryFault(cloud, acting, 'settings.publish', input)
  expect(await city.call('settings.view', {})).toMatchObject({ version: 2, numbers: { closeDays: 15 } })
  expect((await city.call('settings.versions', {})).rows.map(({ version }) => version)).toEqual([2])
}, 240_000)
