import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import { startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const others = 2000
let cloud: TestCloud
let id: string

/** What a call costs: wire requests, and documents that the database had to look at. */
async function cost(action: string, input: object, openid: string, hat?: string) {
  const envelope = { action, input, ...(hat !== undefined && { hat }) }
  const { value, meter } = await cloud.local.measure('api', envelope, { openid })
  expect(value).toMatchObject({ ok: true })
  const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
  return { requests, examined: meter.examined, indexes: meter.indexes }
}
const worn = `gridWorker-${kaixuan}`

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  const sent = await cloud.phone('o-rider').call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area: kaixuan,
    trade: 'delivery',
  })
  id = sent.id
  const { appeals } = await import('../../store/appeals.ts')
  const first = await appeals.get(id)
  if (!first) throw new Error('the appeal is not there')
  // A city full of other people's appeals, at other organisations and at this one.
  const crowd = Array.from({ length: others }, (_, index): Appeal => {
    const organisation = { ...first.organisation, id: index % 20 === 0 ? kaixuan : `other-${index % 50}` }
    const at = {
      createdAt: first.createdAt + index,
      updatedAt: first.updatedAt + index,
      dueAt: first.dueAt + index,
    }
    return { ...first, ...at, _id: `crowd-${index}`, reporterId: `person-${index % 300}`, organisation }
  })
  for (let start = 0; start < others; start += 200) await appeals.add(...crowd.slice(start, start + 200))
}, 120_000)
afterAll(() => cloud.close())

describe('what a screen costs in a full city', () => {
  it('home: two requests, and only my own appeals are looked at', async () => {
    const { requests, examined } = await cost('person.home', {}, 'o-rider')
    expect(requests).toBe(2)
    expect(examined).toBeLessThanOrEqual(2)
  })

  it('my appeals: two requests along an index', async () => {
    const { requests, examined, indexes } = await cost('appeal.mine', {}, 'o-rider')
    expect(requests).toBe(2)
    expect(examined).toBeLessThanOrEqual(2)
    expect(indexes).toEqual(expect.arrayContaining([expect.stringContaining('mine')]))
  })

  it.each(['all', 'late', 'today', 'toAccept', 'done'] as const)(
    'work list, %s: a page, not the city',
    async (filter) => {
      const first = await cost('appeal.work', { filter }, 'o-worker', worn)
      expect(first.requests).toBe(2)
      // The page, one more, the caller.
      expect(first.examined).toBeLessThanOrEqual(limits.page + 2)
      expect(first.indexes.join()).not.toContain('scan')
    },
  )

  it('how much waits: two requests, and no more looked at than is said', async () => {
    const { requests, examined, indexes } = await cost('appeal.counts', {}, 'o-worker', worn)
    expect(requests).toBe(2)
    expect(examined).toBeLessThanOrEqual(limits.counted + 2)
    expect(indexes.join()).not.toContain('scan')
  })

  it('work list, the next page: a page, not what came before', async () => {
    const worker = cloud.phone('o-worker', worn)
    const { next } = await worker.call('appeal.work', {})
    const second = await cost('appeal.work', { cursor: next }, 'o-worker', worn)
    expect(second.requests).toBe(2)
    expect(second.examined).toBeLessThanOrEqual(limits.page + 4)
  })

  it('one appeal: two requests', async () => {
    const { requests, examined } = await cost('appeal.view', { id }, 'o-rider')
    expect(requests).toBe(2)
    expect(examined).toBe(2)
  })

  it('one appeal for staff: who, and the appeal, with its photos', async () => {
    const { requests, examined } = await cost('appeal.view', { id }, 'o-worker', worn)
    expect([requests, examined]).toEqual([2, 2])
    const rider = cloud.phone('o-rider')
    const photographed = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停车，看照片',
      photos: [await rider.photo()],
      area: kaixuan,
      trade: 'delivery',
    })
    const withPhotos = await cost('appeal.view', { id: photographed.id }, 'o-worker', worn)
    expect(withPhotos.requests).toBe(2)
  })

  it.each([
    ['place.list', { parentId: '210103014' }, 20],
    ['place.search', { text: '凯旋' }, 4],
  ])('%s looks at what it returns', async (action, input, most) => {
    const { examined, indexes } = await cost(action, input, 'o-rider')
    expect(examined).toBeLessThanOrEqual(most)
    expect(indexes.join()).not.toContain('scan')
  })
})

describe('what a step costs', () => {
  it('accepting: who, the appeal, one conditional update, and who is told', async () => {
    const envelope = {
      action: 'appeal.accept',
      input: { id, version: 1 },
      requestId: 'request-accept',
      hat: worn,
    }
    const { value, meter } = await cloud.local.measure('api', envelope, { openid: 'o-worker' })
    expect(value).toMatchObject({ ok: true })
    expect(meter.requests).toEqual({
      'database.getDocument': 2,
      'database.modifyDocument': 1,
      'database.insertDocument': 1,
    })
  })
})
