import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Dump } from '../../localcloud/start.ts'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { give } from '../../tests/support/points.ts'

const day = 86_400_000
let cloud: TestCloud
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  const rider = cloud.phone('o-rider')
  await rider.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门锁了',
    area: '210103014001',
    trade: 'delivery',
  })
  await give(await rider.personId(), 20)
  start = await cloud.local.dump()
}, 120_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const ago = (days: number) => Date.now() - days * day
const by = { personId: 'p', role: 'gridWorker', title: '网格员' } as never

/** One of everything that has a time, on either side of it. */
async function leave(many = 1) {
  const { notices } = await import('../store/notices.ts')
  const { looks } = await import('../store/contacts.ts')
  const { beneficiaryLooks } = await import('../store/beneficiaries.ts')
  const { declines } = await import('../store/declines.ts')
  const { audit } = await import('../store/audit.ts')
  const notice = (_id: string, days: number, read: boolean) =>
    ({
      _id,
      personId: 'p',
      at: ago(days),
      news: 'resolved',
      head: '',
      sentence: '',
      about: { id: 'a', as: 'person' },
      read,
    }) as const
  const gone = Array.from({ length: many }, (_, index) => notice(`gone-${index}`, 366, true))
  await notices.add(...gone, notice('young', 364, true), notice('unread', 3000, false))
  const look = (_id: string, days: number) => ({
    _id,
    personId: 'p',
    by,
    appeal: { id: 'a', number: '1', title: '' },
    reason: '',
    at: ago(days),
  })
  await looks.add(look('gone', 1096), look('young', 1094))
  const seen = (_id: string, days: number) => ({ _id, task: 't', by, at: ago(days) })
  await beneficiaryLooks.add(seen('gone', 1096), seen('young', 1094))
  await declines.add({ _id: 'gone', task: 't', at: ago(91) }, { _id: 'young', task: 't', at: ago(89) })
  const entry = (_id: string, days: number) =>
    ({
      _id,
      action: 'reward.save',
      actor: by,
      at: ago(days),
      organisation: { id: 'o', name: '' },
      scopes: [],
      subjectId: null,
      words: '',
      answer: {},
    }) satisfies AuditEntry
  await audit.add(entry('gone', 3661), entry('young', 3649))
}
const ids = (dump: Dump, collection: string) =>
  (dump[collection] ?? [])
    .map((each) => String((JSON.parse(each) as { _id: string })._id))
    .filter((id) => /^(gone|young|unread)/.test(id))
const left = async () => {
  const dump = await cloud.local.dump()
  return Object.fromEntries(
    ['notices', 'looks', 'beneficiaryLooks', 'declines', 'audit'].map((name) => [
      name,
      ids(dump, name).sort(),
    ]),
  )
}
const kept = {
  notices: ['unread', 'young'],
  looks: ['young'],
  beneficiaryLooks: ['young'],
  declines: ['young'],
  audit: ['young'],
}
/** A timer of an instance that has not looked yet. */
const fresh = async () => {
  const { vi } = await import('vitest')
  vi.resetModules()
  return (await import('./retention.ts')).removeOld
}

describe('what has been kept for long enough', () => {
  it('goes, and exactly that: the timer touches no appeal, no points, nothing unread', async () => {
    await leave()
    await cloud.local.trigger('clock')
    expect(await left()).toEqual(kept)
    const after = await cloud.local.dump()
    for (const name of ['appeals', 'transfers', 'people', 'organisations', 'accounts'])
      expect(after[name]?.length, name).toBe(start[name]?.length)
  })

  it('is as long as the city says; of several the longest', async () => {
    const before = await cloud.local.dump()
    await leave()
    const removeOld = await fresh()
    const numbers = { inboxDays: 400, declineDays: 200, lookDays: 2000, auditYears: 12 }
    await removeOld(Date.now, Number.POSITIVE_INFINITY, [
      { numbers, categoriesOff: [] },
      { numbers: {}, categoriesOff: [] },
    ])
    expect(
      Object.values(await left())
        .flat()
        .filter((id) => id.startsWith('gone')),
    ).toHaveLength(5)
    const again = await fresh()
    await again(Date.now, Number.POSITIVE_INFINITY, [{ numbers: { inboxDays: 90 }, categoriesOff: [] }])
    expect(await left()).toEqual({ ...kept, notices: ['unread'] })
    const after = await cloud.local.dump()
    for (const name of ['appeals', 'transfers', 'people', 'organisations', 'accounts', 'checks', 'rules'])
      expect(after[name], name).toEqual(before[name])
  })

  it('goes in batches, and goes on where it stopped', async () => {
    await leave(450)
    const removeOld = await fresh()
    let looks = 0
    // Time is up before the second batch.
    const clock = () => (looks++ < 3 ? Date.now() : Number.MAX_SAFE_INTEGER)
    await removeOld(clock, Date.now() + day, [])
    expect((await left()).notices).toHaveLength(252)
    const again = await fresh()
    expect(await again(Date.now, Number.POSITIVE_INFINITY, [])).toMatchObject({ readNotices: 250, audit: 1 })
    expect(await left()).toEqual(kept)
    // A warm instance rests when nothing is left.
    await leave().catch(() => {})
    expect(await again(Date.now, Number.POSITIVE_INFINITY, [])).toMatchObject({ readNotices: 0 })
  })
})
