import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Input, Output } from '../../../domain/contract.ts'
import { inBeijing } from '../../../domain/time.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone
let secretary: Phone
let workerId: string
let fresh: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  workerId = await worker.personId()
  await rider.personId()
  fresh = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(fresh))

const submit = (over: Partial<Input<'appeal.submit'>> = {}) =>
  rider.call('appeal.submit', {
    kind: 'request',
    category: 'charging',
    text: '换电柜冒烟，挨着电动车',
    area: kaixuan,
    trade: 'delivery',
    ...over,
  })

it('is calm when nothing waits and nothing is planned', async () => {
  const today = await worker.call('work.today', {})
  expect(today).toMatchObject({
    counts: { all: 0, late: 0, today: 0, toAccept: 0 },
    mine: { held: 0, late: [] },
    duty: { mayHandOver: false, others: [], toAnswer: 0, planned: false },
  })
  expect(today.urgent).toBeUndefined()
  expect(today.duty.week.map(({ kinds }) => kinds)).toEqual(Array.from({ length: 7 }, () => []))
})

it('puts the urgent one that nobody has taken first, with its photo, whichever is due first', async () => {
  await submit()
  const photo = await rider.photo()
  const first = await submit({ urgency: 'urgent', photos: [photo] })
  const second = await submit({ urgency: 'urgent' })
  const { urgent } = await worker.call('work.today', {})
  expect(urgent).toMatchObject({ id: first.id, version: 1, photo })
  await worker.call('appeal.accept', { id: first.id, version: urgent?.version ?? 0 })
  expect((await worker.call('work.today', {})).urgent?.id).toBe(second.id)
  await worker.call('appeal.accept', { id: second.id, version: 1 })
  expect((await worker.call('work.today', {})).urgent).toBeUndefined()
})

it('tells mine from the organisation’s, and what of it is late', async () => {
  const { id } = await submit()
  await submit()
  await worker.call('appeal.accept', { id, version: 1 })
  expect((await worker.call('work.today', {})).mine).toEqual({ held: 1, late: [] })
  const { appeals } = await import('../../store/appeals.ts')
  await appeals.update({ _id: id }, { dueAt: Date.now() - 1000 })
  const { mine, counts } = await worker.call('work.today', {})
  expect(mine).toMatchObject({ held: 1, late: [{ id }] })
  expect(counts).toEqual({ all: 2, late: 1, today: expect.any(Number), toAccept: 1, atLeast: [] })
  expect((await secretary.call('work.today', {})).mine).toEqual({ held: 0, late: [] })
  expect((await worker.call('appeal.work', { filter: 'mine' })).rows.map((row) => row.id)).toEqual([id])
  expect((await secretary.call('appeal.work', { filter: 'mine' })).rows).toEqual([])
})

it('shows my shift and week, and gaps only to those who can fill them', async () => {
  const today = inBeijing(Date.now()).day() || 7
  const weekly = [{ weekday: today, from: 0, to: 0, personId: workerId }]
  await secretary.call('duty.plan', { version: 0, cover: 'always', weekly })
  const { duty } = await worker.call('work.today', {})
  expect(duty).toMatchObject({ mayHandOver: true, others: [], planned: true })
  expect(duty.gap).toBeUndefined()
  expect(duty.week.filter(({ kinds }) => kinds.length > 0)).toHaveLength(1)
  expect(duty.shift && duty.shift.to - duty.shift.from).toBe(86_400_000)
  const seen = (await secretary.call('work.today', {})).duty
  expect(seen.gap).toEqual({ from: duty.shift?.to, to: expect.any(Number) })
  expect(seen.others).toMatchObject([{ title: '网格员' }])
  expect(seen.shift).toBeUndefined()
})

async function cost() {
  const event = { action: 'work.today', input: {}, hat: `gridWorker-${kaixuan}` }
  const { value, meter } = await cloud.local.measure('api', event, { openid: 'o-worker' })
  const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
  const { data } = value as { data: Output<'work.today'> }
  return { today: data, requests, examined: meter.examined, indexes: new Set(meter.indexes) }
}

it('asks three times: who, what waits, who is on duty', async () => {
  await Promise.all(Array.from({ length: 15 }, () => submit({ urgency: 'urgent' })))
  const { requests, examined, indexes } = await cost()
  expect([requests, examined]).toEqual([3, 16])
  expect(indexes).toEqual(new Set(['openid', '_id_', 'work']))
})

it('finds the urgent one and what is mine behind more than one read brings', async () => {
  const first = await submit({ urgency: 'urgent', photos: [await rider.photo()] })
  const mine = await submit()
  await worker.call('appeal.accept', { id: mine.id, version: 1 })
  const { appeals } = await import('../../store/appeals.ts')
  const stored = await appeals.get((await submit()).id)
  if (!stored) throw new Error('it is not there')
  const many = Array.from({ length: 120 }, (_, at) => ({ ...stored, _id: `many-${at}`, dueAt: at }))
  for (let start = 0; start < many.length; start += 60) await appeals.add(...many.slice(start, start + 60))
  const { today, requests, indexes } = await cost()
  expect(requests).toBe(5)
  expect(indexes).toEqual(new Set(['openid', '_id_', 'work', 'workMine', 'workUrgent']))
  expect(today.urgent?.id).toBe(first.id)
  expect(today.mine).toEqual({ held: 1, late: [] })
  expect(today.counts).toMatchObject({ all: 99, atLeast: expect.arrayContaining(['all']) })
})
