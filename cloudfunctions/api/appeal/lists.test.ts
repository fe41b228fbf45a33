import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../../domain/appeal/limits.ts'
import type { AppealRow } from '../../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const total = 2 * limits.page + 5
let cloud: TestCloud
let rider: Phone
let worker: Phone
const sent: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  for (let index = 0; index < total; index += 1) {
    if (index % 10 === 0) await cloud.rest('o-rider')
    const urgency = index % 7 === 3 ? 'high' : 'normal'
    const { id } = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: `第 ${index} 件`,
      area: kaixuan,
      trade: 'delivery',
      urgency,
    })
    sent.push(id)
  }
}, 60_000)
afterAll(() => cloud.close())

async function all(
  page: (cursor: string | undefined) => Promise<{ rows: AppealRow[]; next?: string | undefined }>,
) {
  const rows: AppealRow[] = []
  let cursor: string | undefined
  do {
    const { rows: some, next } = await page(cursor)
    rows.push(...some)
    cursor = next
  } while (cursor)
  return rows
}

describe('pages', () => {
  it('of my appeals show each once, newest first', async () => {
    const rows = await all((cursor) => rider.call('appeal.mine', { ...(cursor && { cursor }) }))
    expect(rows.map(({ id }) => id)).toEqual([...sent].reverse())
  })

  it('of the work list show each once, what is due first on top', async () => {
    const rows = await all((cursor) => worker.call('appeal.work', { ...(cursor && { cursor }) }))
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(sent))
    const due = rows.map(({ acceptBy }) => acceptBy)
    expect(due).toEqual([...due].sort((a, b) => a - b))
  })

  it('do not lose or repeat equals: a page may end among many with one due time', async () => {
    // Out of working hours all are due at the same moment; the ids tell them apart.
    const { appeals } = await import('../../store/appeals.ts')
    await appeals.update({ 'organisation.id': kaixuan }, { dueAt: 1 })
    const rows = await all((cursor) =>
      worker.call('appeal.work', { filter: 'late', ...(cursor && { cursor }) }),
    )
    expect(rows.map(({ id }) => id)).toEqual([...sent].sort())
  })

  it('count what waits', async () => {
    expect(await worker.call('appeal.counts', {})).toEqual({
      all: total,
      late: total,
      today: 0,
      toAccept: total,
      atLeast: [],
    })
  })

  it('of what is done hold what went back to the person', async () => {
    const id = sent[0] ?? ''
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id, version: 2, words: '办好了' })
    expect((await worker.call('appeal.work', { filter: 'done' })).rows.map((row) => row.id)).toEqual([id])
    expect(
      (await worker.call('appeal.work', { filter: 'toAccept' })).rows.map((row) => row.id),
    ).not.toContain(id)
    expect((await rider.call('appeal.mine', { filter: 'open' })).rows).toHaveLength(limits.page)
    expect((await rider.call('appeal.mine', { filter: 'finished' })).rows).toEqual([])
  })

  it('of home put what waits for my word first', async () => {
    const { moving, more } = await rider.call('person.home', {})
    expect(moving).toHaveLength(limits.page)
    expect(more).toBe(true)
    expect((await worker.call('appeal.work', { filter: 'all' })).rows).toHaveLength(limits.page)
  })
})

describe('what else waits for staff', () => {
  const above = '210103-newSectorCommittee'
  let supervisor: Phone
  let secretary: Phone
  let workerId: string

  beforeAll(async () => {
    supervisor = await cloud.staff({ openid: 'o-supervisor', role: 'supervisor', organisationId: above })
    secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
    workerId = await worker.personId()
    const { appeals } = await import('../../store/appeals.ts')
    const { command } = await import('../../store/collection.ts')
    const stored = await appeals.find({ where: { 'organisation.id': kaixuan }, limit: 100 })
    // As many are resolved as make two pages and a bit, each at a time of its own; one has been asked about too often.
    for (const [index, { _id }] of stored.entries())
      await appeals.update(
        { _id },
        {
          state: 'resolved',
          working: false,
          resolvedAt: 1000 + Math.floor(index / 2),
          followUps: index === 0 ? limits.followUps : index % 3,
          responsible: command.set({ personId: workerId, title: '网格员' }),
          named: command.set({ personId: workerId, title: '网格员' }),
        },
      )
  }, 60_000)

  const idsOf = async (phone: Phone, filter: 'named' | 'helping' | 'followUp') =>
    (await all((cursor) => phone.call('appeal.work', { filter, ...(cursor && { cursor }) }))).map(
      ({ id }) => id,
    )

  it('those to ask about come once each, longest ago first, without those asked about often enough', async () => {
    const { appeals } = await import('../../store/appeals.ts')
    const rows = await all((cursor) =>
      supervisor.call('appeal.work', { filter: 'followUp', ...(cursor && { cursor }) }),
    )
    expect(rows).toHaveLength(total - 1)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total - 1)
    const since = rows.map(({ resolvedAt }) => resolvedAt ?? 0)
    expect(since).toEqual([...since].sort((a, b) => a - b))
    expect(rows.every(({ followUps = 9 }) => followUps < limits.followUps)).toBe(true)
    expect(await idsOf(secretary, 'followUp')).toEqual(rows.map(({ id }) => id))
    // Whoever resolved one is not the one to ask about it.
    const mine = rows[0]?.id ?? ''
    const secretaryId = await secretary.personId()
    await appeals.update({ _id: mine }, { 'responsible.personId': secretaryId })
    expect(await idsOf(secretary, 'followUp')).not.toContain(mine)
    expect(await idsOf(supervisor, 'followUp')).toContain(mine)
  })

  it('those to ask about are nobody’s who may not ask', async () => {
    expect((await worker.refused('appeal.work', { filter: 'followUp' })).code).toBe('NOT_YOURS')
  })

  it('those that I am named for are there until somebody takes them', async () => {
    await cloud.rest('o-rider')
    const { appeals } = await import('../../store/appeals.ts')
    expect(await idsOf(worker, 'named')).toEqual([])
    const waiting = sent.slice(0, limits.page + 3)
    for (const [index, id] of waiting.entries())
      await appeals.update(
        { _id: id },
        { state: index % 2 ? 'dispatched' : 'submitted', working: true, dueAt: 1000 - index },
      )
    expect(await idsOf(worker, 'named')).toEqual([...waiting].reverse())
    expect(await idsOf(secretary, 'named')).toEqual([])
    await appeals.update({ _id: waiting[0] ?? '' }, { state: 'accepted' })
    expect(await idsOf(worker, 'named')).toHaveLength(waiting.length - 1)
  })

  it('those that we help with are there until we have finished', async () => {
    const other = await cloud.staff({
      openid: 'o-other',
      role: 'gridWorker',
      organisationId: '210103014003',
    })
    const { appeals } = await import('../../store/appeals.ts')
    const [first = '', second = ''] = sent
    await appeals.update({ _id: first }, { helperIds: ['210103014003', above], working: true })
    await appeals.update({ _id: second }, { helperIds: ['210103014003'], working: false })
    expect(await idsOf(other, 'helping')).toEqual([first])
    expect(await idsOf(worker, 'helping')).toEqual([])
  })

  it.each(['named', 'helping', 'followUp'] as const)('%s looks at what it returns', async (filter) => {
    const people = { named: 'worker', helping: 'other', followUp: 'supervisor' } as const
    const hats = {
      worker: `gridWorker-${kaixuan}`,
      other: 'gridWorker-210103014003',
      supervisor: `supervisor-${above}`,
    }
    const who = people[filter]
    const ask = async (cursor?: string) => {
      const envelope = { action: 'appeal.work', input: { filter, ...(cursor && { cursor }) }, hat: hats[who] }
      const { value, meter } = await cloud.local.measure('api', envelope, { openid: `o-${who}` })
      const { data } = value as { data: { rows: unknown[]; next?: string } }
      return { ...data, examined: meter.examined, requests: meter.requests, indexes: meter.indexes }
    }
    const first = await ask()
    expect(Object.values(first.requests).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(7)
    expect(first.indexes.join()).not.toContain('scan')
    // Without the counts, which a first page brings along.
    const next = await ask(first.next ?? '[1,"a"]')
    expect(Object.values(next.requests).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
    expect(next.examined).toBeLessThanOrEqual(2 * next.rows.length + 5)
  })
})

describe('what an appeal can be merged into', () => {
  it('is open, of its kind and category, at its place, and within one’s reach', async () => {
    await cloud.rest('o-rider')
    const ask = { kind: 'request', text: '北门锁着', area: kaixuan, trade: 'delivery' } as const
    const first = await rider.call('appeal.submit', { ...ask, category: 'fireLane' })
    const second = await rider.call('appeal.submit', { ...ask, category: 'fireLane' })
    await rider.call('appeal.submit', { ...ask, category: 'training' })
    await rider.call('appeal.submit', { ...ask, kind: 'wish', category: 'fireLane' })
    const secretary = cloud.phone('o-secretary', `secretary-${kaixuan}`)
    const found = async (input: { id: string; number?: string }) =>
      (await secretary.call('appeal.mergeable', input)).appeals.map(({ id }) => id)
    expect(await found({ id: first.id })).toEqual([second.id])
    expect(await found({ id: first.id, number: second.number })).toEqual([second.id])
    expect(await found({ id: first.id, number: first.number })).toEqual([])
    expect(await found({ id: first.id, number: '0000-000000' })).toEqual([])
    await rider.call('appeal.withdraw', { id: second.id, version: 1 })
    expect(await found({ id: first.id })).toEqual([])
    expect((await worker.refused('appeal.mergeable', { id: first.id })).code).toBe('NOT_YOURS')
    expect((await secretary.refused('appeal.mergeable', { id: 'nothing' })).code).toBe('APPEAL_NOT_FOUND')
  })

  it('is found along an index, in three requests', async () => {
    const envelope = {
      action: 'appeal.mergeable',
      input: { id: sent[0] },
      hat: `secretary-${kaixuan}`,
    }
    const { meter } = await cloud.local.measure('api', envelope, { openid: 'o-secretary' })
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(meter.examined).toBeLessThanOrEqual(limits.search + 3)
    expect(meter.indexes).toContain('alike')
  })
})

describe('places', () => {
  it('are found by any part of the name, those that start with it first', async () => {
    const named = async (text: string) =>
      (await rider.call('place.search', { text })).places.map(({ name }) => name)
    expect(await named('凯旋')).toContain('凯旋社区')
    expect(await named('旋社')).toContain('凯旋社区')
    expect(await named('没有这个地方')).toEqual([])
    expect(await named('.*')).toEqual([])
    expect((await named('社区')).length).toBe(limits.search)
  })

  it('are listed from district to street to community', async () => {
    const [district] = (await rider.call('place.list', {})).places
    expect(district).toMatchObject({ id: '210103', name: '沈河区', kind: 'district' })
    const streets = (await rider.call('place.list', { parentId: '210103' })).places
    expect(streets.every(({ kind }) => kind === 'street')).toBe(true)
    const communities = (await rider.call('place.list', { parentId: '210103014' })).places
    expect(communities).toContainEqual({
      id: kaixuan,
      name: '凯旋社区',
      kind: 'community',
      location: '沈河区 · 北站街道',
    })
  })

  it('are listed with what stands beside the tree for those who hand on', async () => {
    const { places } = await worker.call('place.list', { parentId: '210103', among: 'organisations' })
    const kinds = new Set(places.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['newSectorCommittee', 'street', 'tradeCommittee'])
  })

  it('include committees when a dispatcher searches', async () => {
    const { places } = await worker.call('place.search', { text: '网约配送', among: 'organisations' })
    expect(places.map(({ name }) => name).sort()).toEqual([
      '沈河区网约配送行业党委',
      '沈阳市网约配送行业党委',
    ])
  })
})
