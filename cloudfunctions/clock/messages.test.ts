import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Template } from '../../domain/notice/templates.ts'
import type { Sent } from '../../localcloud/openapi/openapi.ts'
import { breaksOfTimer } from '../../tests/support/breaksOfTimer.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let worker: Phone
let answer: unknown = { errcode: 0 }
let people = 0
let mark = 0

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103014'],
    openapi: { 'subscribeMessage.send': () => answer },
  })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
}, 120_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  answer = { errcode: 0 }
  await tick()
  mark = messages().length
})

const tick = () => cloud.local.trigger('clock')
const messages = (): Sent[] => cloud.local.sent().filter(({ api }) => api === 'subscribeMessage.send')
/** What has been sent in this test: to whom, and the words of the fields. */
const sent = () =>
  messages()
    .slice(mark)
    .map(({ data }) => {
      const { thing1, thing2 } = data.data as Record<string, { value: string }>
      return { to: data.touser, page: data.page, what: thing1?.value, note: thing2?.value }
    })

/** Somebody new with an appeal, who has granted some messages. */
async function somebody(quota: Partial<Record<Template, number>> = { progress: 3 }) {
  people += 1
  const openid = `o-somebody-${people}`
  const phone = cloud.phone(openid)
  const { id } = await phone.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: `北门锁了 ${people}`,
    area: kaixuan,
    trade: 'delivery',
  })
  for (const [template, count] of Object.entries(quota) as [Template, number][])
    for (let index = 0; index < count; index += 1)
      await phone.call('notice.subscribe', { granted: [template] })
  return { openid, phone, id, left: async () => (await phone.call('notice.reminders', {})).left }
}
/** As if the last message had gone out long ago. */
async function later(phone: Phone) {
  const { subscriptions } = await import('../store/subscriptions.ts')
  const { notices } = await import('../store/notices.ts')
  const personId = await phone.personId()
  await subscriptions.update({ _id: personId }, { lastAt: 1 })
  const { command } = await import('../store/collection.ts')
  await notices.update({ personId, 'send.at': command.exists(true) }, { 'send.at': 1 })
}

describe('a message', () => {
  it('goes out once to who has granted one, leads to the appeal, and is used up', async () => {
    const { openid, id, left } = await somebody({ progress: 2 })
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await tick()
    expect(sent()).toEqual([
      {
        to: openid,
        page: `appeal/detail/index?id=${id}`,
        what: '有人接了',
        note: expect.stringMatching(/^.{19}…$/),
      },
    ])
    expect(await left()).toEqual({ progress: 1 })
  })

  it('does not go out to who has granted none: the inbox has it', async () => {
    const { id, phone } = await somebody({})
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    expect(sent()).toEqual([])
    expect((await phone.call('notice.list', {})).rows).toHaveLength(1)
  })

  it('keeps the last one for what must be heard', async () => {
    const { id } = await somebody({ progress: 1 })
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    expect(sent()).toEqual([])
    await worker.call('appeal.resolve', { id, version: 2, words: '小门开了' })
    await tick()
    expect(sent().map(({ what }) => what)).toEqual(['办完了，等您一句话'])
  })

  it('waits for two minutes after the last one, and takes along what came meanwhile', async () => {
    const { id, phone } = await somebody()
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await worker.call('appeal.note', { id, version: 2, words: '约了物业' })
    await worker.call('appeal.resolve', { id, version: 3, words: '小门开了' })
    await tick()
    expect(sent()).toHaveLength(1)
    await later(phone)
    await tick()
    expect(sent().slice(1)).toMatchObject([{ what: '有 2 条新消息', note: '办完了，等您一句话；有新进展' }])
  })

  it('keeps the pace that the city sets', async () => {
    const { organisations } = await import('../store/organisations.ts')
    const { command } = await import('../store/collection.ts')
    const set = (numbers: object) =>
      organisations.update(
        { _id: '2101' },
        { settings: command.set({ version: 2, numbers, categoriesOff: [] }) },
      )
    await set({ mergeMinutes: 60, dayMessages: 3 })
    const { id, phone, left } = await somebody({ progress: 9 })
    const { subscriptions } = await import('../store/subscriptions.ts')
    const { notices } = await import('../store/notices.ts')
    const personId = await phone.personId()
    const waits = () => notices.count({ personId, 'send.at': command.exists(true) })
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await worker.call('appeal.note', { id, version: 2, words: '约了物业' })
    // Half an hour later it still waits.
    await subscriptions.update({ _id: personId }, { lastAt: Date.now() - 30 * 60_000 })
    await tick()
    expect([sent().length, await waits()]).toEqual([1, 1])
    await later(phone)
    await tick()
    expect(sent()).toHaveLength(2)
    // The third one is the last of the day; the fourth is in the inbox alone.
    for (const version of [3, 4]) {
      await worker.call('appeal.note', { id, version, words: '又问了一次' })
      await later(phone)
      await tick()
    }
    expect([sent().length, await waits(), await left()]).toEqual([3, 0, { progress: 6 }])
    await set({})
  })

  it('danger waits for nothing', async () => {
    const staff = cloud.phone('o-worker')
    await staff.call('notice.subscribe', { granted: ['work', 'urgent'] })
    await staff.call('notice.subscribe', { granted: ['work', 'urgent'] })
    const { deliver } = await import('../store/notices.ts')
    const personId = await staff.personId()
    const told = (id: string, news: 'assigned' | 'urgent') =>
      deliver([
        {
          _id: newRequestId(),
          personId,
          at: Date.now() - 1,
          news,
          head: news,
          sentence: id,
          about: { id, as: 'staff' },
          read: false,
        },
      ])
    await told('a', 'assigned')
    await tick()
    await told('b', 'urgent')
    await tick()
    await told('c', 'assigned')
    await tick()
    expect(sent().map(({ what }) => what)).toEqual(['assigned', 'urgent'])
  })

  it('goes to nobody who is gone', async () => {
    const { id, phone, openid } = await somebody()
    await worker.call('appeal.accept', { id, version: 1 })
    await cloud.rest(openid)
    await phone.call('personalData.delete', {})
    await tick()
    expect(sent()).toEqual([])
    const { subscriptions } = await import('../store/subscriptions.ts')
    expect(await subscriptions.count({ quota: { progress: 3 } })).toBe(0)
  })
})

describe('what WeChat answers', () => {
  it('43101, the person takes none any more: nothing is left, and nothing is tried again', async () => {
    const { id, left, phone } = await somebody()
    answer = { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await later(phone)
    await tick()
    expect(sent()).toHaveLength(1)
    expect(await left()).toEqual({ progress: 0 })
    answer = { errcode: 0 }
    await phone.call('notice.subscribe', { granted: ['progress'] })
    await worker.call('appeal.resolve', { id, version: 2, words: '小门开了' })
    await later(phone)
    await tick()
    expect(sent().map(({ what }) => what)).toEqual(['有人接了', '办完了，等您一句话'])
  })

  it('-1, busy: nothing is used up; tried again after a minute, then after two', async () => {
    const { id, left, phone } = await somebody()
    answer = { errcode: -1, errmsg: 'system error' }
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await tick()
    expect(sent()).toHaveLength(1)
    expect(await left()).toEqual({ progress: 3 })
    const { notices } = await import('../store/notices.ts')
    const [waiting] = await notices.find({ where: { 'about.id': id }, limit: 1 })
    expect(waiting?.send?.tries).toBe(1)
    expect((waiting?.send?.at ?? 0) - Date.now()).toBeGreaterThan(50_000)
    answer = { errcode: 0 }
    await later(phone)
    await tick()
    expect(sent()).toHaveLength(2)
    expect(await left()).toEqual({ progress: 2 })
  })

  it.each([-604101, -501003])(
    '%i, the cloud did not pass it on: nothing is used up, and it goes out once it does',
    async (errcode) => {
      const { id, left, phone } = await somebody()
      answer = { errcode, errmsg: 'system error' }
      await worker.call('appeal.accept', { id, version: 1 })
      await tick()
      expect(await left()).toEqual({ progress: 3 })
      answer = { errcode: 0 }
      await later(phone)
      await tick()
      expect(sent()).toHaveLength(2)
      expect(await left()).toEqual({ progress: 2 })
    },
  )

  it.each([
    ['busy', -1],
    ['wrong', 47003],
    ['refused', 43101],
  ])('%s: what did not go out is none of those of the day', async (_, errcode) => {
    const { organisations } = await import('../store/organisations.ts')
    const { command } = await import('../store/collection.ts')
    const set = (numbers: object) =>
      organisations.update(
        { _id: '2101' },
        { settings: command.set({ version: 2, numbers, categoriesOff: [] }) },
      )
    await set({ dayMessages: 3 })
    const { id, phone } = await somebody({ progress: 9 })
    await worker.call('appeal.accept', { id, version: 1 })
    answer = { errcode }
    for (const version of [2, 3, 4]) {
      if (errcode === 43101) await phone.call('notice.subscribe', { granted: ['progress'] })
      if (errcode === 43101) await phone.call('notice.subscribe', { granted: ['progress'] })
      await worker.call('appeal.note', { id, version, words: '约了物业' })
      await later(phone)
      await tick()
    }
    expect(sent()).toHaveLength(3)
    const { subscriptions } = await import('../store/subscriptions.ts')
    expect((await subscriptions.get(await phone.personId()))?.today?.count).toBe(0)
    answer = { errcode: 0 }
    await phone.call('notice.subscribe', { granted: ['progress'] })
    await worker.call('appeal.resolve', { id, version: 5, words: '小门开了' })
    await later(phone)
    await tick()
    expect(sent()).toHaveLength(4)
    expect((await subscriptions.get(await phone.personId()))?.today?.count).toBe(1)
    await set({})
  })

  it('47003, a field it does not take: given back, not tried again, and logged without what it said', async () => {
    const { id, left, phone } = await somebody()
    answer = { errcode: 47003, errmsg: 'argument invalid! data.thing1.value 北门' }
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await later(phone)
    await tick()
    expect(sent()).toHaveLength(1)
    expect(await left()).toEqual({ progress: 3 })
  })
})

describe('nothing goes out twice', () => {
  it.each(['refuse', 'lose', 'kill', 'kill-after'] as const)(
    'whatever fails at whichever request of the timer: %s',
    async (kind) => {
      const { id: whole } = await somebody()
      await worker.call('appeal.accept', { id: whole, version: 1 })
      await tick()
      const breaks = breaksOfTimer(cloud)
      for (const at of breaks(kind)) {
        const { id, phone, openid } = await somebody()
        await worker.call('appeal.accept', { id, version: 1 })
        await cloud.local.trigger('clock', undefined, [{ kind, at }]).catch(() => undefined)
        await cloud.local.endTransactions()
        const { subscriptions } = await import('../store/subscriptions.ts')
        const personId = await phone.personId()
        const { notices } = await import('../store/notices.ts')
        for (let run = 0; run < 2; run += 1) {
          // Two minutes later: what was on its way then is on its way no more.
          const ledger = await subscriptions.get(personId)
          if (ledger?.sending) await subscriptions.update({ _id: personId }, { 'sending.at': 1 })
          await later(phone)
          await tick()
        }
        const mine = () => sent().filter(({ to }) => to === openid)
        expect(mine().length).toBeLessThanOrEqual(1)
        // Whether or not it went out, it waits no more, the inbox has it, and the next one goes out.
        const [kept] = await notices.find({ where: { 'about.id': id }, limit: 1 })
        expect(kept?.head).toBe('有人接了')
        expect(kept?.send).toBeUndefined()
        const before = mine().length
        await worker.call('appeal.resolve', { id, version: 2, words: '小门开了' })
        await later(phone)
        await tick()
        expect(mine().slice(before)).toMatchObject([{ what: '办完了，等您一句话' }])
      }
    },
    240_000,
  )

  it('by two runs at once', async () => {
    const { id } = await somebody()
    await worker.call('appeal.accept', { id, version: 1 })
    await Promise.all([tick(), tick(), tick()])
    expect(sent()).toHaveLength(1)
  })
})

describe('what is granted', () => {
  it('counts once a request, by template', async () => {
    const { phone, left } = await somebody({})
    const requestId = newRequestId()
    await phone.call('notice.subscribe', { granted: ['progress', 'task'] }, requestId)
    await phone.call('notice.subscribe', { granted: ['progress', 'task'] }, requestId)
    await phone.call('notice.subscribe', { granted: ['progress'] })
    expect(await left()).toEqual({ progress: 2, task: 1 })
  })

  it('counts all of what two phones grant at once', async () => {
    const { phone, left } = await somebody({})
    await Promise.all(
      Array.from({ length: 5 }, () => phone.call('notice.subscribe', { granted: ['points'] })),
    )
    expect(await left()).toEqual({ points: 5 })
  })

  it.each([{ granted: [] }, { granted: ['lottery'] }, {}])('refuses %j', async (input) => {
    const { phone, left } = await somebody({})
    expect((await phone.refused('notice.subscribe', input)).code).toBe('FIELD_INVALID')
    expect(await left()).toEqual({})
  })
})
