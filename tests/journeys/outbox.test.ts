import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
let street: Street

beforeAll(async () => {
  street = await openStreet(['210103'])
  await street.cloud.staff({ openid: 'x-worker', role: 'gridWorker', organisationId: kaixuan })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

/** Someone whose trade the cloud knows and whose phone remembers the community. */
async function knownRider(openid: string): Promise<HandPhone> {
  await street.cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area: kaixuan,
    trade: 'delivery',
  })
  const phone = await street.phone(openid)
  await phone.open('/appeal/request/index')
  await phone.tap('在哪个社区')
  await phone.page.locator('input').fill('凯旋')
  await phone.tap('凯旋社区')
  await phone.sees('沈河区 · 北站街道')
  await phone.open('/home/index')
  await phone.sees('没地方停车')
  return phone
}

/** What somebody sent beside the first one, as the cloud has it. */
async function arrived(openid: string) {
  const self = street.cloud.phone(openid)
  const { rows } = await self.call('appeal.mine', {})
  const others = rows.filter(({ title }) => title !== '没地方停车')
  return Promise.all(others.map(({ id }) => self.call('appeal.view', { id })))
}

/** The console of a browser without a signal complains; that is what it is there for. */
const withoutSignal = () => street.errors.splice(0)

describe('an appeal that is spoken', () => {
  it('is recorded by holding, played back, sent without typing, and heard by the handler', async () => {
    const rider = await knownRider('x-voice')
    await rider.tap('我要诉求')
    await rider.sees('按住说话')
    await rider.picture('voice-empty')
    await rider.speaks('按住说话', 600)
    await rider.sees('太短了，多说一句')
    await rider.speaks('按住说话', 2300)
    await rider.page.getByLabel('听录音，2 秒').waitFor()
    await rider.picture('voice-recorded')
    await rider.tap('2 秒')
    await rider.page.getByLabel('停下').waitFor()
    await rider.page.getByLabel('听录音，2 秒').waitFor()
    await rider.tap('提交')
    await rider.sees('已经派给凯旋社区')
    await rider.tap('看进展')
    await rider.page.getByLabel('听录音，2 秒').waitFor()
    await rider.picture('voice-detail')
    const [appeal] = await arrived('x-voice')
    expect(appeal).toMatchObject({ title: '语音 2 秒 · 其他', text: '', voice: { seconds: 2 } })

    const worker = await street.phone('x-worker')
    await worker.open('/work/list/index')
    await worker.tap('语音 2 秒 · 其他')
    await worker.page.getByLabel('听录音，2 秒').tap()
    await worker.page.getByLabel('停下').waitFor()
    await worker.picture('voice-staff')
    await worker.page.getByLabel('听录音，2 秒').waitFor()
  }, 90_000)

  it('can be spoken by a tap to begin and a tap to end, heard, taken away and said again', async () => {
    const rider = await knownRider('x-tap')
    await rider.tap('我要诉求')
    await rider.tap('按住说话')
    await rider.sees('说完了，点这里')
    await rider.page.waitForTimeout(1300)
    await rider.picture('voice-recording')
    await rider.tap('说完了，点这里')
    await rider.page.getByLabel(/^听录音/).waitFor()
    // Spoken is as safe as typed: it is there after the app was closed.
    await rider.open('/home/index')
    await rider.page.reload()
    await rider.sees('写了一半')
    await rider.sees(/^语音 \d 秒$/)
    await rider.tap('存在手机上，点开接着写')
    await rider.page.getByLabel(/^听录音/).waitFor()
    await rider.page.getByLabel('去掉录音').tap()
    await rider.sees('按住说，松开就录好；点一下也能说，最长 60 秒')
  }, 60_000)
})

describe('without a signal', () => {
  it('what was typed, taken and spoken waits on the phone and is sent by itself, once', async () => {
    const rider = await knownRider('x-offline')
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('路灯坏了一排，天黑看不见')
    await rider.addsPhoto(() => rider.tap('加照片'))
    await rider.speaks('按住说话', 1400)
    await rider.page.getByLabel('听录音，1 秒').waitFor()
    await rider.signal(false)
    await rider.tap('提交')
    await rider.sees('没信号，先存在手机上')
    await rider.picture('outbox-posted')
    await rider.tap('回首页')
    await rider.sees('还没发的')
    await rider.sees('照片 1 · 语音 1 秒')
    await rider.picture('home-waiting')
    // The form is free again at once.
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('井盖没了')
    await rider.tap('提交')
    await rider.sees('没信号，先存在手机上')
    expect(await arrived('x-offline')).toEqual([])

    // The app is closed and opened again.
    await rider.page.goto('about:blank')
    await rider.open('/home/index')
    await rider.sees('路灯坏了一排，天黑看不见')
    await rider.tap('全部')
    await rider.sees('还没发的 2 件')
    await rider.picture('outbox-waiting')

    await rider.signal(true)
    await rider.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await rider.sees('刚发出的')
    await expect.poll(async () => (await arrived('x-offline')).length).toBe(2)
    await rider.page.getByText('还没发的 2 件').waitFor({ state: 'hidden' })
    await rider.picture('outbox-sent')
    const all = await arrived('x-offline')
    const lamp = all.find(({ title }) => title === '路灯坏了一排，天黑看不见')
    expect(lamp?.photos).toHaveLength(1)
    expect(lamp?.voice?.seconds).toBe(1)
    const heard = `${street.cloud.local.url}/stored?id=${encodeURIComponent(lamp?.voice?.fileId ?? '')}`
    expect((await fetch(heard)).headers.get('content-type')).toContain('audio')

    await rider.tap('路灯坏了一排，天黑看不见')
    await rider.sees('为什么派给它')
    await rider.open('/home/index')
    await rider.sees('正在办的')
    expect(await arrived('x-offline')).toHaveLength(2)
    withoutSignal()
  }, 120_000)

  it('an app that is killed before the reply arrives does not send twice', async () => {
    const rider = await knownRider('x-killed')
    let held = 0
    await rider.page.route('**/call/api', async (route) => {
      if (route.request().postDataJSON().action !== 'appeal.submit' || held > 0) return route.continue()
      held += 1
      await route.fetch()
      // The reply never reaches the phone: the app is gone before.
    })
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('井盖没了，下雨看不见')
    await rider.addsPhoto(() => rider.tap('加照片'))
    await rider.tap('提交')
    await rider.sees('正在发')
    await expect.poll(async () => (await arrived('x-killed')).length).toBe(1)
    await rider.page.goto('about:blank')
    await rider.open('/home/index')
    await rider.sees('已收到')
    const [only, ...more] = await arrived('x-killed')
    expect(more).toEqual([])
    expect(only?.photos).toHaveLength(1)
    expect(held).toBe(1)
    withoutSignal()
  }, 60_000)

  it('what waits can be changed, or taken away after being asked', async () => {
    const rider = await knownRider('x-change')
    await rider.signal(false)
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('充电桩坏了')
    await rider.tap('提交')
    await rider.tap('看待发')
    await rider.tap('改一改')
    await rider.sees('改好再发')
    await rider.picture('outbox-change')
    await rider.page.getByText('改一改', { exact: true }).locator('visible=true').last().tap()
    await rider.sees('像是')
    expect(await rider.page.locator('textarea').inputValue()).toBe('充电桩坏了')
    await rider.page.locator('textarea').fill('充电桩坏了两个')
    await rider.tap('提交')
    await rider.tap('看待发')
    await rider.sees('充电桩坏了两个')
    await rider.tap('不发了')
    await rider.sees('这件不发了？')
    await rider.picture('outbox-discard')
    await rider.tap('不发了，去掉')
    await rider.sees('都发出去了')
    await rider.signal(true)
    await rider.open('/home/index')
    await rider.sees('没地方停车')
    expect(await arrived('x-change')).toEqual([])
    withoutSignal()
  }, 60_000)

  it('what only the person can mend says so, and goes once it is mended', async () => {
    const rider = await knownRider('x-mend')
    await rider.signal(false)
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('门禁坏了')
    await rider.tap('提交')
    await rider.tap('看待发')
    await rider.sees('等信号')
    // The function takes it for a place that is no more.
    await rider.signal(true)
    await rider.page.route('**/call/api', async (route) => {
      if (route.request().postDataJSON().action !== 'appeal.submit') return route.continue()
      await route.fulfill({
        json: {
          ok: false,
          error: { code: 'AREA_NOT_FOUND', message: '没找到这个社区。请重新选一个，写的都还在。' },
        },
      })
    })
    await rider.tap('现在试着发')
    await rider.sees('等您改一下')
    await rider.sees('没找到这个社区。请重新选一个，写的都还在。')
    await rider.picture('outbox-needs-you')
    await rider.page.unroute('**/call/api')
    await rider.tap('改一改')
    await rider.page.getByText('改一改', { exact: true }).locator('visible=true').last().tap()
    await rider.sees('像是')
    await rider.tap('提交')
    await rider.sees('已经派给凯旋社区')
    expect(await arrived('x-mend')).toHaveLength(1)
    withoutSignal()
  }, 60_000)
})
