import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Notice, noticesShown } from '../../../domain/notice/notice.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone
const worn = `gridWorker-${kaixuan}`

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.rest('o-rider'))

const submit = async (phone = rider) =>
  (
    await phone.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁，打 13800138000 没人接',
      area: kaixuan,
      trade: 'delivery',
    })
  ).id
const told = async (id: string, phone = rider) =>
  (await phone.call('notice.list', {})).rows.filter(({ about }) => about.id === id)

describe('what happens to an appeal is told', () => {
  it('step by step, newest first, and the last one asks for a word', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.note', { id, version: 2, words: '约了物业，电话 13900139000' })
    await worker.call('appeal.note', { id, version: 3, words: '主任不好说话', internal: true })
    await worker.call('appeal.resolve', { id, version: 4, words: '小门开到 23:00' })
    const items = await told(id)
    expect(items.map(({ head, asks, read }) => [head, asks, read])).toEqual([
      ['办完了，等您一句话', true, false],
      ['有新进展', false, false],
      ['有人接了', false, false],
    ])
    expect(items[0]?.about).toEqual({ id, as: 'person' })
    expect(items[1]?.sentence).not.toContain('13900139000')
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => b - a))
  })

  it.each(['lose', 'kill', 'kill-after', 'refuse'] as const)(
    'once, however often it is asked for and whatever fails: %s',
    async (kind) => {
      for (const at of [1, 2, 3, 4]) {
        const id = await submit()
        const event = {
          action: 'appeal.accept',
          input: { id, version: 1 },
          requestId: newRequestId(),
          hat: worn,
        }
        await cloud.local
          .call('api', event, { openid: 'o-worker', faults: [{ kind, at }] })
          .catch(() => undefined)
        await cloud.local.endTransactions()
        await cloud.local.trigger('clock')
        await cloud.local.call('api', event, { openid: 'o-worker' })
        await cloud.local.trigger('clock')
        await cloud.local.call('api', event, { openid: 'o-worker' })
        expect((await told(id)).map(({ head }) => head)).toEqual(['有人接了'])
        await cloud.rest('o-rider')
      }
    },
    60_000,
  )

  it('by the timer, where the function stopped right after the step', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    const { notices } = await import('../../store/notices.ts')
    await notices.removeAll({ 'about.id': id })
    await cloud.local.trigger('clock')
    expect((await told(id)).map(({ head }) => head)).toEqual(['有人接了'])
  })
})

describe('an inbox', () => {
  it('counts what is new, until the list has been seen; what comes later is new again', async () => {
    const reader = cloud.phone('o-reader')
    const id = await submit(reader)
    await worker.call('appeal.accept', { id, version: 1 })
    expect(await reader.call('notice.unread', {})).toEqual({ count: 1 })
    const [newest] = await told(id, reader)
    await reader.call('notice.read', { until: newest?.at ?? 0 })
    expect(await reader.call('notice.unread', {})).toEqual({ count: 0 })
    expect((await told(id, reader)).map(({ read }) => read)).toEqual([true])
    await worker.call('appeal.note', { id, version: 2, words: '约了物业' })
    expect(await reader.call('notice.unread', {})).toEqual({ count: 1 })
  })

  it('is nobody else’s to read or to mark', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    const stranger = cloud.phone('o-stranger')
    expect((await stranger.call('notice.list', {})).rows).toEqual([])
    await stranger.call('notice.read', { until: Date.now() + 1000 })
    expect((await told(id)).map(({ read }) => read)).toEqual([false])
    expect(await stranger.refused('notice.list', { personId: await rider.personId() })).toMatchObject({
      code: 'FIELD_UNKNOWN',
    })
  })

  it.each([
    ['notice.list', { cursor: 'x' }],
    ['notice.read', {}],
    ['notice.read', { until: 'gestern' }],
  ] as const)('refuses %s %j, and marks nothing', async (action, input) => {
    const before = await rider.call('notice.unread', {})
    expect(await rider.refused(action, input)).toMatchObject({ code: 'FIELD_INVALID' })
    expect(await rider.call('notice.unread', {})).toEqual(before)
  })
})

describe('among 3,000 items, 1,000 of them mine', () => {
  const mine = 1000
  let reader: Phone
  beforeAll(async () => {
    reader = cloud.phone('o-crowded')
    const personId = await reader.personId()
    const { notices } = await import('../../store/notices.ts')
    const items = Array.from(
      { length: 3 * mine },
      (_, index): Notice => ({
        _id: `a1b2c3d4e5f6a1b2c3d4e5f6-${index}-${index % 3 === 0 ? personId : 'other'}`,
        personId: index % 3 === 0 ? personId : `other-${index % 7}`,
        // Many at one moment: a page may end among equals.
        at: 1_000_000 + Math.floor(index / 90),
        news: 'noted',
        head: '有新进展',
        sentence: `第 ${index} 条`,
        about: { id: 'a1b2c3d4e5f6a1b2c3d4e5f6', as: 'person' },
        read: index % 2 === 0,
      }),
    )
    for (let start = 0; start < items.length; start += 500)
      await notices.add(...items.slice(start, start + 500))
  }, 60_000)

  async function cost(action: string, input: object, requestId?: string) {
    const envelope = { action, input, ...(requestId && { requestId }) }
    const { value, meter } = await cloud.local.measure('api', envelope, { openid: 'o-crowded' })
    expect(value).toMatchObject({ ok: true })
    const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
    return { ...meter, requests }
  }

  it('shows each of mine once, page by page', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { rows, next } = await reader.call('notice.list', { ...(cursor && { cursor }) })
      seen.push(...rows.map(({ id }) => id))
      cursor = next
    } while (cursor)
    expect(seen).toHaveLength(mine)
    expect(new Set(seen).size).toBe(mine)
  }, 60_000)

  it('reads a page, not the inbox, wherever it is', async () => {
    const { next } = await reader.call('notice.list', {})
    for (const input of [{}, { cursor: next }]) {
      const { requests, examined, returned, indexes } = await cost('notice.list', input)
      expect(requests).toBeLessThanOrEqual(2)
      expect(returned).toBeGreaterThanOrEqual(noticesShown)
      expect(examined).toBeLessThanOrEqual(2 * returned + 5)
      expect(indexes.join()).not.toContain('scan')
    }
  })

  it('counts and marks along an index, in two requests', async () => {
    const counted = await cost('notice.unread', {})
    expect(counted.requests).toBeLessThanOrEqual(2)
    expect(counted.indexes.join()).not.toContain('scan')
    const marked = await cost('notice.read', { until: Date.now() }, newRequestId())
    expect(marked.requests).toBeLessThanOrEqual(2)
    // No more than what was new.
    expect(marked.examined).toBeLessThanOrEqual(mine / 2 + 5)
    expect(await reader.call('notice.unread', {})).toEqual({ count: 0 })
    expect((await cost('notice.unread', {})).examined).toBeLessThanOrEqual(5)
  })

  it('gives all of it to who takes their data along, and keeps nothing of who goes', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await reader.call('personalData.export', { ...(cursor && { cursor }) })
      seen.push(...page.notices.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(mine)
    expect(seen).toHaveLength(mine)
    const { notices } = await import('../../store/notices.ts')
    const personId = await reader.personId()
    await reader.call('personalData.delete', {})
    expect(await notices.count({ personId })).toBe(0)
    expect(await notices.count({ personId: 'other-1' })).toBeGreaterThan(0)
  }, 60_000)
})
