import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

let street: Street
let admin: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103014'])
  await street.cloud.staff({ openid: 'j-admin', role: 'administrator', organisationId: '2101' })
  admin = await street.phone('j-admin')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

const sheet = (text: string) =>
  admin.page.locator('.sheet').getByText(text, { exact: true }).locator('visible=true').first().tap()

it('a city’s administrator changes a number and a category, says why, and finds it in the history', async () => {
  await admin.open('/admin/index/index')
  await admin.tap('本市设置')
  await admin.sees('没答复，几天后自己销号')
  await admin.picture('settings')
  await admin.tap('没答复，几天后自己销号')
  await admin.sees('一直没答复就自己销号，不算满意。')
  await admin.page.locator('.sheet input').fill('99')
  await admin.sees('填 3 到 30 的整数')
  await admin.page.locator('.sheet input').fill('15')
  await admin.picture('settings-number')
  await sheet('改成这样')
  await admin.tap('收哪些类别')
  await sheet('停车')
  await admin.picture('settings-categories')
  await sheet('选好了')
  await admin.tap('改这 2 处')
  await admin.page.locator('.sheet textarea').locator('visible=true').first().fill('年底事多')
  await admin.picture('settings-publish')
  await sheet('定了')
  await admin.sees('15 天 · 本市改过，默认 10 天')
  await admin.sees('不收停车 · 本市改过')
  await admin.sees('第 2 版 · 年底事多')
  await admin.picture('settings-changed')
  const refused = await street.cloud.phone('j-sender').refused('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area: '210103014001',
    trade: 'delivery',
  })
  expect(refused.code).toBe('CATEGORY_OFF')
})
