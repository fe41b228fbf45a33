import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { faultOf } from '../../domain/appeal/verify.ts'
import { breaksOfTimer } from '../../tests/support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const committee = '210103-newSectorCommittee'
const trade = '210103-tradeCommittee-delivery'
const day = 86_400_000
let cloud: TestCloud
let rider: Phone
let worker: Phone
let supervisor: Phone
let start: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  supervisor = await cloud.staff({ openid: 'o-supervisor', role: 'supervisor', organisationId: committee })
  await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: trade })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const store = async () => (await import('../store/appeals.ts')).appeals
const stored = async (id: string): Promise<Appeal> => {
  const appeal = await (await store()).get(id)
  if (!appeal) throw new Error('it is not there')
  return appeal
}
const tick = () => cloud.local.trigger('clock') as Promise<{ looked: number; left: boolean }>
const submit = async (text = '北门晚上九点就锁', over = {}) =>
  (
    await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text,
      area: kaixuan,
      trade: 'delivery',
      ...over,
    })
  ).id

/** Lets time pass for one appeal: all its clocks are as many milliseconds further on. */
async function age(id: string, by: number): Promise<void> {
  const {
    acceptFrom,
    acceptBy,
    resolveFrom,
    resolveBy = 0,
    resolvedAt,
    endedAt,
    suspensions,
  } = await stored(id)
  const until = suspensions.until
  await (await store()).update(
    { _id: id },
    {
      acceptFrom: acceptFrom - by,
      acceptBy: acceptBy - by,
      resolveFrom: resolveFrom - by,
      resolveBy: resolveBy - by,
      tickAt: Date.now() - 1,
      ...(resolvedAt !== null && { resolvedAt: resolvedAt - by }),
      ...(endedAt !== null && { endedAt: endedAt - by }),
      ...(until !== null && { 'suspensions.until': until - by }),
    },
  )
}
const inbox = async (phone: Phone) => (await phone.call('notice.list', {})).rows.map(({ head }) => head)
const actions = async (id: string) => (await stored(id)).events.map(({ action }) => action)

describe('the timer', () => {
  it('is nobody else: who calls it by name is refused', async () => {
    const id = await submit()
    await age(id, 10 * day)
    expect(await cloud.local.call('clock', {}, { openid: 'o-rider' })).toEqual({ refused: true })
    expect(await actions(id)).toEqual(['submit'])
  })

  it('leaves alone what is not due, and has nothing to do the second time', async () => {
    const id = await submit()
    expect(await tick()).toEqual({ looked: 1, left: false })
    expect(await tick()).toEqual({ looked: 0, left: false })
    const { tickAt, outbox, acceptBy } = await stored(id)
    expect(outbox).toEqual([])
    expect(tickAt).toBeLessThan(acceptBy)
  })

  it('warns at 80 % and escalates at 100 %: each once, with a notice for each', async () => {
    const id = await submit('站台积水', { urgency: 'urgent' })
    await age(id, 25 * 60_000)
    await tick()
    await tick()
    expect(await actions(id)).toEqual(['submit', 'name', 'warn'])
    await age(id, 6 * 60_000)
    await Promise.all([tick(), tick()])
    await tick()
    expect(await actions(id)).toEqual(['submit', 'name', 'warn', 'escalate'])
    expect(await stored(id)).toMatchObject({ organisation: { id: trade }, state: 'dispatched' })
    expect(await inbox(rider)).toEqual(['升到上一级了'])
  })

  it('calls whoever settles what nobody takes, where danger waits at an organisation without anybody', async () => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 0, personId: '' }))
    const personId = await supervisor.personId()
    await supervisor.call('duty.plan', {
      version: 0,
      cover: 'always',
      weekly: weekly.map((slot) => ({ ...slot, personId })),
    })
    const id = await submit('换电柜冒烟', { urgency: 'urgent', area: '210103014004' })
    const lastStep = async () => (await supervisor.call('appeal.view', { id })).timeline[0]
    await age(id, 10 * 60_000)
    await tick()
    const { organisation, named } = await stored(id)
    expect(named).toBeNull()
    const [item] = (await supervisor.call('notice.list', {})).rows
    expect(item).toMatchObject({ head: '紧急，还没人接', about: { id, as: 'staff' } })
    expect(item?.sentence).toContain(`${organisation.name}的请马上接`)
    expect(await lastStep()).toMatchObject({ action: 'warn', called: '专员' })
    await age(id, 10 * 60_000)
    await tick()
    expect(await inbox(supervisor)).toEqual(['紧急，还没人接', '紧急，还没人接'])
    expect((await lastStep())?.nobody).toBeUndefined()
  })

  it('says in the log that there was nobody to call, where there was nobody', async () => {
    const id = await submit('换电柜冒烟', { urgency: 'urgent', area: '210103014004' })
    await age(id, 10 * 60_000)
    await tick()
    const [step] = (await supervisor.call('appeal.view', { id })).timeline
    expect(step).toMatchObject({ action: 'warn', nobody: true })
  })

  it('escalates what nobody has placed, too', async () => {
    const id = await submit()
    await worker.call('appeal.return', { id, version: 1, words: '不归我们', proposedId: '210103014' })
    await age(id, 10 * day)
    await tick()
    expect(await stored(id)).toMatchObject({
      organisation: { id: '2101-newSectorCommittee' },
      state: 'dispatched',
    })
  })

  it('catches up after days without a flood: one step and one notice an appeal', async () => {
    const ids: string[] = []
    for (let index = 0; index < 15; index += 1) ids.push(await submit(`第 ${index} 件`))
    for (const id of ids) await age(id, 20 * day)
    await tick()
    for (const id of ids) expect(await actions(id)).toEqual(['submit', 'escalate'])
    const { rows } = await rider.call('notice.list', {})
    expect(rows).toHaveLength(ids.length)
    expect(new Set(rows.map(({ about }) => about.id)).size).toBe(ids.length)
  })

  it.each(['refuse', 'lose', 'kill', 'kill-after'] as const)(
    'broken off anywhere by %s, the next run ends the same',
    async (kind) => {
      const id = await submit('站台积水', { urgency: 'urgent' })
      await age(id, 40 * 60_000)
      const before = await cloud.local.dump()
      await tick()
      const breaks = breaksOfTimer(cloud)
      const wanted = await outcomeOf(id)
      for (const at of breaks(kind)) {
        await cloud.local.restore(before)
        const timerFails = cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }])
        await timerFails.catch(() => undefined)
        await cloud.local.endTransactions()
        // What failed is put off for ten minutes; they have passed.
        await (await store()).update({ _id: id }, { tickAt: Date.now() - 1 })
        await tick()
        expect(await outcomeOf(id), `at request ${at}`).toEqual(wanted)
      }
    },
    60_000,
  )

  it('one that fails does not stand in the way of the others', async () => {
    const bad = await submit('坏的')
    const good = await submit('好的')
    await age(bad, 20 * day)
    await age(good, 20 * day)
    await (await store()).update({ _id: bad }, { assistants: 'nonsense', tickAt: 1 })
    await tick()
    expect(await actions(good)).toEqual(['submit', 'escalate'])
    expect(await actions(bad)).toEqual(['submit'])
  })

  it('goes on with what is suspended on its day', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.suspend', { id, version: 2, until: Date.now() + 6 * day, words: '等物业' })
    await age(id, 7 * day)
    await tick()
    expect(await stored(id)).toMatchObject({ state: 'accepted', suspensions: { until: null, count: 1 } })
    expect(await inbox(worker)).toContain('挂起到期了')
  })

  it('closes without an answer after ten days, and calls somebody to ask after three', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id, version: 2, words: '开了小门' })
    await age(id, 3 * day)
    await tick()
    expect(await inbox(rider)).toContain('没联系上您')
    await age(id, 7 * day)
    await tick()
    expect(await stored(id)).toMatchObject({ state: 'closed', outcome: 'silent' })
    expect(await inbox(rider)).toContain('销号了')
  })

  it('lets children end with their parent; when its person withdraws it, they go on', async () => {
    const parent = await submit('北门锁了')
    const child = await submit('北门又锁了')
    const other = await submit('北门还锁着')
    for (const id of [child, other])
      await supervisor.call('appeal.merge', { id, version: 1, parentId: parent, words: '同一件' })
    const { version } = await stored(parent)
    expect((await stored(parent)).children).toBe(2)
    await rider.call('appeal.withdraw', { id: parent, version })
    await tick()
    for (const id of [child, other]) {
      expect(await stored(id)).toMatchObject({ state: 'dispatched', parent: null })
      expect(faultOf(await stored(id))).toBeUndefined()
    }
    await supervisor.call('appeal.merge', { id: other, version: 3, parentId: child })
    await worker.call('appeal.accept', { id: child, version: 5 })
    await worker.call('appeal.resolve', { id: child, version: 6, words: '开了小门' })
    await rider.call('appeal.confirm', { id: child, version: 7, answer: 'satisfied' })
    await tick()
    expect(await stored(other)).toMatchObject({ state: 'closed', outcome: 'solved' })
  })

  it('of those that were merged, one that is reopened goes on by itself, and the other can follow anew', async () => {
    const parent = await submit('北门锁了')
    const child = await submit('北门又锁了')
    await supervisor.call('appeal.merge', { id: child, version: 1, parentId: parent })
    await worker.call('appeal.accept', { id: parent, version: 2 })
    await worker.call('appeal.resolve', { id: parent, version: 3, words: '开了小门' })
    await rider.call('appeal.confirm', { id: parent, version: 4, answer: 'satisfied' })
    await tick()
    expect(await stored(child)).toMatchObject({ state: 'closed', lastNote: '开了小门' })
    await rider.call('appeal.reopen', { id: child, version: 3, words: '昨晚还锁着' })
    expect(await stored(child)).toMatchObject({ state: 'dispatched', parent: null })
    await rider.call('appeal.reopen', { id: parent, version: 5, words: '我也是' })
    expect(await stored(parent)).toMatchObject({ state: 'dispatched', children: 0 })
    const district = await cloud.staff({ openid: 'o-trade', role: 'secretary', organisationId: committee })
    await district.call('appeal.merge', { id: parent, version: 6, parentId: child })
    for (const id of [parent, child]) expect(faultOf(await stored(id))).toBeUndefined()
  })

  it('tells nothing to who is gone, whatever they were in it', async () => {
    const passerBy = cloud.phone('o-passer-by')
    const leaver = await cloud.staff({ openid: 'o-leaver', role: 'gridWorker', organisationId: kaixuan })
    const gone = await Promise.all([rider, passerBy, leaver].map((phone) => phone.personId()))
    const id = await submit('车堵了门', { kind: 'snap', category: 'fireLane' })
    await passerBy.call('appeal.support', { id })
    await leaver.call('appeal.accept', { id, version: 1 })
    await cloud.rest('o-rider')
    for (const phone of [rider, passerBy, cloud.phone('o-leaver')])
      await phone.call('personalData.delete', {})
    const { notices } = await import('../store/notices.ts')
    const told = () => notices.count({ personId: gone[0] ?? '' })
    await supervisor.call('appeal.escalate', { id, version: 3, words: '没人管' })
    // Who asked is known to be gone at once; of the others the timer knows.
    expect(await told()).toBe(0)
    await tick()
    await age(id, 30 * day)
    await tick()
    const { command } = await import('../store/collection.ts')
    expect(await notices.count({ personId: command.in(gone) })).toBe(0)
    expect((await stored(id)).outbox).toEqual([])
  })

  it('forgets the person a year after the end, and the log stands', async () => {
    const fileId = await rider.voice()
    const id = await submit('我是小李，打我 13800138000', { voice: { fileId, seconds: 5 } })
    await rider.call('appeal.withdraw', { id, version: 1, words: '小李不办了' })
    await age(id, 366 * day)
    await tick()
    const gone = await stored(id)
    expect(JSON.stringify(gone)).not.toMatch(/13800138000|小李不办了/)
    expect(gone.reporterId).toBe('')
    const heard = await fetch(`${cloud.local.url}/stored?id=${encodeURIComponent(fileId)}`)
    expect(heard.status).toBe(404)
    expect((await rider.call('appeal.mine', {})).rows).toEqual([])
    const { verifyLog } = await import('../../domain/appeal/log.ts')
    expect(verifyLog(gone.events)).toBe(true)
  })
})

describe('whom an organisation names', () => {
  it('who has least to do, as the timer has counted; who finishes has less again', async () => {
    await cloud.staff({ openid: 'o-second', role: 'gridWorker', organisationId: kaixuan })
    const second = cloud.phone('o-second', `gridWorker-${kaixuan}`)
    // The first one that comes finds nobody known, until the timer looks.
    const first = await submit('第一件')
    expect((await stored(first)).named).toBeNull()
    await tick()
    await worker.call('appeal.accept', { id: first, version: 1 })
    await tick()
    const named = (await stored(await submit('第二件'))).named
    expect(named?.personId).toBe(await second.personId())
    await tick()
    // Both have one now; urgent work weighs more.
    const urgent = await submit('冒烟了', { urgency: 'urgent' })
    const who = (await stored(urgent)).named?.personId
    await tick()
    const next = (await stored(await submit('第四件'))).named?.personId
    expect(next).not.toBe(who)
    expect(await weights()).toMatchObject({ [await worker.personId()]: expect.any(Number) })
  })

  it('counts a share of work once, however often the timer is broken off', async () => {
    await tick()
    const id = await submit()
    await tick()
    await worker.call('appeal.accept', { id, version: 1 })
    for (let at = 1; at <= 8; at += 1) {
      await cloud.local
        .trigger('clock', undefined, [{ kind: 'kill-after', at, milliseconds: 5 }])
        .catch(() => undefined)
      await cloud.local.endTransactions()
      await (await store()).update({ _id: id }, { tickAt: Date.now() - 1 })
    }
    await tick()
    expect(await weights()).toEqual({ [await worker.personId()]: 1 })
    await worker.call('appeal.resolve', { id, version: 3, words: '开了小门' })
    await tick()
    expect(await weights()).toEqual({ [await worker.personId()]: 0 })
  })

  it('is told', async () => {
    await submit()
    await tick()
    await submit('又一件', { urgency: 'urgent' })
    await tick()
    expect(await inbox(worker)).toEqual(['紧急，请马上接', '派给您一件'])
  })
})

async function weights(): Promise<Record<string, number>> {
  const { rotas } = await import('../store/rotas.ts')
  const load = (await rotas.get(kaixuan))?.load
  return Object.fromEntries(Object.entries(load?.people ?? {}).map(([id, { weight }]) => [id, weight]))
}

async function outcomeOf(id: string) {
  const { state, organisation, outbox, loaded, version, events } = await stored(id)
  const notices = (await cloud.local.dump()).notices?.length
  return {
    state,
    organisation,
    outbox,
    loaded,
    version,
    actions: events.map(({ action }) => action),
    notices,
  }
}
