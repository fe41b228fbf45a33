import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import type { Phone } from '../support/cloud.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
const here = { longitude: 123.43, latitude: 41.8 }
let street: Street
let worker: Phone

beforeAll(async () => {
  street = await openStreet(['210103014'])
  worker = await street.cloud.staff({ openid: 'v-worker', role: 'gridWorker', organisationId: kaixuan })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

/** The community publishes a task that begins in ten minutes: check-in is open. */
async function published(change: object = {}): Promise<string> {
  const plan = {
    title: '雪后清扫北站路台阶',
    words: '铁锹在驿站门口，拿了就干，扫出一条能走的道就行。',
    kind: 'cleaning' as const,
    place: { name: '北站路台阶', point: { longitude: 123.4335, latitude: 41.8012 } },
    from: Date.now() + 10 * 60_000,
    to: Date.now() + 10 * 60_000 + hour,
    places: 5,
    points: 6,
    proof: ['code' as const, 'photo' as const],
    ...change,
  }
  return (await worker.call('task.create', { plan, publish: true })).id
}

async function registered(openid: string): Promise<Phone> {
  const phone = street.cloud.phone(openid)
  await phone.call('person.register', {
    nickname: '骑手老王',
    trade: 'delivery',
    communityId: kaixuan,
    consentVersion: 1,
  })
  return phone
}

async function volunteer(openid: string, placed = true): Promise<HandPhone> {
  await registered(openid)
  const phone = await street.phone(openid)
  if (placed) {
    await phone.page.context().grantPermissions(['geolocation'])
    await phone.page.context().setGeolocation(here)
  }
  return phone
}

const type = (phone: HandPhone, text: string) => phone.page.locator('input:visible').first().fill(text)

describe('from the list to the record', () => {
  it('a place is taken, proved, verified, and stands in the record', async () => {
    const id = await published()
    await published({
      title: '反诈单子，顺路发一发',
      kind: 'publicity',
      places: 20,
      points: 2,
      place: { name: '凯旋社区门口', point: { longitude: 123.437, latitude: 41.8 } },
      from: Date.now() + 26 * hour,
      to: Date.now() + 30 * hour,
    })
    const rider = await volunteer('v-rider')
    await rider.open('/task/index')
    await rider.sees('雪后清扫北站路台阶')
    await rider.sees('还剩 5 个')
    await rider.picture('task-list')
    await rider.tap('地图')
    await rider.picture('task-map')
    await rider.tap('列表')
    await rider.tap('离我最近')
    await rider.picture('task-sort')
    await rider.tap('积分最多')
    await rider.tap('雪后清扫北站路台阶')
    await rider.sees('认领一个名额')
    await rider.sees(/离您 \d+ 米，骑车 \d 分钟/)
    await rider.picture('task-detail')
    await rider.tap('认领一个名额')
    await rider.sees(/^领到了/)
    await rider.sees('已认领')
    await rider.picture('task-claimed')

    await rider.tap('签到')
    await rider.sees('先签到')
    await rider.picture('task-check-in')
    await type(rider, '000000')
    await rider.tap('用这个码签到')
    await rider.sees('码不对或者换过了')
    await rider.tap('知道了')
    const { codes } = await worker.call('task.codes', { id })
    await type(rider, codes[0]?.code ?? '')
    await rider.tap('用这个码签到')
    await rider.sees('拍一张做完的')
    await rider.addsPhoto(() => rider.tap('拍照'))
    await rider.page.locator('textarea').fill('扫出一条能走的道了')
    await rider.picture('task-hand-in')
    await rider.tap('交上去')
    await rider.sees('等验收')

    const [work] = (await worker.call('task.toVerify', {})).rows
    const claimId = work?.claims[0]?.id ?? ''
    expect(work?.claims[0]?.proof?.words).toBe('扫出一条能走的道了')
    await worker.call('task.verify', { id, verdicts: [{ claimId, accepted: true, words: '台阶能走了' }] })
    await rider.open('/notice/index')
    await rider.tap('验收通过了')
    await rider.sees('台阶能走了')
    await rider.picture('task-verified')

    await rider.open('/volunteer/record/index')
    await rider.sees(/年 · 做过 1 次/)
    await rider.picture('task-record')
    await rider.tap('出证明')
    await rider.sees('存下来，发出去')
    await rider.picture('task-certificate')
    await rider.open('/task/index')
    await rider.tap(/^我的 1/)
    await rider.picture('task-mine')
    await rider.open('/home/index')
    await rider.sees('附近的任务')
    await rider.picture('task-home')
    await rider.open('/me/index')
    await rider.sees('跑单时段和五员')
    await rider.picture('task-me')
  }, 120_000)
})

describe('when it is full', () => {
  it('who waits is offered what is given back, and takes it', async () => {
    const id = await published({ title: '校门口看秩序', places: 1 })
    const first = await registered('v-first')
    await first.call('task.claim', { id })
    const rider = await volunteer('v-waits')
    await rider.open(`/task/detail/index?id=${id}`)
    await rider.tap('排上候补')
    await rider.sees('您排第 1 位，空出来给您留 15 分钟')
    await rider.picture('task-waiting')
    await first.call('task.release', { id })
    await rider.open('/notice/index')
    await rider.tap('空出一个名额')
    await rider.sees(/^给您留到 .*还剩 1\d 分$/)
    await rider.picture('task-offered')
    await rider.tap('领下这个名额')
    await rider.sees('已认领')
  }, 60_000)

  it('who comes a moment too late is told at once, and can wait', async () => {
    const id = await published({ title: '给老人捎午饭', places: 1 })
    const rider = await volunteer('v-late')
    await rider.open(`/task/detail/index?id=${id}`)
    await rider.sees('认领一个名额')
    await (await registered('v-faster')).call('task.claim', { id })
    await rider.tap('认领一个名额')
    await rider.sees('名额刚被领完，没领到')
    await rider.picture('task-full')
    // The one in the sheet.
    await rider.tap('排上候补')
    await rider.sees('您排第 1 位，空出来给您留 15 分钟')
  }, 60_000)
})

describe('somebody new', () => {
  it('has the place held, registers, and keeps it', async () => {
    const id = await published({
      title: '高峰帮忙看秩序',
      from: Date.now() + 5 * hour,
      to: Date.now() + 6 * hour,
    })
    const rider = await street.phone('v-new')
    await rider.open(`/task/detail/index?id=${id}`)
    await rider.tap('认领一个名额')
    await rider.sees(/^给您留到 .*报到一分钟就好$/)
    await rider.picture('task-held')
    await rider.tap('去报到，名额就是您的')
    await rider.sees('凯旋社区')
    await rider.tap('外卖骑手')
    await rider.picture('task-register')
    await rider.tap('同意并报到')
    await rider.sees('已认领')
    await rider.tap('退掉')
    await rider.sees('现在退不影响您，名额给下一位。')
    await rider.picture('task-release')
    // The one in the sheet.
    await rider.tap('退掉')
    await rider.sees('认领一个名额')
  }, 60_000)
})

describe('without', () => {
  it('a position: the list of the community, or of another', async () => {
    await published({ title: '记一记小区好走的门', places: 30, points: 1 })
    const rider = await volunteer('v-nowhere', false)
    await rider.open('/task/index')
    await rider.sees('没拿到位置，先看凯旋社区的')
    await rider.sees('记一记小区好走的门')
    await rider.picture('task-no-position')
    const stranger = await street.phone('v-stranger')
    await stranger.open('/task/index')
    await stranger.sees('没拿到位置，先选个社区')
    await stranger.picture('task-no-community')
    await stranger.tap('没拿到位置，先选个社区')
    await type(stranger, '凯旋')
    await stranger.tap('凯旋社区')
    await stranger.sees('记一记小区好走的门')
  }, 60_000)

  it('a signal: what was photographed waits, and goes by itself when it is back', async () => {
    const id = await published({ title: '一起扫一扫', proof: ['photo'] })
    const rider = await volunteer('v-offline')
    await street.cloud.phone('v-offline').call('task.claim', { id })
    await rider.open(`/volunteer/proof/index?id=${id}`)
    await rider.sees('拍一张做完的')
    await rider.addsPhoto(() => rider.tap('拍照'))
    await rider.signal(false)
    await rider.tap('交上去')
    await rider.sees('没信号，先存在手机上')
    await rider.picture('task-hand-in-offline')
    await rider.open('/home/index')
    await rider.page.reload()
    await rider.sees('做完的存在手机上，有信号自己交上去')
    await rider.picture('home-hand-in-waits')
    street.errors.splice(0)
    // It goes by itself when the app is in hand again, on whichever page.
    await rider.signal(true)
    await rider.page.reload()
    const state = async () => (await street.cloud.phone('v-offline').call('task.view', { id })).claim?.state
    await expect.poll(state).toBe('submitted')
    await rider.open('/task/index')
    await rider.signal(false)
    await rider.page.reload()
    await rider.sees(/没连上/)
    await rider.picture('task-list-offline')
    street.errors.splice(0)
  }, 60_000)
})

it('what one is as a volunteer is kept', async () => {
  const rider = await volunteer('v-settings')
  await rider.open('/me/index')
  await rider.tap('跑单时段和五员')
  await rider.tap('午高峰 11–14 点')
  await rider.tap('加一段别的时间')
  await rider.tap('服务员')
  await rider.picture('volunteer-settings')
  await rider.tap('存好')
  await rider.sees('跑单时段和五员')
  await expect
    .poll(() => street.cloud.phone('v-settings').call('volunteer.view', {}))
    .toEqual({
      tags: ['helper'],
      riding: [
        { from: 660, to: 840 },
        { from: 540, to: 600 },
      ],
    })
}, 60_000)
