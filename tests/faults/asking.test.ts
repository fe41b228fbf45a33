import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../domain/appeal/log.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let phone: Phone
let worker: Phone
let dispatcher: Phone
const rider = { openid: 'o-rider' }

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  phone = cloud.phone('o-rider')
  await phone.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  dispatcher = await cloud.staff({ openid: 'o-dispatcher', role: 'dispatcher', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const submit = async () =>
  (
    await phone.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
    })
  ).id

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('催办, 重开 and the inbox', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await underEveryFault(cloud, rider, 'appeal.urge', { id, version: 2 })
    await underEveryFault(cloud, rider, 'appeal.reply', { id, version: 3, words: '在二楼那家' })
    await worker.call('appeal.resolve', { id, version: 4, words: '开到 23:00' })
    await phone.call('appeal.confirm', { id, version: 5, answer: 'partly' })
    await underEveryFault(cloud, rider, 'appeal.reopen', { id, version: 6, words: '又锁了' })
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored?.events.map(({ action }) => action)).toEqual([
      'submit',
      'accept',
      'urge',
      'reply',
      'resolve',
      'confirm',
      'reopen',
    ])
    expect(verifyLog(stored?.events ?? [])).toBe(true)
    expect(stored?.organisation.id).not.toBe(kaixuan)
    expect((await phone.call('notice.unread', {})).count).toBeGreaterThan(0)
    await underEveryFault(cloud, rider, 'notice.read', { until: Date.now() })
    expect(await phone.call('notice.unread', {})).toEqual({ count: 0 })
    await underEveryFault(cloud, rider, 'notice.subscribe', { granted: ['progress', 'points'] })
    await underEveryFault(cloud, rider, 'notice.subscribe', { granted: ['progress'] })
    expect(await phone.call('notice.reminders', {})).toEqual({ left: { progress: 2, points: 1 } })
  }, 120_000)

  it('复核', async () => {
    const id = await submit()
    await dispatcher.call('appeal.decline', { id, version: 1, reason: 'outside' })
    await underEveryFault(cloud, rider, 'appeal.review', { id, version: 2, words: '就在凯旋社区里' })
    expect(await phone.call('appeal.view', { id })).toMatchObject({
      state: 'dispatched',
      situation: { reviews: 1 },
    })
  }, 120_000)
})

describe('what can’t be is refused with its own sentence, and nothing is stored', () => {
  it.each([
    ['appeal.reopen', { words: '' }, 'TEXT_EMPTY'],
    ['appeal.reopen', { words: '字'.repeat(501) }, 'TEXT_TOO_LONG'],
    ['appeal.reopen', { words: '又锁了' }, 'NOT_POSSIBLE'],
    ['appeal.review', { words: '' }, 'TEXT_EMPTY'],
    ['appeal.review', { words: '就在这里' }, 'NOT_POSSIBLE'],
    ['appeal.urge', { words: '字'.repeat(501) }, 'TEXT_TOO_LONG'],
    ['appeal.reply', { words: ' ' }, 'TEXT_EMPTY'],
    ['appeal.reply', { words: '字'.repeat(1001) }, 'TEXT_TOO_LONG'],
  ] as const)('%s %#: %s', async (action, input, code) => {
    const id = await submit()
    await cloud.rest('o-rider')
    const before = await cloud.local.dump()
    expect(await phone.refused(action, { id, version: 1, ...input })).toMatchObject({ code })
    expect((await cloud.local.dump()).appeals).toEqual(before.appeals)
  })

  it('催 twice on one day: once', async () => {
    const id = await submit()
    await phone.call('appeal.urge', { id, version: 1 })
    expect(await phone.refused('appeal.urge', { id, version: 2 })).toMatchObject({ code: 'URGED_LATELY' })
    expect((await phone.call('appeal.view', { id })).version).toBe(2)
  })
})
