import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { kaixuan, reconciled } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone
let passer: Phone
let worker: Phone
let secretary: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  passer = cloud.phone('o-passer')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const spot = { longitude: 123.4315, latitude: 41.8057 }
const snapped = async () =>
  (
    await rider.call('appeal.submit', {
      kind: 'snap',
      category: 'facilityDamage',
      text: '路灯不亮',
      photos: [await rider.photo()],
      area: kaixuan,
      trade: 'delivery',
      position: spot,
    })
  ).id
const version = async (id: string) => (await rider.call('appeal.view', { id })).version
const finished = async (id: string) => {
  await worker.call('appeal.accept', { id, version: await version(id) })
  await worker.call('appeal.resolve', {
    id,
    version: await version(id),
    words: '修好了',
    photos: [await worker.photo()],
  })
}
const has = async (phone: Phone) => (await phone.call('points.mine', {})).volunteer
const tick = () => cloud.local.trigger('clock')

it('a snap pays its person and its passers-by by the timer, and is taken back when reopened', async () => {
  const id = await snapped()
  await passer.call('appeal.support', { id })
  await finished(id)
  await tick()
  expect((await has(rider)).available).toBe(0)
  await rider.call('appeal.confirm', { id, version: await version(id), answer: 'satisfied' })
  // Its photo is looked at first, and nobody's request waits for that.
  expect((await has(rider)).available).toBe(0)
  await tick()
  expect((await has(rider)).available).toBeGreaterThan(0)
  const paid = (await has(rider)).available
  await tick()
  await tick()
  expect((await has(rider)).available).toBe(paid)
  expect((await has(passer)).available).toBe(1)
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  const [line] = (await rider.call('points.statement', { month })).rows
  expect(line).toMatchObject({ title: '随手拍：路灯不亮', about: { what: 'appeal', id } })

  await rider.call('appeal.reopen', { id, version: await version(id), words: '又灭了' })
  await tick()
  expect((await has(rider)).available).toBe(0)
  expect((await has(passer)).available).toBe(0)
  expect((await reconciled()).faults).toEqual([])
}, 60_000)

it('what a crash left behind is paid by the timer, in the order in which it happened', async () => {
  const { appeals } = await import('../../store/appeals.ts')
  const { transfers } = await import('../../store/transfers.ts')
  const id = await snapped()
  await finished(id)
  await rider.call('appeal.confirm', { id, version: await version(id), answer: 'satisfied' })
  const causes = (await appeals.get(id))?.causes ?? []
  expect(causes).toHaveLength(1)
  // As if the function had died right after the step: nothing of it was booked.
  await transfers.removeAll({ 'cause.about.id': id })
  const { accounts } = await import('../../store/accounts.ts')
  await accounts.removeAll({})
  await transfers.removeAll({})
  await tick()
  expect((await has(rider)).available).toBeGreaterThan(0)
  expect((await appeals.get(id))?.causes).toEqual([])
  expect((await reconciled()).faults).toEqual([])
}, 60_000)

it('adopted as a project: once, though it leaves and comes back', async () => {
  const id = await snapped()
  const before = (await has(rider)).available
  const project = await secretary.call('project.create', { title: '路灯', appealIds: [id] })
  await tick()
  expect((await has(rider)).available).toBe(before + 5)
  await secretary.call('project.remove', { id: project.id, appealId: id })
  await secretary.call('project.add', { id: project.id, appealIds: [id] })
  await tick()
  await tick()
  expect((await has(rider)).available).toBe(before + 5)
}, 60_000)
