import { expect, it } from 'vitest'
import { openStreet } from '../support/browser.ts'

it('x', async () => {
  const street = await openStreet(['210103'], 'weapp')
  const phone = await street.phone('try')
  await phone.open('/home/index')
  await phone.page.waitForTimeout(1500)
  await phone.picture('try-home')
  console.log(street.errors)
  console.log((await phone.page.content()).replace(/<style>[\s\S]*?<\/style>/g, '').slice(0, 3000))
  await street.close()
  expect(1).toBe(2)
}, 200_000)
