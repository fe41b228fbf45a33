import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const street = '210103014'
let cloud: TestCloud
let city: Phone
let district: Phone
let other: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210105'] })
  const administrator = (organisationId: string) =>
    cloud.staff({ openid: `o-admin-${organisationId}`, role: 'administrator', organisationId })
  city = await administrator('2101')
  district = await administrator('210103')
  other = await administrator('210105')
}, 60_000)
afterAll(() => cloud.close())

const fresh = async (name: string, parentId = street) =>
  (await city.call('organisation.create', { parentId, name, kind: 'community' })).id
const invite = async (organisationId: string) =>
  (await city.call('invitation.create', { organisationId, role: 'clerk' })).token
const dump = async () => {
  const { audit: _, ...rest } = await cloud.local.dump()
  return rest
}

async function submitAt(area: string, openid = 'o-rider') {
  await cloud.rest(openid)
  return cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area,
    trade: 'delivery',
  })
}

describe('merging', () => {
  it('two communities: open and closed appeals and people go over, nothing is lost', async () => {
    const former = await fresh('并入社区')
    const heir = await fresh('承接社区')
    const worker = await cloud.staff({ openid: 'o-merged', role: 'gridWorker', organisationId: former })
    const open: string[] = []
    for (let index = 0; index < 60; index += 1) open.push((await submitAt(former)).id)
    const [finished = '', accepted = ''] = open
    for (const id of [finished, accepted]) await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id: finished, version: 2, words: '好了' })
    await cloud.phone('o-rider').call('appeal.confirm', { id: finished, version: 3, answer: 'satisfied' })
    const before = await cloud.phone('o-rider').call('appeal.view', { id: accepted })

    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    const view = await city.call('organisation.view', { id: former })
    expect(view).toMatchObject({
      active: false,
      mergedInto: { id: heir, name: '承接社区' },
      unsettled: { why: 'merge', done: 0, total: 61 },
    })
    expect(await city.refused('organisation.open', { ids: [] })).toMatchObject({ code: 'FIELD_INVALID' })
    expect((await city.call('organisation.open', { ids: [former] })).results[0]?.message).toContain(
      '已经并入',
    )
    // The first batch, broken off; another administrator goes on.
    expect(await city.call('organisation.settle', { id: former })).toMatchObject({
      moved: 50,
      left: true,
      done: 50,
      total: 61,
    })
    expect(await district.call('organisation.settle', { id: former })).toMatchObject({
      moved: 11,
      left: false,
    })
    expect(await city.call('organisation.settle', { id: former })).toEqual({
      moved: 0,
      left: false,
      done: 0,
      total: 0,
    })

    const again = cloud.phone('o-merged', `gridWorker-${former}`)
    expect((await again.call('person.me', {})).hats.map((hat) => hat.organisation.name)).toEqual(['承接社区'])
    expect((await again.call('appeal.counts', {})).all).toBe(59)
    const done = await again.call('appeal.work', { filter: 'done' })
    expect(done.rows.map(({ id }) => id)).toEqual([finished])
    const seen = await cloud.phone('o-rider').call('appeal.view', { id: accepted })
    expect(seen).toMatchObject({
      state: 'accepted',
      acceptBy: before.acceptBy,
      resolveBy: before.resolveBy,
      updatedAt: before.updatedAt,
    })
    expect(seen.timeline[0]).toMatchObject({
      action: 'inherit',
      words: '并入社区并入承接社区，由承接社区承接',
    })
    await again.call('appeal.resolve', { id: accepted, version: seen.version, words: '接着办完了' })
    // A phone that remembers the former community reaches the heir.
    expect((await submitAt(former)).organisation).toEqual({ id: heir, name: '承接社区' })
    const { appeals } = await import('../../store/appeals.ts')
    expect(await appeals.count({ 'organisation.id': former })).toBe(0)
    const { verifyLog } = await import('../../../domain/appeal/log.ts')
    expect(verifyLog((await appeals.get(accepted))?.events ?? [])).toBe(true)
  }, 60_000)

  it('lets the former’s rota go, and leaves the heir’s as it is', async () => {
    const former = await fresh('旧班社区')
    const heir = await fresh('新班社区')
    const { rotas } = await import('../../store/rotas.ts')
    for (const id of [former, heir]) {
      const secretary = await cloud.staff({ openid: `o-on-${id}`, role: 'secretary', organisationId: id })
      const slot = { weekday: 1, from: 0, to: 0, personId: await secretary.personId() }
      await secretary.call('duty.plan', { version: 0, cover: 'none', weekly: [slot] })
    }
    const before = await rotas.get(heir)
    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    await city.call('organisation.settle', { id: former })
    expect(await rotas.get(former)).toBeUndefined()
    expect(await rotas.get(heir)).toEqual(before)
    expect(before?.weekly).toHaveLength(1)
    const moved = cloud.phone(`o-on-${former}`, `secretary-${former}`)
    expect((await moved.call('duty.rota', {})).weekly).toHaveLength(1)
  })

  it('those who registered with the former are registered with the heir', async () => {
    const [former, heir] = [await fresh('报到甲社区'), await fresh('报到乙社区')]
    const rider = cloud.phone('o-registered')
    const registration = {
      nickname: '老王',
      trade: 'delivery',
      communityId: former,
      consentVersion: 1,
    } as const
    await rider.call('person.register', registration)
    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    await city.call('organisation.settle', { id: former })
    expect((await rider.call('person.me', {})).community).toEqual({ id: heir, name: '报到乙社区' })
  })

  it('takes back the former’s invitations', async () => {
    const former = await fresh('旧邀社区')
    const heirId = await fresh('新邀社区')
    const [gone, kept] = [await invite(former), await invite(heirId)]
    await city.call('organisation.merge', { id: former, version: 1, heirId })
    await city.call('organisation.settle', { id: former })
    const guest = cloud.phone('o-guest')
    expect(await guest.call('invitation.view', { token: gone })).toMatchObject({ state: 'revoked' })
    expect(await guest.refused('invitation.accept', { token: gone })).toMatchObject({
      code: 'INVITATION_OVER',
    })
    expect(await guest.call('invitation.view', { token: kept })).toMatchObject({ state: 'open' })
  })

  it.each([
    ['itself', (id: string) => id, 'MERGE_SELF'],
    ['another kind', () => street, 'MERGE_KINDS'],
    ['what is not there', () => 'nothing', 'ORGANISATION_NOT_FOUND'],
  ])('refuses %s', async (_, heirOf, code) => {
    const id = await fresh(`拒并社区${code}`)
    const before = await dump()
    expect(await city.refused('organisation.merge', { id, version: 1, heirId: heirOf(id) })).toMatchObject({
      code,
    })
    expect(await dump()).toEqual(before)
  })

  it('needs rights on both ends', async () => {
    const heirId = (await city.call('organisation.list', { text: '皇姑区' })).rows.find(
      ({ kind }) => kind === 'district',
    )?.id
    expect(await district.refused('organisation.merge', { id: '210103', version: 1, heirId })).toMatchObject({
      code: 'NOT_YOURS',
    })
  })
})

describe('moving a street to another district', () => {
  it('takes its communities and their appeals along, in batches that anybody may go on with', async () => {
    const moving = (
      await city.call('organisation.create', { parentId: '210103', name: '搬家街道', kind: 'street' })
    ).id
    const communities: string[] = []
    for (let index = 0; index < 3; index += 1) communities.push(await fresh(`搬家${index}社区`, moving))
    const [first = ''] = communities
    const tokens = [await invite(moving), await invite(first)]
    const sent: string[] = []
    for (let index = 0; index < 55; index += 1) sent.push((await submitAt(first)).id)
    await city.call('organisation.move', { id: moving, version: 1, parentId: '210105' })
    expect(
      await city.refused('organisation.move', { id: moving, version: 2, parentId: '210103' }),
    ).toMatchObject({
      code: 'UNSETTLED',
    })
    expect(
      await city.refused('organisation.create', { parentId: first, name: '新队', kind: 'team' }),
    ).toMatchObject({ code: 'UNSETTLED' })
    expect(await city.call('organisation.settle', { id: moving })).toMatchObject({ left: true })
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: moving })).left

    for (const id of communities)
      expect(await city.call('organisation.view', { id })).toMatchObject({
        location: '皇姑区 · 搬家街道',
        path: [{ name: '沈阳市' }, { name: '皇姑区' }, { name: '搬家街道' }],
      })
    expect(await city.call('organisation.view', { id: moving })).not.toHaveProperty('unsettled')
    // Those who have it now take its invitations back, and those who had it can't.
    for (const token of tokens) {
      expect(await district.refused('invitation.revoke', { token })).toMatchObject({ code: 'NOT_YOURS' })
      await other.call('invitation.revoke', { token })
    }
    const { appeals } = await import('../../store/appeals.ts')
    for (const id of sent) {
      const { organisation, events } = (await appeals.get(id)) ?? {}
      expect(organisation).toMatchObject({
        id: first,
        ancestors: [moving, '210105', '2101'],
        catchAllId: '210105-newSectorCommittee',
      })
      expect(events).toHaveLength(1)
    }
  }, 60_000)

  it.each([
    ['a district below a community', '210103', kaixuan, 'NOT_MOVABLE'],
    ['under itself', street, street, 'BELOW_ITSELF'],
    ['where it is', street, '210103', 'ALREADY_THERE'],
    ['under a community', street, '210105001002', 'KIND_MISPLACED'],
  ])('refuses to put it, %s', async (_, id, parentId, code) => {
    const { version } = await city.call('organisation.view', { id })
    const before = await dump()
    expect(await city.refused('organisation.move', { id, version, parentId })).toMatchObject({ code })
    expect(await dump()).toEqual(before)
  })
})
