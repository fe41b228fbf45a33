import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
    duty: { others: [], toAnswer: 0, planned: false },
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
  expect(duty).toMatchObject({ toHandOver: expect.any(String), others: [], planned: true })
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

describe('work.queues', () => {
  const scopes = ['2101', '210103', '210103014', kaixuan]
  /** As many of a collection, each in the area of the community; only what is counted of them. */
  const lay = async (store: string, many: number, fields: object) => {
    const { collection } = await import('../../store/collection.ts')
    const made = Array.from({ length: many }, (_, at) => {
      const _id = `${store}-${JSON.stringify(fields)}-${at}`
      return { _id, code: _id, ...fields }
    })
    for (let start = 0; start < many; start += 60)
      expect(await collection(store).add(...made.slice(start, start + 60))).toBe(true)
  }
  const fill = async () => {
    await lay('tasks', 2, { organisation: { id: kaixuan }, proofAt: 5 })
    await lay('tasks', 1, { organisation: { id: kaixuan }, proofAt: Date.now() + 86_400_000 })
    await lay('redemptions', 120, { scopes, state: 'pending' })
    await lay('redemptions', 1, { scopes, state: 'approved' })
    await lay('reviews', 2, { scopes, state: 'waiting' })
    await lay('reviews', 1, { scopes, state: 'appealed' })
    await lay('reviews', 1, { scopes, state: 'denied' })
    await lay('checks', 4, { scopes, state: 'held', traces: [] })
    await lay('checks', 1, { scopes: ['210106'], state: 'held', traces: [] })
    await lay('honours', 1, { scopes, state: 'contested' })
    await lay('honours', 1, { scopes, state: 'awarded' })
  }

  it('nothing where nothing waits', async () => {
    expect(await secretary.call('work.queues', {})).toEqual({
      verify: 0,
      approvals: 0,
      reviews: 0,
      contents: 0,
      honours: 0,
    })
  })

  it('how much waits of what a secretary works on, at most one more than is said', async () => {
    await fill()
    expect(await secretary.call('work.queues', {})).toEqual({
      verify: 2,
      approvals: 100,
      reviews: 3,
      contents: 4,
      honours: 1,
    })
  })

  it('of a grid worker only what they may work on', async () => {
    await fill()
    expect(await worker.call('work.queues', {})).toEqual({ verify: 2 })
  })

  it('looks at no more than it says', async () => {
    await fill()
    const event = { action: 'work.queues', input: {}, hat: `secretary-${kaixuan}` }
    const { meter } = await cloud.local.measure('api', event, { openid: 'o-secretary' })
    // Who, and one read a queue: 2 + 100 + 3 + 4 + 1 documents, and the person.
    expect([Object.values(meter.requests).reduce((sum, each) => sum + each, 0), meter.examined]).toEqual([
      6, 111,
    ])
  })
})
