import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const position = { longitude: 123.43, latitude: 41.8 }
const far = { longitude: 123.44, latitude: 41.8 }
let cloud: TestCloud
let rider: Phone
let passerBy: Phone
let worker: Phone
let dispatcher: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  passerBy = cloud.phone('o-passer-by')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  dispatcher = await cloud.staff({ openid: 'o-dispatcher', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

async function snapped(category: 'fireLane' | 'foodSafety' = 'fireLane') {
  const photos = [await rider.photo()]
  const snap = { kind: 'snap', category, photos, area: kaixuan, trade: 'delivery', position } as const
  const { id } = await rider.call('appeal.submit', snap)
  await cloud.passed()
  return id
}
const notFound = async (phone: Phone, input: object) =>
  expect((await phone.refused('appeal.seen', input)).code).toBe('APPEAL_NOT_FOUND')

it('shows before and after, and nothing of who took it or who does it', async () => {
  const id = await snapped()
  await passerBy.call('appeal.support', { id })
  expect(await passerBy.call('appeal.seen', { id })).toEqual({
    category: 'fireLane',
    placeName: '凯旋社区',
    state: 'dispatched',
    before: [expect.any(String)],
    after: [],
  })
  await worker.call('appeal.accept', { id, version: 3 })
  const photos = [await worker.photo()]
  await worker.call('appeal.resolve', { id, version: 4, words: '拖走了，有事打 13812345678', photos })
  // Nobody but who asked sees what was done before it has passed the content check.
  expect(await passerBy.call('appeal.seen', { id })).toMatchObject({ state: 'resolved', after: [] })
  expect(await rider.call('appeal.seen', { id })).toMatchObject({
    after: photos,
    words: '拖走了，有事打 【电话已隐去】',
  })
  await cloud.passed()
  expect(await passerBy.call('appeal.seen', { id })).toEqual({
    category: 'fireLane',
    placeName: '凯旋社区',
    state: 'resolved',
    before: [expect.any(String)],
    after: [expect.any(String)],
    words: '拖走了，有事打 【电话已隐去】',
  })
  await rider.call('appeal.confirm', { id, version: 5, answer: 'unsatisfied', words: '又停上了' })
  expect(await passerBy.call('appeal.seen', { id })).toMatchObject({ state: 'accepted', after: [] })
  await worker.call('appeal.resolve', { id, version: 6, words: '装了地锁', photos })
  await rider.call('appeal.confirm', { id, version: 7, answer: 'satisfied', words: '谢谢王师傅' })
  await cloud.passed()
  const closed = await passerBy.call('appeal.seen', { id })
  expect(closed).toMatchObject({ state: 'closed', outcome: 'solved', words: '装了地锁' })
  expect(JSON.stringify(closed)).not.toContain('王师傅')
})

it('says for which reason it was declined, and not in whose words', async () => {
  const id = await snapped()
  await passerBy.call('appeal.support', { id })
  await dispatcher.call('appeal.decline', { id, version: 2, reason: 'notReal', words: '张先生说错了' })
  expect(await passerBy.call('appeal.seen', { id })).toMatchObject({ state: 'declined', declined: 'notReal' })
})

it('is there for whoever stands where it is, as long as somebody works on it', async () => {
  const id = await snapped()
  expect(await cloud.phone('o-other').call('appeal.seen', { id, position })).toMatchObject({
    state: 'dispatched',
  })
  await notFound(cloud.phone('o-other'), { id })
  await notFound(cloud.phone('o-other'), { id, position: far })
  await rider.call('appeal.withdraw', { id, version: 1 })
  await notFound(cloud.phone('o-other'), { id, position })
  expect(await rider.call('appeal.seen', { id })).toMatchObject({ state: 'withdrawn' })
})

it('is not there for anybody when it is confidential, or no snap', async () => {
  const food = await snapped('foodSafety')
  await notFound(cloud.phone('o-other'), { id: food, position })
  await notFound(rider, { id: food, position })
  const request = {
    kind: 'request',
    category: 'parking',
    text: '没处停',
    area: kaixuan,
    trade: 'delivery',
  } as const
  const { id } = await rider.call('appeal.submit', request)
  await notFound(rider, { id })
  await notFound(rider, { id: 'nothing' })
})
