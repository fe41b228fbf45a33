import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dump } from '../../localcloud/start.ts'
import { breaksOfTimer } from '../support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { heldPayment, kaixuan, reconciled } from '../support/points.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

let cloud: TestCloud
let rider: Phone
let secretary: Phone
let id: string
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  rider = cloud.phone('o-rider')
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-street', role: 'secretary', organisationId: '210103014' })
  id = await heldPayment(await rider.personId())
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const people = {
  rider: { openid: 'o-rider' },
  secretary: { openid: 'o-secretary', hat: `secretary-${kaixuan}` },
  street: { openid: 'o-street', hat: 'secretary-210103014' },
}
const has = async () => (await rider.call('points.mine', {})).volunteer.available
const clean = async () => expect((await reconciled()).faults).toEqual([])
const wish = (version: number, pays: boolean) => ({ id, version, pays, words: '照片看不清' })
const deny = () => secretary.call('pointsReview.judge', wish(1, false))

describe('whatever goes wrong at whichever wire request, what is held is judged once', () => {
  it('照发', async () => {
    await underEveryFault(cloud, people.secretary, 'pointsReview.judge', wish(1, true))
    expect(await has()).toBeGreaterThan(0)
    await clean()
  }, 240_000)

  it('不发', async () => {
    await underEveryFault(cloud, people.secretary, 'pointsReview.judge', wish(1, false))
    expect(await has()).toBe(0)
    await clean()
  }, 240_000)

  it('申诉, and the street pays', async () => {
    await deny()
    await underEveryFault(cloud, people.rider, 'pointsReview.appeal', { id, words: '两次都去了' })
    await underEveryFault(cloud, people.street, 'pointsReview.judge', wish(3, true))
    expect(await has()).toBeGreaterThan(0)
    await clean()
  }, 240_000)

  it('its person is deleted', async () => {
    await underEveryFault(cloud, people.rider, 'personalData.delete', {}, /[0-9a-f]{32}/g)
    await clean()
  }, 240_000)
})

describe('the timer', () => {
  it.each([
    ['refuse', 0],
    ['lose', 1],
    ['conflict', 2],
    ['kill-after', 0],
  ] as const)(
    'broken off anywhere by %s, holds once what it finds, and pays the rest once',
    async (kind, first) => {
      const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
      const { reviews } = await import('../../cloudfunctions/store/reviews.ts')
      const { command } = await import('../../cloudfunctions/store/collection.ts')
      for (const photo of ['a lamp', 'a lamp', 'a door']) await confirmed(photo)
      const before = await cloud.local.dump()
      await cloud.local.trigger('clock')
      const breaks = breaksOfTimer(cloud)
      const wanted = await outcome()
      expect(wanted).toMatchObject({ waiting: 2, told: 2 })
      // Every third place, and each kind another third: a round takes a second.
      for (const at of breaks(kind).filter((_, index) => index % 3 === first)) {
        await cloud.local.restore(before)
        const broken = cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }])
        await broken.catch(() => undefined)
        await cloud.local.endTransactions()
        // What failed is put off for ten minutes; they have passed.
        await appeals.update({ kind: 'snap' }, { tickAt: Date.now() - 1 })
        await reviews.update({ version: command.gt(0) }, { tickAt: Date.now() - 1 })
        await cloud.local.trigger('clock')
        expect(await outcome(), `at request ${at}`).toEqual(wanted)
        await clean()
      }
    },
    240_000,
  )

  async function confirmed(photo: string): Promise<void> {
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const sent = await rider.call('appeal.submit', {
      kind: 'snap',
      category: 'facilityDamage',
      text: '路灯不亮',
      photos: [await rider.photo(photo)],
      area: kaixuan,
      trade: 'delivery',
    })
    await appeals.update({ _id: sent.id }, { state: 'resolved', working: false, resolvedAt: Date.now() })
    await rider.call('appeal.confirm', { id: sent.id, version: 1, answer: 'satisfied' })
  }

  async function outcome() {
    const rows = (await secretary.call('pointsReview.queue', { of: 'waiting' })).rows
    const heads = (await rider.call('notice.list', {})).rows.map(({ head }) => head)
    return {
      has: await has(),
      waiting: rows.length,
      told: heads.filter((head) => head === '有几分先放一放').length,
    }
  }
})
