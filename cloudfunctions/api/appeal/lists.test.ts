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

  it('include committees when a dispatcher searches', async () => {
    const { places } = await worker.call('place.search', { text: '网约配送', among: 'organisations' })
    expect(places.map(({ name }) => name).sort()).toEqual([
      '沈河区网约配送行业党委',
      '沈阳市网约配送行业党委',
    ])
  })
})
