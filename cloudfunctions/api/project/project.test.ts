import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultOf } from '../../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const committee = '210103-newSectorCommittee'
let cloud: TestCloud
let rider: Phone
let worker: Phone
let secretary: Phone
let supervisor: Phone
let start: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  supervisor = await cloud.staff({ openid: 'o-supervisor', role: 'supervisor', organisationId: committee })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const stored = async (id: string) => {
  const { appeals } = await import('../../store/appeals.ts')
  const appeal = await appeals.get(id)
  if (!appeal) throw new Error('it is not there')
  expect(faultOf(appeal)).toBeUndefined()
  return appeal
}
const actions = async (id: string) => (await stored(id)).events.map(({ action }) => action)
const submit = async (over = {}) =>
  (
    await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
      ...over,
    })
  ).id
const plan = {
  title: '北门夜间通行',
  progress: '约了物业',
  milestones: [{ name: '装门禁', by: Date.now() + 1e9 }],
}
const tick = (fault?: Parameters<TestCloud['local']['trigger']>[2]) =>
  cloud.local.trigger('clock', undefined, fault)

describe('a project', () => {
  it('takes appeals in, is seen by their persons, and its end resolves what the lead holds', async () => {
    const dispatched = await submit()
    const accepted = await submit()
    await worker.call('appeal.accept', { id: accepted, version: 1 })
    const elsewhere = await submit({ area: '210114001016' })
    const { id } = await secretary.call('project.create', { ...plan, appealIds: [dispatched, accepted] })
    expect(await rider.call('appeal.view', { id: dispatched })).toMatchObject({
      project: { id, title: '北门夜间通行' },
    })
    expect(await rider.call('project.public', { id })).toMatchObject({ count: 2, lead: { name: '凯旋社区' } })
    expect(await secretary.refused('project.add', { id, appealIds: [elsewhere] })).toMatchObject({
      code: 'NOT_YOURS',
    })
    const view = await secretary.call('project.view', { id })
    expect(view).toMatchObject({ version: 1, count: 2, pending: 0, mayLead: true })
    expect((await secretary.call('project.appeals', { id })).rows).toHaveLength(2)
    expect((await supervisor.call('project.list', {})).rows).toMatchObject([{ id, count: 2 }])
    await secretary.call('project.progress', { id, version: 1, progress: '装好了', milestones: [] })
    expect(await secretary.refused('project.close', { id, version: 1, words: '好了' })).toMatchObject({
      code: 'PROJECT_STALE',
    })
    await secretary.call('project.close', { id, version: 2, words: '北门开到 23:00' })
    expect(await actions(dispatched)).toEqual(['submit', 'join', 'accept', 'resolve'])
    expect(await actions(accepted)).toEqual(['submit', 'accept', 'join', 'resolve'])
    expect((await stored(dispatched)).responsible?.title).toBe('书记')
    await tick()
    expect((await rider.call('notice.list', {})).rows.map(({ head }) => head)).toContain('办完了，等您一句话')
    await rider.call('appeal.confirm', { id: dispatched, version: 4, answer: 'satisfied' })
    expect((await supervisor.call('project.list', { state: 'closed' })).rows).toHaveLength(1)
  })

  it('nobody keeps it from an appeal by making up the id of its request', async () => {
    const one = await submit({ kind: 'snap', category: 'fireLane', photos: [await rider.photo()] })
    const { id } = await secretary.call('project.create', { ...plan, appealIds: [one] })
    const passerBy = cloud.phone('o-passer-by')
    await passerBy.call('appeal.support', { id: one }, `project-close-${id}`)
    await rider.call('appeal.urge', { id: one, version: 3 }, `project-close-${id}`)
    await secretary.call('project.close', {
      id,
      version: 1,
      words: '清了',
      photos: [await secretary.photo()],
    })
    expect((await stored(one)).state).toBe('resolved')
  })

  it('covers what is confidential for who may not see that very one', async () => {
    const officer = await cloud.staff({
      openid: 'o-officer',
      role: 'officer',
      organisationId: '210103-tradeCommittee-delivery',
    })
    const food = await submit({ kind: 'snap', category: 'foodSafety', text: '后厨有老鼠' })
    const { id } = await supervisor.call('project.create', { ...plan, appealIds: [food] })
    const handler = await cloud.staff({ openid: 'o-grid', role: 'gridWorker', organisationId: committee })
    const seen = (await handler.call('project.appeals', { id })).rows
    expect(seen).toMatchObject([{ id: food, title: '保密的一件', placeName: '' }])
    expect((await supervisor.call('project.appeals', { id })).rows[0]?.title).toBe('后厨有老鼠')
    expect((await officer.call('appeal.view', { id: food })).project?.id).toBe(id)
  })

  it('led from above, asks who has them to finish them', async () => {
    const one = await submit()
    await worker.call('appeal.accept', { id: one, version: 1 })
    const { id } = await supervisor.call('project.create', { ...plan, appealIds: [one] })
    await supervisor.call('project.close', { id, version: 1, words: '全区都开了' })
    expect(await actions(one)).toEqual(['submit', 'accept', 'join', 'projectDone'])
    await tick()
    const heads = (await worker.call('notice.list', {})).rows.map(({ head }) => head)
    expect(heads).toContain('治理项目办完了')
  })

  it('lets one go its own way again', async () => {
    const one = await submit()
    const { id } = await secretary.call('project.create', { ...plan, appealIds: [one] })
    await secretary.call('project.remove', { id, appealId: one })
    expect((await stored(one)).project).toBeNull()
    expect((await secretary.call('project.view', { id })).count).toBe(0)
  })

  it('finds an appeal by its number, among those that one may see', async () => {
    const one = await stored(await submit())
    const found = await secretary.call('project.find', { number: one.number })
    expect(found.found.map(({ id }) => id)).toEqual([one._id])
    const stranger = await cloud.staff({ openid: 'o-far', role: 'officer', organisationId: '210114001016' })
    expect((await stranger.call('project.find', { number: one.number })).found).toEqual([])
  })

  it('of many who add at once all are in, and two projects never share one', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => submit()))
    const { id } = await secretary.call('project.create', plan)
    await Promise.all(ids.slice(0, 4).map((each) => secretary.call('project.add', { id, appealIds: [each] })))
    expect((await secretary.call('project.view', { id })).count).toBe(4)
    // Who is later may hear at once that they are in another one already: that one is not made then.
    const both = await Promise.all(
      ['甲', '乙'].map((title) =>
        secretary.call('project.create', { ...plan, title, appealIds: ids.slice(4) }).then(
          ({ id }) => [id],
          ({ code }: { code?: string }) => {
            expect(code).toBe('IN_ANOTHER_PROJECT')
            return []
          },
        ),
      ),
    )
    await tick()
    const views = await Promise.all(both.flat().map((id) => secretary.call('project.view', { id })))
    expect(views.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    for (const each of ids) expect((await stored(each)).project).not.toBeNull()
  })
})

describe('the timer carries over what was left', () => {
  it('broken off anywhere, however often: each appeal is finished once', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => submit()))
    const { id } = await secretary.call('project.create', { ...plan, appealIds: ids })
    const { projects } = await import('../../store/projects.ts')
    const project = await projects.get(id)
    if (!project) throw new Error('it is not there')
    const { close } = await import('../../../domain/project/decisions.ts')
    const caller = { personId: await secretary.personId(), hat: (await import('../caller.ts')).hatsOf }
    const { people } = await import('../../store/people.ts')
    const person = await people.get(caller.personId)
    const closer = { personId: caller.personId, hat: person && caller.hat(person, Date.now())[0] }
    const closed = close(
      project,
      { words: '开到 23:00', photos: [] },
      { caller: closer, now: Date.now(), key: 'k' },
    )
    const before = await cloud.local.dump()
    for (let at = 1; at <= 14; at += 1) {
      await cloud.local.restore(before)
      await (await import('../../store/projects.ts')).saveProject(project, closed)
      await tick([{ kind: 'kill-after', at, milliseconds: 5 }]).catch(() => undefined)
      await cloud.local.endTransactions()
      await tick()
      await tick()
      for (const each of ids) expect(await actions(each)).toEqual(['submit', 'join', 'accept', 'resolve'])
      expect((await projects.get(id))?.members.map(({ standing }) => standing)).toEqual(
        Array(4).fill('finished'),
      )
    }
  }, 120_000)
})

describe('what bad input gets', () => {
  it.each([
    ['no title', 'project.create', { title: ' ' }, 'TEXT_EMPTY'],
    ['a title too long', 'project.create', { title: '长'.repeat(41) }, 'TEXT_TOO_LONG'],
    [
      'too many at once',
      'project.create',
      { title: '好', appealIds: Array(21).fill('a') },
      'TOO_MANY_AT_ONCE',
    ],
    ['an appeal that is not there', 'project.create', { title: '好', appealIds: ['a'] }, 'APPEAL_NOT_FOUND'],
    ['a project that is not there', 'project.add', { id: 'nothing', appealIds: ['a'] }, 'PROJECT_NOT_FOUND'],
    ['a number that is none', 'project.find', { number: '12' }, 'NUMBER_INVALID'],
    [
      'an endless list of milestones',
      'project.create',
      { title: '好', milestones: Array(13).fill({ name: '一', by: 1 }) },
      'FIELD_INVALID',
    ],
  ] as const)('%s', async (_, action, input, code) => {
    const before = (await cloud.local.dump()).projects
    expect(await secretary.refused(action, input)).toMatchObject({ code })
    expect((await cloud.local.dump()).projects).toEqual(before)
  })

  it('what has ended, and what is in another project', async () => {
    const one = await submit()
    await secretary.call('project.create', { ...plan, appealIds: [one] })
    expect(
      await secretary.refused('project.create', { ...plan, title: '又一个', appealIds: [one] }),
    ).toMatchObject({
      code: 'IN_ANOTHER_PROJECT',
    })
    const gone = await submit()
    await rider.call('appeal.withdraw', { id: gone, version: 1 })
    expect(await secretary.refused('project.create', { ...plan, appealIds: [gone] })).toMatchObject({
      code: 'PROJECT_OPEN_ONLY',
    })
    expect(await worker.refused('project.create', plan)).toMatchObject({ code: 'NOT_YOURS' })
  })
})
