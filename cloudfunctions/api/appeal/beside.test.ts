import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone
let dispatcher: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  dispatcher = await cloud.staff({ openid: 'o-dispatcher', role: 'dispatcher', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const submit = async (phone = rider) =>
  (
    await phone.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
    })
  ).id
async function viewed(id: string) {
  const { value, meter } = await cloud.local.measure(
    'api',
    { action: 'appeal.view', input: { id } },
    { openid: 'o-rider' },
  )
  expect(value).toMatchObject({ ok: true })
  const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
  return { view: await rider.call('appeal.view', { id }), requests }
}
const committee = { id: '210103-tradeCommittee-delivery', name: '沈河区网约配送行业党委' }

it('says who would take what was closed, as long as it can be reopened', async () => {
  const id = await submit()
  await worker.call('appeal.accept', { id, version: 1 })
  const open = await viewed(id)
  expect(open.view.above).toBeUndefined()
  expect(open.requests).toBe(2)
  await worker.call('appeal.resolve', { id, version: 2, words: '开到 23:00' })
  await rider.call('appeal.confirm', { id, version: 3, answer: 'partly' })
  const closed = await viewed(id)
  expect(closed.view.above).toEqual(committee)
  expect(closed.requests).toBe(3)
  const asHandler = await worker.call('appeal.view', { id })
  expect(asHandler.above).toBeUndefined()

  await rider.call('appeal.reopen', { id, version: 4, words: '又锁了' })
  const again = (await viewed(id)).view
  expect(again).toMatchObject({ state: 'dispatched', organisation: committee })
  expect(again.outcome).toBeUndefined()
})

it('says who would review what was declined', async () => {
  const id = await submit()
  await dispatcher.call('appeal.decline', { id, version: 1, reason: 'outside' })
  expect((await viewed(id)).view.above).toEqual(committee)
  await rider.call('appeal.review', { id, version: 2, words: '就在这里' })
  const { view } = await viewed(id)
  expect(view).toMatchObject({ state: 'dispatched', organisation: committee })
})

it('says with how many others it is handled, and not whose they are', async () => {
  const parent = await submit(cloud.phone('o-first'))
  const second = await submit(cloud.phone('o-second'))
  const id = await submit()
  await dispatcher.call('appeal.merge', { id: second, version: 1, parentId: parent })
  await dispatcher.call('appeal.merge', { id, version: 1, parentId: parent })
  const { view, requests } = await viewed(id)
  expect(view).toMatchObject({ state: 'merged', together: 2 })
  expect(view.parent).toBeUndefined()
  // It goes on, for who asked.
  expect((await rider.call('person.home', {})).moving.map((row) => row.id)).toContain(id)
  expect(requests).toBe(3)
})
