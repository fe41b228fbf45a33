import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import type { Phone } from '../support/cloud.ts'
import { causeFor, kaixuan, register } from '../support/points.ts'

const minute = 60_000
let street: Street
let worker: Phone

beforeAll(async () => {
  street = await openStreet(['210103014'])
  worker = await street.cloud.staff({ openid: 'f-worker', role: 'gridWorker', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'f-secretary', role: 'secretary', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'f-street', role: 'secretary', organisationId: '210103014' })
}, 540_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

/** A task that is shown by a photo alone, with a place of it taken. */
async function claimed(phone: Phone, title: string, inMinutes: number): Promise<string> {
  const from = Date.now() + inMinutes * minute
  const plan = {
    title,
    kind: 'cleaning' as const,
    place: { name: '北站路台阶' },
    from,
    to: from + 10 * minute,
    places: 5,
    points: 6,
    proof: ['photo' as const],
  }
  const { id } = await worker.call('task.create', { plan, publish: true })
  await phone.call('task.claim', { id })
  return id
}

async function handsIn(rider: HandPhone, id: string, photo: Buffer): Promise<void> {
  await rider.open(`/volunteer/proof/index?id=${id}`)
  await rider.sees('拍一张做完的')
  await rider.addsPhoto(() => rider.tap('拍照'), photo)
  await rider.tap('交上去')
  await rider.sees('等验收')
  const [work] = (await worker.call('task.toVerify', {})).rows
  const claimId = work?.claims[0]?.id ?? ''
  await worker.call('task.verify', { id, verdicts: [{ claimId, accepted: true }] })
  await street.cloud.local.trigger('clock')
}

describe('a payment that waits for a person', () => {
  it('the same photo handed in twice: both photos seen, not paid, appealed, paid by the street', async () => {
    const self = street.cloud.phone('f-rider')
    await register(self)
    const rider = await street.phone('f-rider')
    await rider.open('/home/index')
    await rider.sees('看积分')
    const photo = await rider.page.screenshot({ type: 'jpeg', quality: 60 })
    await handsIn(rider, await claimed(self, '雪后清扫北站路台阶', 2), photo)
    await handsIn(rider, await claimed(self, '清扫凯旋社区南门', 25), photo)

    await rider.open('/notice/index')
    await rider.sees('有几分先放一放')
    await rider.picture('flags-notice')
    await rider.open('/points/index/index')
    await rider.sees('待人工核对')
    await rider.picture('flags-statement')
    await rider.tap('任务：清扫凯旋社区南门')
    await rider.sees('先放着，等人看')
    await rider.picture('flags-waiting')

    const secretary = await street.phone('f-secretary')
    await secretary.open('/work/bench/index')
    await secretary.sees('要人看一眼再发的，都在这里')
    await secretary.tap('积分核对')
    await secretary.sees('照片用过')
    await secretary.sees(/用过：任务：雪后清扫北站路台阶，是本人交的/)
    expect(await secretary.page.locator('.pair-photo img').count()).toBe(2)
    await secretary.picture('flags-queue')
    await secretary.tap('不发')
    await secretary.sees('写一句为什么，本人看得到')
    await secretary.picture('flags-deny')
    await secretary.tap('和上次是同一张照片')
    await secretary.page.locator('.sheet-foot .button-main').tap()
    await secretary.sees('没有要核对的')
    await secretary.picture('flags-empty')

    await rider.open('/notice/index')
    await rider.tap('核对后没发')
    await rider.sees('看过了，没发')
    await rider.sees('和上次是同一张照片')
    await rider.picture('flags-denied')
    await rider.tap('申诉，请换一位看')
    await rider.page.locator('.sheet textarea').fill('两处都扫了，照片存混了，南门的可以去看')
    await rider.picture('flags-appeal')
    await rider.tap('交上去')
    await rider.sees('您申诉了')
    await rider.picture('flags-appealed')

    await secretary.tap('申诉的')
    await secretary.sees(/要换一位来看/)
    await secretary.picture('flags-locked')

    const above = await street.phone('f-street')
    await above.open('/work/reviews/index')
    await above.sees('没有要核对的')
    await above.tap('申诉的')
    await above.sees(/两处都扫了/)
    await above.picture('flags-street')
    await above.tap(/^照发 \d+ 分$/)
    await above.sees('分马上到账，本人会收到消息。')
    await above.picture('flags-pay')
    await above.page.locator('.sheet-foot .button-main').tap()
    await above.sees('没有申诉的')

    await rider.open('/notice/index')
    await rider.sees('核对好了，分发了')
    await rider.open('/points/index/index')
    await rider.sees('核对后发了')
    await rider.sees(/核对后发的/)
    await rider.picture('flags-paid')
  }, 240_000)

  it('what lies above the limit of a day: paid up to it, and the rest judged', async () => {
    const self = street.cloud.phone('f-busy')
    await register(self)
    const personId = await self.personId()
    const { pay } = await import('../../cloudfunctions/carry/pay.ts')
    await pay(causeFor(personId, { points: 30, title: '任务：守一天路口' }), Date.now())
    const rider = await street.phone('f-busy')
    await rider.open('/points/index/index')
    await rider.sees(/到上限先记 20 分，多的 \d+ 分待人工核对/)
    await rider.picture('flags-above')
    const secretary = await street.phone('f-secretary')
    await secretary.open('/work/reviews/index')
    await secretary.sees('超过上限')
    await secretary.picture('flags-above-queue')
    await secretary.tap(/^照发 \d+ 分$/)
    await secretary.page.locator('.sheet-foot .button-main').tap()
    await secretary.sees('没有要核对的')
    await rider.open('/home/index')
    await rider.sees('看积分')
    await rider.open('/points/index/index')
    await rider.sees(/多的 \d+ 分核对过，已经发了/)
  }, 120_000)
})
