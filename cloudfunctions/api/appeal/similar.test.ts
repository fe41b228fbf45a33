import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const here = { longitude: 123.43, latitude: 41.8 }
const hour = 3_600_000
let cloud: TestCloud
let rider: Phone
let passerBy: Phone
let id: string
let first: Appeal

const snap = { kind: 'snap', category: 'fireLane', area: kaixuan, trade: 'delivery' } as const
const asked = { category: 'fireLane', position: here } as const

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  passerBy = cloud.phone('o-passer-by')
  await passerBy.personId()
  const photos = [await rider.photo()]
  id = (
    await rider.call('appeal.submit', { ...snap, photos, position: here, text: '堵死了，我电话 13812345678' })
  ).id
  await cloud.passed()
  const { appeals } = await import('../../store/appeals.ts')
  const stored = await appeals.get(id)
  if (!stored) throw new Error('the snap is not there')
  first = stored
  // What must not be found: old, ended, said to be done, of another category or kind, elsewhere; and much of each.
  const elsewhere = { ...first.place, point: { ...here, latitude: 42.8 }, cell: 'wxrtb1' }
  const unlike: Partial<Appeal>[] = [
    { createdAt: first.createdAt - 25 * hour },
    { working: false, open: false, state: 'closed' },
    { working: false, state: 'resolved' },
    { category: 'obstruction' },
    { kind: 'request' },
    { place: elsewhere },
  ]
  const crowd = Array.from({ length: 1200 }, (_, index): Appeal => {
    const createdAt = first.createdAt + index
    return { ...first, createdAt, ...unlike[index % unlike.length], _id: `crowd-${index}` }
  })
  for (let start = 0; start < crowd.length; start += 200)
    await appeals.add(...crowd.slice(start, start + 200))
}, 120_000)
afterAll(() => cloud.close())

describe('similar snaps near by', () => {
  it('are found among many others, with three wire requests along one index', async () => {
    const envelope = { action: 'appeal.similar', input: asked }
    const { value, meter } = await cloud.local.measure('api', envelope, { openid: 'o-passer-by' })
    expect(value).toMatchObject({ ok: true, data: { snaps: [{ id }] } })
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
    expect(meter.examined).toBeLessThanOrEqual(5)
    expect(meter.indexes).toEqual(expect.arrayContaining([expect.stringContaining('similar')]))
  })

  it('say what it is, how far, how old and who many saw it, and nothing of who sent it', async () => {
    const { snaps } = await passerBy.call('appeal.similar', asked)
    expect(snaps).toEqual([
      {
        id,
        title: expect.stringContaining('堵死了'),
        state: 'dispatched',
        createdAt: first.createdAt,
        photo: expect.stringMatching(/^cloud:.*\/photos\/[0-9a-f]{32}\.jpg$/),
        metres: 0,
        seen: 1,
        mine: false,
        supported: false,
      },
    ])
    const said = JSON.stringify(snaps)
    expect(said).not.toContain('13812345678')
    expect(said.replace(snaps[0]?.photo ?? '', '')).not.toContain(await rider.personId())
  })

  it('say whose it is, and who said that they saw it', async () => {
    expect((await rider.call('appeal.similar', asked)).snaps).toMatchObject([{ mine: true }])
    await passerBy.call('appeal.support', { id })
    expect((await passerBy.call('appeal.similar', asked)).snaps).toMatchObject([
      { mine: false, supported: true, seen: 2 },
    ])
  })

  it('are not asked for with what is no position or no category', async () => {
    const refused = async (input: object) => (await passerBy.refused('appeal.similar', input)).code
    expect(await refused({ ...asked, position: { longitude: 2, latitude: 48 } })).toBe('FIELD_INVALID')
    expect(await refused({ ...asked, position: undefined })).toBe('FIELD_INVALID')
    expect(await refused({ ...asked, category: 'rain' })).toBe('FIELD_INVALID')
  })

  it('take no snap whose position is nowhere, and store nothing of it', async () => {
    const before = (await rider.call('appeal.mine', {})).rows.length
    const input = { ...snap, text: '堵了', position: { longitude: 500, latitude: 41.8 } }
    expect((await rider.refused('appeal.submit', input)).code).toBe('FIELD_INVALID')
    expect((await rider.call('appeal.mine', {})).rows).toHaveLength(before)
  })
})

describe('the position', () => {
  it('is exact for who has it and rounded for who stands above', async () => {
    const position = { longitude: 123.430_47, latitude: 41.800_38 }
    const { id } = await rider.call('appeal.submit', { ...snap, text: '堵了', position })
    const worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
    const above = await cloud.staff({
      openid: 'o-above',
      role: 'supervisor',
      organisationId: '210103-newSectorCommittee',
    })
    expect((await rider.call('appeal.view', { id })).point).toEqual(position)
    expect((await worker.call('appeal.view', { id })).point).toEqual(position)
    expect((await above.call('appeal.view', { id })).point).toEqual({ longitude: 123.43, latitude: 41.8 })
  })
})
