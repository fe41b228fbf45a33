import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let administrator: Phone
let worker: Phone
let rider: Phone
const ids: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  administrator = await cloud.staff({
    openid: 'o-administrator',
    role: 'administrator',
    organisationId: '2101',
  })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  for (let index = 0; index < 3; index += 1) {
    const sent = {
      kind: 'request',
      category: 'other',
      text: `第 ${index} 件`,
      area: kaixuan,
      trade: 'other',
    } as const
    const { id } = await rider.call('appeal.submit', sent)
    await worker.call('appeal.accept', { id, version: 1 })
    ids.push(id)
  }
}, 60_000)
afterAll(() => cloud.close())

const check = () => administrator.call('appeal.verify', { organisationId: '2101' })

it('finds every log whole, and says so to who takes part', async () => {
  expect(await check()).toMatchObject({ checked: 3, faults: [] })
  expect(await rider.call('appeal.view', { id: ids[0] ?? '' })).toMatchObject({ whole: true })
})

// Somebody with the keys of the database, who leaves no trace but this one.
it.each<[string, object]>([
  ['a word in the log', { 'events.1.at': 1 }],
  ['what the person said', { text: '没事了' }],
  ['who is responsible', { responsible: { personId: 'x', title: '别人' } }],
  ['a clock', { resolveBy: 9_999_999_999_999 }],
  ['the state', { state: 'closed' }],
  ['the number of the version', { version: 9 }],
])('sees that %s was changed', async (_, change) => {
  const before = await cloud.local.dump()
  const { appeals } = await import('../../store/appeals.ts')
  await appeals.update({ _id: ids[1] ?? '' }, { ...change })
  const { faults } = await check()
  expect(faults).toEqual([expect.objectContaining({ title: '第 1 件' })])
  expect(await rider.call('appeal.view', { id: ids[1] ?? '' })).toMatchObject({ whole: false })
  await cloud.local.restore(before)
})

it('knows an organisation by its id, whatever it is called by now', async () => {
  await administrator.call('organisation.edit', { id: kaixuan, version: 1, name: '凯旋新社区' })
  let left = true
  while (left) left = (await administrator.call('organisation.settle', { id: kaixuan })).left
  expect(await check()).toMatchObject({ faults: [] })
})

it('goes through all of a city, a batch at a time', async () => {
  const before = await cloud.local.dump()
  const { appeals } = await import('../../store/appeals.ts')
  const [first] = await appeals.find({ where: {}, limit: 1 })
  if (!first) throw new Error('nothing is there')
  const copies = Array.from({ length: 230 }, (_, index) => ({
    ...first,
    _id: index.toString(16).padStart(24, '0'),
    createdAt: first.createdAt,
  }))
  await appeals.add(...copies)
  let checked = 0
  let cursor: string | undefined
  do {
    const batch = await administrator.call('appeal.verify', {
      organisationId: '2101',
      ...(cursor !== undefined && { cursor }),
    })
    checked += batch.checked
    cursor = batch.next
  } while (cursor !== undefined)
  expect(checked).toBe(233)
  await cloud.local.restore(before)
})
