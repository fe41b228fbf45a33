import { afterAll, beforeAll, expect, it } from 'vitest'
import { bucketAt } from '../../domain/operating/counting.ts'
import { openStreet, type Street } from '../support/browser.ts'

const minute = 60_000
let street: Street

beforeAll(async () => {
  street = await openStreet(['210103014'])
  await street.cloud.staff({ openid: 'h-administrator', role: 'administrator', organisationId: '2101' })
}, 540_000)
afterAll(() => street?.close())

it('an administrator is told what is wrong, and sees it; when it is over, that all is well', async () => {
  const { counters } = await import('../../cloudfunctions/store/counters.ts')
  const { operations } = await import('../../cloudfunctions/store/operations.ts')
  for (let ago = 11; ago >= 0; ago -= 1) {
    const count = { calls: 40 + 9 * (ago % 4), internal: 0, slow: 0 }
    await counters.put({ _id: bucketAt(Date.now() - ago * 5 * minute), counts: { person_home: count } })
  }
  const phone = await street.phone('h-administrator')
  for (let runs = 0; runs < 5; runs += 1) await street.cloud.local.trigger('clock')
  await phone.open('/admin/index/index')
  await phone.tap('运行情况')
  await phone.sees('都好好的')
  await phone.sees(/近一小时 .* 次，都办成了，也不慢/)
  await phone.sees('没有在等的')
  await phone.picture('health-well')

  await counters.put({
    _id: bucketAt(Date.now()),
    counts: { appeal_submit: { calls: 30, internal: 9, slow: 4 } },
  })
  await street.cloud.local.trigger('clock')
  await phone.open('/notice/index')
  await phone.tap('有事老是没办成')
  await phone.sees('有 1 处要看一看')
  await phone.sees('30 次，9 次没办成，4 次慢')
  await phone.picture('health-incident')
  await phone.page.evaluate(() => window.scrollTo(0, 10_000))
  await phone.picture('health-incident-below')

  await counters.removeAll({ 'counts.appeal_submit.calls': 30 })
  await operations.update({ _id: 'incident-errors' }, { seenAt: Date.now() - 20 * minute })
  await street.cloud.local.trigger('clock')
  await phone.tap('再看一遍')
  await phone.sees('都好好的')
  await phone.sees(/好了/)
  expect(street.errors).toEqual([])
}, 120_000)
