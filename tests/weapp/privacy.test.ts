import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet(['210103014'])
}, 240_000)
afterAll(() => street?.close())

const asked = '先说好怎么用您的信息'

/** At the form, with a phone whose person has not agreed to the privacy guide yet (host/wx/privacy.ts). */
async function atForm(openid: string): Promise<HandPhone> {
  const phone = await street.phone(openid)
  await phone.page.addInitScript(() => {
    if (sessionStorage.getItem('asked') === null) localStorage.setItem('host: privacy not agreed', 'yes')
    sessionStorage.setItem('asked', 'yes')
  })
  await phone.open('/appeal/request/index')
  await phone.sees('加照片')
  return phone
}

it('asks in our own words before the camera is opened; agreed once is agreed', async () => {
  const rider = await atForm('v-rider')
  await rider.tap('加照片')
  await rider.sees(asked)
  await rider.picture('privacy-ask')
  await rider.addsPhoto(() => rider.tap('同意，接着用'))
  await rider.page.locator('.photo').first().waitFor()
  await rider.addsPhoto(() => rider.tap('加照片'))
  expect(await rider.page.getByText(asked).count()).toBe(0)
  expect(street.errors.splice(0)).toEqual([])
}, 120_000)

it('who says no goes on without', async () => {
  const rider = await atForm('v-careful')
  await rider.tap('加照片')
  await rider.sees(asked)
  await rider.tap('不同意')
  await expect.poll(() => rider.page.getByText(asked).count()).toBe(0)
  await rider.page.locator('textarea').first().fill('北门晚上九点就锁')
  expect(street.errors.splice(0)).toEqual([])
}, 120_000)
