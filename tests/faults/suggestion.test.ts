import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

let cloud: TestCloud
let city: Phone
const acting = { openid: 'o-city', hat: 'administrator-2101' }

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
}, 60_000)
afterAll(() => cloud.close())

it('teaching the first sentence and another, taking one back', async () => {
  const added = async () => (await city.call('suggestion.list', {})).added
  await underEveryFault(cloud, acting, 'suggestion.add', { category: 'charging', text: '柜子全红' })
  await underEveryFault(cloud, acting, 'suggestion.add', { category: 'parking', text: '车没处撂' })
  expect((await added()).map(({ text }) => text)).toEqual(['车没处撂', '柜子全红'])
  const [newest] = await added()
  await underEveryFault(cloud, acting, 'suggestion.remove', { id: newest?.id ?? '' })
  expect((await added()).map(({ text }) => text)).toEqual(['柜子全红'])
}, 240_000)
