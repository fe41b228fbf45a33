import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet(['210103014'])
}, 240_000)
afterAll(() => street?.close())

/** A phone whose person has not agreed to the privacy guide yet (host/wx/privacy.ts). */
async function newPhone(openid: string): Promise<HandPhone> {
  const phone = await street.phone(openid)
  await phone.page.addInitScript(() => {
    if (sessionStorage.getItem('asked') === null) localStorage.setItem('host: privacy not agreed', 'yes')
    sessionStorage.setItem('asked', 'yes')
  })
  return phone
}

it('asks in our own words before the camera is opened; agreed once is agreed', async () => {
  const rider = await newPhone('v-rider')
  await rider.open('/appeal/request/index')
  await rider.sees('说诉求')
  const add = rider.page.getByLabel('加照片').locator('visible=true').first()
  await add.tap()
  await rider.sees('先说好怎么用您的信息')
  await rider.picture('privacy-ask')
  await rider.addsPhoto(() => rider.tap('同意，接着用'))
  await rider.page.locator('.photo').first().waitFor()
  await rider.addsPhoto(() => add.tap())
  expect(street.errors.splice(0)).toEqual([])
}, 120_000)

it('who says no goes on without', async () => {
  const rider = await newPhone('v-careful')
  await rider.open('/appeal/request/index')
  await rider.sees('说诉求')
  await rider.page.getByLabel('加照片').locator('visible=true').first().tap()
  await rider.sees('先说好怎么用您的信息')
  await rider.tap('不同意')
  await expect.poll(() => rider.page.getByText('先说好怎么用您的信息').count()).toBe(0)
  await rider.page.locator('textarea').fill('北门晚上九点就锁')
  expect(street.errors.splice(0)).toEqual([])
}, 120_000)
