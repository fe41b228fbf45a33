import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { reversalOf } from '../../domain/points/cause.ts'
import type { Dump } from '../../localcloud/start.ts'
import { breaksOfTimer } from '../support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { causeFor, give } from '../support/points.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const city = '2101'
let cloud: TestCloud
let rider: Phone
let id: string
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  rider = cloud.phone('o-rider')
  id = await rider.personId()
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const organisation = { id: 'team', name: '暖蜂队', kind: 'team' as const, area: city, ancestors: [city] }
  await people.update(
    { _id: id },
    { appointments: [{ id: 'member', role: 'messenger', organisation, until: null }] },
  )
  await give(id, 5)
  const { pay } = await import('../../cloudfunctions/carry/pay.ts')
  const cause = causeFor(id, { points: 3, communityId: city })
  await pay(cause, Date.now())
  await pay(reversalOf(cause, Date.now()), Date.now())
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

/** What the counting leaves behind, without what differs from run to run. */
const counted = (dump: Dump) =>
  JSON.stringify(
    ['standings', 'rankings', 'teamTotals', 'transfers'].map((name) => dump[name] ?? []),
    (key, value) => (key === 'version' || key === 'tickAt' ? undefined : value),
  )

it('broken off at any wire request, by whatever, the next run of the timer counts the rest, each transfer once', async () => {
  await cloud.local.trigger('clock')
  const breaks = breaksOfTimer(cloud)
  await cloud.local.trigger('clock')
  const wanted = counted(await cloud.local.dump())
  expect(wanted).toContain('team-')
  const wrong: string[] = []
  let bit = 0
  for (const kind of ['refuse', 'conflict', 'lose', 'kill-after'] as const)
    for (const at of breaks(kind)) {
      await cloud.local.restore(start)
      const fault = { kind, at, milliseconds: 5 }
      await cloud.local.trigger('clock', undefined, [fault]).catch(() => {
        bit += 1
      })
      await cloud.local.endTransactions()
      await cloud.local.trigger('clock')
      if (counted(await cloud.local.dump()) !== wanted) wrong.push(`${kind} at ${at}`)
    }
  expect(wrong).toEqual([])
  // Faults that strike nothing would prove nothing.
  expect(bit).toBeGreaterThan(20)
}, 240_000)

it('不上榜: the phone asks again, and it ends the same', async () => {
  await cloud.local.trigger('clock')
  await underEveryFault(cloud, { openid: 'o-rider' }, 'ranking.show', { shown: false })
}, 120_000)
