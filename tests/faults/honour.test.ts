import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dump } from '../../localcloud/start.ts'
import { breaksOfTimer } from '../support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { give, register } from '../support/points.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const place = '210103014001'
const street = '210103014'
let cloud: TestCloud
let rider: Phone
let first: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [street] })
  rider = cloud.phone('o-rider')
  await register(rider)
  await register(cloud.phone('o-neighbour'), place, '老周')
  first = await cloud.staff({ openid: 'o-first', role: 'secretary', organisationId: place })
  await cloud.staff({ openid: 'o-second', role: 'secretary', organisationId: street })
  await give(await rider.personId(), 36)
  await cloud.local.trigger('clock')
  await cloud.rest('o-rider')
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const second = { openid: 'o-second', hat: `secretary-${street}` }
const nomination = async () => ({
  kind: 'communityHero' as const,
  personId: await rider.personId(),
  reason: '五处消防通道都盯到办完',
})
const proposed = async () => (await first.call('honour.nominate', await nomination())).id
const inNotice = async () => {
  const id = await proposed()
  await cloud.phone(second.openid, second.hat).call('honour.sign', { id })
  return id
}
const over = async (id: string) => {
  const { honours } = await import('../../cloudfunctions/store/honours.ts')
  await honours.update({ _id: id }, { noticeEnds: 1, tickAt: 1 })
}
/** Moments stand in these too. */
const moments = /"(publishedAt|noticeEnds)":\d+/g

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('nominating', async () => {
    const who = { openid: 'o-first', hat: `secretary-${place}` }
    await underEveryFault(cloud, who, 'honour.nominate', await nomination())
  }, 120_000)
  it('signing', async () => {
    await underEveryFault(cloud, second, 'honour.sign', { id: await proposed() }, moments)
  }, 120_000)
  it('refusing', async () => {
    await underEveryFault(cloud, second, 'honour.refuse', { id: await proposed(), words: '再等等' })
  }, 120_000)
  it('objecting', async () => {
    const input = { id: await inNotice(), words: '有一处是我报的' }
    await underEveryFault(cloud, { openid: 'o-neighbour' }, 'honour.object', input, moments)
  }, 120_000)
  it('deciding', async () => {
    const id = await inNotice()
    await cloud.phone('o-neighbour').call('honour.object', { id, words: '有一处是我报的' })
    await over(id)
    await cloud.local.trigger('clock')
    const input = { id, awarded: true, words: '核对过，都是他' }
    await underEveryFault(cloud, second, 'honour.decide', input, moments)
  }, 120_000)
  it('declining', async () => {
    await underEveryFault(cloud, { openid: 'o-rider' }, 'honour.decline', { id: await inNotice() })
  }, 120_000)
  it('being deleted', async () => {
    await inNotice()
    await underEveryFault(cloud, { openid: 'o-rider' }, 'personalData.delete', {}, /[0-9a-f]{32}/g)
  }, 240_000)
})

it('the timer, broken off anywhere, awards once and tells once', async () => {
  const id = await inNotice()
  await over(id)
  const before = await cloud.local.dump()
  await cloud.local.trigger('clock')
  const breaks = breaksOfTimer(cloud)
  const ended = (dump: Dump) =>
    [dump.honours ?? [], (dump.notices ?? []).map((text) => JSON.parse(text)._id).sort()].map((part) =>
      JSON.stringify(part).replace(/\\?"(at|updatedAt|publishedAt|tickAt)\\?":\d+/g, ''),
    )
  const wanted = ended(await cloud.local.dump())
  expect(wanted[0]).toContain('awarded')
  const wrong: string[] = []
  for (const kind of ['refuse', 'lose', 'kill-after'] as const)
    for (const at of breaks(kind)) {
      await cloud.local.restore(before)
      await cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }]).catch(() => {})
      await cloud.local.endTransactions()
      const { honours } = await import('../../cloudfunctions/store/honours.ts')
      // A failure is tried again after some minutes: they have passed.
      const left = await honours.get(id)
      if (left && left.outbox.length > 0) await honours.update({ _id: id }, { tickAt: 1 })
      if (left?.state === 'notice') await honours.update({ _id: id }, { tickAt: 1 })
      await cloud.local.trigger('clock')
      if (JSON.stringify(ended(await cloud.local.dump())) !== JSON.stringify(wanted))
        wrong.push(`${kind} at ${at}`)
    }
  expect(wrong).toEqual([])
}, 240_000)
