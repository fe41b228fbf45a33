import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
let cloud: TestCloud
let rider: Phone
let worker: Phone
let secretary: Phone
let start: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

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
const plan: Input<'meeting.create'> = {
  kind: 'joint',
  at: Date.now() + hour,
  where: '二楼会议室',
  participants: ['沈河区城管'],
}
const decision = { words: '北门开到 23:00', by: Date.now() + 100 * hour, organisation: '凯旋社区' }

describe('a meeting', () => {
  it('from the drafted agenda to what its appeals say', async () => {
    const [first, again, other] = [
      await submit(),
      await submit({ text: '北门还锁着' }),
      await submit({ text: '停车被贴条', category: 'parking' }),
    ]
    await worker.call('appeal.accept', { id: again, version: 1 })
    const { items } = await secretary.call('meeting.draft', {})
    expect(items.map(({ id }) => id).sort()).toEqual([first, again].sort())
    const { id } = await secretary.call('meeting.create', {
      ...plan,
      appealIds: items.map((item) => item.id),
    })
    await secretary.call('meeting.agenda', { id, version: 1, appealIds: [other, first, again] })
    await secretary.call('meeting.minutes', { id, appealId: first, decision })
    await secretary.call('meeting.minutes', {
      id,
      appealId: again,
      decision: { ...decision, internal: true },
    })
    const { raised } = await secretary.call('meeting.raise', {
      id,
      area: kaixuan,
      items: [
        { text: '路灯坏了一排', category: 'facilityDamage', trade: 'delivery' },
        { text: '没地方充电', category: 'charging', trade: 'express' },
      ],
    })
    expect(await worker.call('appeal.view', { id: raised[0]?.id ?? '' })).toMatchObject({
      channel: 'meeting',
      filed: { by: '凯旋社区 · 书记' },
    })
    const view = await secretary.call('meeting.view', { id })
    expect(view.items.map((item) => item.why)).toEqual([['added'], ['repeated'], ['repeated']])
    await secretary.call('meeting.finish', { id, version: view.version })
    const seen = await rider.call('appeal.view', { id: first })
    expect(seen.timeline[0]).toMatchObject({ action: 'decide', actor: '凯旋社区 · 书记' })
    expect(seen.timeline[0]?.words).toMatch(/^联席会议定了：北门开到 23:00。凯旋社区办，/)
    // What is for the handlers only the person does not see.
    expect((await rider.call('appeal.view', { id: again })).timeline[0]?.action).toBe('accept')
    expect((await worker.call('appeal.view', { id: again })).timeline[0]?.action).toBe('decide')
    expect((await rider.call('appeal.view', { id: other })).timeline[0]?.action).toBe('submit')
    await cloud.local.trigger('clock')
    expect((await rider.call('notice.list', {})).rows.map(({ head }) => head)).toContain('会上定下来了')
    expect(await secretary.call('meeting.list', { state: 'done' })).toMatchObject({
      rows: [{ id, decided: 2, items: 3, raised: 2 }],
    })
  })

  it('says of what had ended meanwhile that its decision was not written back', async () => {
    const [stays, ends] = [await submit(), await submit()]
    const { id } = await secretary.call('meeting.create', { ...plan, appealIds: [stays, ends] })
    for (const appealId of [stays, ends]) await secretary.call('meeting.minutes', { id, appealId, decision })
    await rider.call('appeal.withdraw', { id: ends, version: 1 })
    await secretary.call('meeting.finish', { id, version: 3 })
    const { items } = await secretary.call('meeting.view', { id })
    expect(items.map(({ id, missed = false }) => [id, missed])).toEqual([
      [stays, false],
      [ends, true],
    ])
  })

  it('what was raised is entered once, however often the phone asks', async () => {
    const { id } = await secretary.call('meeting.create', plan)
    const items = [
      { text: '路灯坏了一排', category: 'facilityDamage' as const, trade: 'delivery' as const },
      { text: '没地方充电', category: 'charging' as const, trade: 'express' as const },
    ]
    const requestId = 'raise-again-1'
    const ask = () => secretary.call('meeting.raise', { id, area: kaixuan, items }, requestId)
    // Two at once, as when the first answer seems lost.
    const [first, second] = await Promise.all([ask(), ask()])
    expect(second).toEqual(first)
    expect(await ask()).toEqual(first)
    expect((await secretary.call('filing.list', {})).rows).toHaveLength(2)
    expect((await secretary.call('meeting.view', { id })).raised).toEqual(first.raised)
  })

  it('the timer writes back what was left, each once, wherever it is broken off', async () => {
    const ids = [await submit(), await submit(), await submit()]
    const { id } = await secretary.call('meeting.create', { ...plan, appealIds: ids })
    for (const appealId of ids) await secretary.call('meeting.minutes', { id, appealId, decision })
    const { meetings, saveMeeting } = await import('../../store/meetings.ts')
    const { finish } = await import('../../../domain/meeting/decisions.ts')
    const meeting = await meetings.get(id)
    if (!meeting) throw new Error('it is not there')
    const caller = { personId: await secretary.personId(), hat: undefined }
    const finished = finish(meeting, { caller, now: Date.now(), key: 'k' })
    const before = await cloud.local.dump()
    const { appeals } = await import('../../store/appeals.ts')
    for (let at = 1; at <= 8; at += 1) {
      await cloud.local.restore(before)
      await saveMeeting(meeting, finished)
      await cloud.local
        .trigger('clock', undefined, [{ kind: 'kill-after', at, milliseconds: 5 }])
        .catch(() => undefined)
      await cloud.local.endTransactions()
      await cloud.local.trigger('clock')
      for (const each of ids)
        expect((await appeals.get(each))?.events.map(({ action }) => action)).toEqual([
          'submit',
          'decide',
          'name',
        ])
      expect((await meetings.get(id))?.items.every(({ written }) => written)).toBe(true)
    }
  }, 60_000)
})

describe('what bad input gets', () => {
  it.each([
    ['no place', 'meeting.create', { ...plan, where: '' }, 'TEXT_EMPTY'],
    ['a kind that is none', 'meeting.create', { ...plan, kind: 'party' }, 'FIELD_INVALID'],
    ['an appeal that is not there', 'meeting.create', { ...plan, appealIds: ['x'] }, 'APPEAL_NOT_FOUND'],
    ['too many items', 'meeting.create', { ...plan, appealIds: Array(41).fill('x') }, 'TOO_MANY_AT_ONCE'],
    ['a meeting that is not there', 'meeting.finish', { id: 'x', version: 1 }, 'MEETING_NOT_FOUND'],
  ] as const)('%s', async (_, action, input, code) => {
    expect(await secretary.refused(action, input)).toMatchObject({ code })
    expect((await cloud.local.dump()).meetings ?? []).toEqual([])
  })

  it('what is confidential is not for a room', async () => {
    const committee = '210103-tradeCommittee-delivery'
    const officer = await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: committee })
    const food = await submit({ kind: 'snap', category: 'foodSafety', text: '后厨有老鼠' })
    expect(await officer.refused('meeting.create', { ...plan, appealIds: [food] })).toMatchObject({
      code: 'NOT_FOR_A_ROOM',
    })
    expect(JSON.stringify((await cloud.local.dump()).meetings ?? [])).toBe('[]')
  })

  it('a day that is past, an old sight, a meeting that is over: nothing is filed or written', async () => {
    const appealId = await submit()
    const { id } = await secretary.call('meeting.create', { ...plan, appealIds: [appealId] })
    const past = { ...decision, by: Date.now() - hour }
    expect(await secretary.refused('meeting.minutes', { id, appealId, decision: past })).toMatchObject({
      code: 'DAY_PAST',
    })
    await secretary.call('meeting.agenda', { id, version: 1, appealIds: [] })
    expect(await secretary.refused('meeting.agenda', { id, version: 1, appealIds: [] })).toMatchObject({
      code: 'MEETING_STALE',
    })
    await secretary.call('meeting.finish', { id, version: 2 })
    const count = (await cloud.local.dump()).appeals?.length
    const items = [{ text: '路灯坏了', category: 'other', trade: 'other' }]
    expect(await secretary.refused('meeting.raise', { id, area: kaixuan, items })).toMatchObject({
      code: 'MEETING_DONE',
    })
    expect((await cloud.local.dump()).appeals?.length).toBe(count)
    expect(await worker.refused('meeting.finish', { id, version: 3 })).toMatchObject({ code: 'NOT_YOURS' })
  })
})
