import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { type Cause, reversalOf } from '../../domain/points/cause.ts'
import { newCard } from '../../domain/task/card.ts'
import type { Task } from '../../domain/task/task.ts'
import type { Dump } from '../../localcloud/start.ts'
import { appSetting } from '../../scripts/build/functions.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { causeFor, kaixuan, reconciled, register } from '../../tests/support/points.ts'

/** What a run does when others take their time: photos that can't be fetched, messages that WeChat does not answer. */

const minute = 60_000
const hour = 60 * minute
let cloud: TestCloud
let rider: Phone
let riderId: string
let worker: Phone
let supervisor: Phone
let start: Dump
/** How WeChat answers a message to somebody. */
let send: (openid: string) => unknown

beforeAll(async () => {
  vi.stubEnv('TARO_APP_TEMPLATES', appSetting('TARO_APP_TEMPLATES'))
  cloud = await startTestCloud({
    districts: ['210103'],
    openapi: {
      'subscribeMessage.send': ({ touser }: Record<string, unknown>) => send(String(touser)),
      'updatableMessage.setUpdatableMsg': () => new Promise(() => {}),
    },
  })
  rider = cloud.phone('o-rider')
  await register(rider)
  riderId = await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  supervisor = await cloud.staff({
    openid: 'o-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(async () => {
  await cloud.local.restore(start)
  send = () => ({ errcode: 0 })
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => cloud.close())

/** What is done when a photo is fetched, by its address; undefined: it is fetched. */
function fetching(answer: (url: string) => Promise<Response> | undefined): void {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, how?: RequestInit) => answer(String(url)) ?? real(url, how))
}
const unreadable = (photo: string) => (url: string) =>
  url.includes(photo.split('/').at(-1) ?? photo)
    ? Promise.resolve(new Response('', { status: 503 }))
    : undefined

const has = async () => (await rider.call('points.mine', {})).volunteer.available
/** Noon of yesterday in Beijing: by night everything is worth more. */
const noon = Math.floor((Date.now() + 8 * hour) / (24 * hour)) * 24 * hour - 20 * hour
/** The cause of work that a photo shows. */
const shown = (photo: string): Cause =>
  causeFor(riderId, { points: 2, at: noon, evidence: { photos: [photo] } })
const heads = async (phone: Phone) => (await phone.call('notice.list', {})).rows.map(({ head }) => head)

describe('a task whose payments take long', () => {
  const plan = () => ({
    title: '雪后清扫',
    kind: 'cleaning' as const,
    place: { name: '北站路台阶' },
    from: Date.now() + 10 * minute,
    to: Date.now() + 70 * minute,
    places: 2,
    points: 2,
    proof: ['photo' as const],
  })
  const store = async () => (await import('../store/tasks.ts')).tasks
  const stored = async (id: string) => (await (await store()).get(id)) as Task
  async function taskWith(causes: Task['causes'], tickAt = 0): Promise<string> {
    const { id } = await worker.call('task.create', { plan: plan(), publish: true })
    await (await store()).update({ _id: id }, { causes, tickAt })
    return id
  }
  const run = async (now: () => number, until: number) => (await import('./tasks.ts')).runTasks(now, until)
  const photos = (count: number) => Promise.all(Array.from({ length: count }, () => rider.photo()))

  it('is moved on before, so that a run that ends in the middle leaves the others first', async () => {
    const id = await taskWith([shown(await rider.photo())])
    let reached = () => {}
    const fetched = new Promise<void>((resolve) => {
      reached = resolve
    })
    let answer = (_: Response) => {}
    fetching(() => {
      reached()
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    const running = run(Date.now, Date.now() + minute)
    await fetched
    expect((await stored(id)).tickAt).toBeGreaterThan(Date.now())
    expect(await stored(id)).toMatchObject({ outbox: [], causes: [{ points: 2 }] })
    answer(new Response('a photo'))
    await running
    expect(await stored(id)).toMatchObject({ causes: [] })
    expect(await has()).toBe(2)
  })

  it('is paid while there is time; the rest waits behind other tasks, and is paid by the next run', async () => {
    const id = await taskWith((await photos(5)).map((photo) => shown(photo)))
    let at = Date.now()
    const begun = at
    const real = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, how?: RequestInit) => {
      at += 8_000
      return real(url, how)
    })
    await run(() => at, begun + 20_000)
    expect(await has()).toBe(6)
    const left = await stored(id)
    expect(left.causes).toHaveLength(2)
    expect(left.tickAt).toBe(begun)
    const other = await taskWith([], 1)
    const { dueTasks } = await import('../store/tasks.ts')
    expect((await dueTasks(at, 10)).map(({ _id }) => _id)).toEqual([other, id])
    await run(() => at, at + minute)
    expect(await has()).toBe(10)
    expect((await reconciled()).faults).toEqual([])
  })

  it('because a photo can’t be read holds up that payment and what takes it back, and nothing else', async () => {
    const [bad = '', good = ''] = await photos(2)
    const held = shown(bad)
    const id = await taskWith([held, shown(good), reversalOf(held, Date.now()), shown(await rider.photo())])
    fetching(unreadable(bad))
    await run(Date.now, Date.now() + minute)
    expect(await has()).toBe(4)
    const left = await stored(id)
    expect(left.causes.map(({ kind }) => kind)).toEqual(['taskVerified', 'reversal'])
    expect(left.tickAt).toBeGreaterThan(Date.now() + 9 * minute)
    expect(left).toMatchObject({ outbox: [], fresh: [] })
    vi.unstubAllGlobals()
    await (await store()).update({ _id: id }, { tickAt: 0 })
    await run(Date.now, Date.now() + minute)
    expect((await stored(id)).causes).toEqual([])
    expect(await has()).toBe(4)
    expect((await reconciled()).faults).toEqual([])
  })

  it('does not wait for a card that WeChat does not bring up to date', async () => {
    const id = await taskWith([shown(await rider.photo())])
    await (await store()).update({ _id: id }, { cards: [newCard('activity-1', Date.now())] })
    const begun = Date.now()
    await cloud.local.trigger('clock')
    expect(Date.now() - begun).toBeLessThan(9_000)
    expect(cloud.local.sent().some(({ api }) => api === 'updatableMessage.setUpdatableMsg')).toBe(true)
    expect(await has()).toBe(2)
  }, 20_000)
})

describe('an appeal with a photo that can’t be read', () => {
  const stored = async (id: string) => (await (await import('../store/appeals.ts')).appeals.get(id)) as Appeal
  const submit = async (photos: string[] = []) =>
    (
      await rider.call('appeal.submit', {
        kind: 'snap',
        category: 'facilityDamage',
        text: '路灯不亮',
        photos,
        area: kaixuan,
        trade: 'delivery',
      })
    ).id
  const run = async () => (await import('./run.ts')).runClock({ now: Date.now, until: Date.now() + minute })

  it('is settled in everything but that payment: told, followed, given to the content check', async () => {
    const [bad, good] = [await rider.photo(), await rider.photo()]
    const [parent, child] = [await submit(), await submit()]
    await supervisor.call('appeal.merge', { id: child, version: 1, parentId: parent, words: '同一件' })
    await worker.call('appeal.accept', { id: parent, version: (await stored(parent)).version })
    const { appeals } = await import('../store/appeals.ts')
    await appeals.update({ _id: parent }, { state: 'resolved', working: false, resolvedAt: Date.now() })
    const { version } = await stored(parent)
    await rider.call('appeal.confirm', { id: parent, version, answer: 'satisfied' })
    await appeals.update({ _id: parent }, { causes: [shown(bad), shown(good)], tickAt: 1 })
    const before = await has()
    fetching(unreadable(bad))
    await run()
    expect(await has()).toBe(before + 2)
    expect(await stored(child)).toMatchObject({ state: 'closed' })
    const settled = await stored(parent)
    expect(settled).toMatchObject({ outbox: [], causes: [{ evidence: { photos: [bad] } }], loaded: null })
    expect(settled.safety?.asked).toBe(settled.version)
    expect(settled.tickAt).toBeGreaterThan(Date.now() + 9 * minute)
    const told = await heads(rider)
    vi.unstubAllGlobals()
    await appeals.update({ _id: parent }, { tickAt: 1 })
    await run()
    expect(await stored(parent)).toMatchObject({ causes: [] })
    expect((await stored(parent)).tickAt).toBeGreaterThan(Date.now() + 9 * minute)
    expect(await has()).toBe(before + 4)
    expect(await heads(rider)).toEqual(told)
    expect((await reconciled()).faults).toEqual([])
  })

  it('whose payments a run was broken off at comes again a minute later', async () => {
    const id = await submit()
    const { appeals } = await import('../store/appeals.ts')
    await run()
    const { tickAt } = await stored(id)
    await appeals.update({ _id: id }, { causes: [shown(await rider.photo())], tickAt: 1 })
    let resting = 0
    fetching((url) =>
      stored(id).then((appeal) => {
        resting = appeal.tickAt - Date.now()
        return new Response(url)
      }),
    )
    await run()
    expect(resting).toBeGreaterThan(50_000)
    expect(resting).toBeLessThanOrEqual(minute)
    expect(await stored(id)).toMatchObject({ causes: [], tickAt })
  })
})

describe('messages', () => {
  async function due(count: number): Promise<string[]> {
    const { deliver } = await import('../store/notices.ts')
    const { subscriptions } = await import('../store/subscriptions.ts')
    const { noSubscription } = await import('../../domain/notice/subscription.ts')
    const ids = await Promise.all(
      Array.from({ length: count }, (_, index) => cloud.phone(`o-told-${index}`).personId()),
    )
    await subscriptions.add(...ids.map((id) => ({ ...noSubscription(id), quota: { progress: 2 } })))
    await deliver(
      ids.map((personId) => ({
        _id: `told-${personId}`,
        personId,
        at: 1,
        news: 'resolved' as const,
        head: '办完了',
        sentence: '',
        about: { id: 'a', as: 'person' as const },
        read: false,
      })),
    )
    return ids
  }
  const waits = async () => {
    const { notices } = await import('../store/notices.ts')
    const { command } = await import('../store/collection.ts')
    return notices.count({ 'send.at': command.exists(true) })
  }

  it('one that WeChat does not answer holds up the others for seconds, and never goes out again', async () => {
    const ids = await due(3)
    const tried: string[] = []
    send = (openid) => {
      tried.push(openid)
      return openid === 'o-told-1' ? new Promise(() => {}) : { errcode: 0 }
    }
    const begun = Date.now()
    await cloud.local.trigger('clock')
    expect(Date.now() - begun).toBeLessThan(9_000)
    expect(await waits()).toBe(0)
    const { subscriptions } = await import('../store/subscriptions.ts')
    // It may have gone out.
    const ledger = await subscriptions.get(ids[1] ?? '')
    expect(ledger).toMatchObject({ sending: null, quota: { progress: 1 }, today: { count: 1 } })
    await cloud.local.trigger('clock')
    expect(tried.sort()).toEqual(['o-told-0', 'o-told-1', 'o-told-2'])
  }, 30_000)

  it('go out ten at a time as long as there is time, the rest with the next run', async () => {
    await due(25)
    let at = Date.now()
    const begun = at
    let sent = 0
    // Outside a function nobody is WeChat.
    vi.doMock('../store/wechat.ts', () => ({
      sendMessage: () => {
        sent += 1
        if (sent % 10 === 0) at += 5_000
        return 'sent'
      },
    }))
    const { sendMessages } = await import('./messages.ts')
    await sendMessages(() => at, begun + 8_000, [])
    expect([sent, await waits()]).toEqual([20, 5])
    await sendMessages(() => at, at + minute, [])
    expect([sent, await waits()]).toEqual([25, 0])
  }, 20_000)
})
