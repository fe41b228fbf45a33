import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
let street: Street
let worker: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103', '210114'])
  await street.cloud.staff({ openid: 'j-worker', role: 'gridWorker', organisationId: kaixuan })
  await street.cloud.staff({
    openid: 'j-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  worker = await street.phone('j-worker')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  // No page may throw or complain, whatever else it shows.
  expect(street.errors.splice(0)).toEqual([])
})

/** Someone who has used the form before: their trade and community are remembered. */
async function knownRider(openid: string): Promise<HandPhone> {
  await street.cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area: kaixuan,
    trade: 'delivery',
  })
  const phone = await street.phone(openid)
  await phone.open('/home/index')
  await phone.tap('我要诉求')
  await phone.tap('在哪个社区')
  await phone.page.locator('input').fill('凯旋')
  await phone.tap('凯旋社区')
  await phone.sees('沈河区 · 北站街道')
  await phone.open('/home/index')
  return phone
}

describe('from 发现 to 销号', () => {
  it('a rider asks, the community solves it, the rider confirms', async () => {
    const rider = await street.phone('j-rider')
    await rider.open('/home/index')
    await rider.sees('还没有在办的事')
    await rider.picture('home-empty')

    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('小区北门晚上九点就锁，外卖得绕南门。能不能给骑手留个小门？')
    await rider.sees('按您说的先选了一个')
    await rider.tap('在哪个社区')
    await rider.picture('place-sheet')
    await rider.page.locator('input').fill('凯旋')
    await rider.tap('凯旋社区')
    await rider.tap('外卖骑手')
    await rider.addsPhoto(() => rider.tap('加照片'))
    await rider.picture('request-filled')
    await rider.tap('提交')
    await rider.sees('已经派给凯旋社区')
    await rider.sees(/归所在的社区/)
    await rider.picture('request-sent')
    await rider.tap('看进展')
    await rider.sees('为什么派给它')
    await rider.picture('detail-dispatched')

    await worker.open('/work/list/index')
    await worker.tap('小区北门晚上九点就锁，外卖得绕南门')
    await worker.sees('谁先接，谁负责到底。退单要写原因和建议单位')
    await worker.picture('work-dispatched')
    await worker.tap('接单')
    await worker.tap('跟进')
    await worker.page.locator('textarea').fill('和物业约了今晚八点试开')
    await worker.picture('work-note')
    await worker.tap('记下，告诉本人')
    await worker.sees('和物业约了今晚八点试开')
    await worker.picture('work-accepted')
    await worker.tap('解单')
    await worker.page.locator('textarea').fill('北门小门开到 23:00，昨晚试开过')
    await worker.addsPhoto(() => worker.tap('办完后'))
    await worker.picture('work-resolve')
    await worker.tap('解单，请本人说一声')
    await worker.sees('已解单 · 待回访')

    // WeChat has asked them when they sent it; outside WeChat nobody is asked.
    const account = street.cloud.phone('j-rider')
    if (inject('platform') === 'h5') await account.call('notice.subscribe', { granted: ['progress'] })
    expect((await account.call('notice.reminders', {})).left).toEqual({ progress: 1 })
    await street.cloud.local.trigger('clock')
    await rider.openMessages()
    await rider.sees('进入小程序查看')
    await rider.picture('messages')
    await rider.tap('办完了，等您一句话')
    await rider.sees('办得怎么样？')
    await rider.open('/notice/index')
    await rider.sees('微信还能提醒您')
    await rider.picture('inbox')

    await rider.open('/home/index')
    await rider.sees('下一步：说一声满不满意')
    await rider.picture('home-moving')
    await rider.tap('小区北门晚上九点就锁，外卖得绕南门')
    await rider.sees('办得怎么样？')
    await rider.picture('detail-resolved')
    await rider.tap('满意')
    await rider.sees('已销号')
    await rider.picture('detail-closed')

    await rider.open('/me/index')
    await rider.sees('小区北门晚上九点就锁，外卖得绕南门')
    await rider.picture('mine')
  }, 120_000)

  it('an unsatisfied answer goes back to who was responsible, with the words', async () => {
    const rider = street.cloud.phone('j-unsatisfied')
    const staff = street.cloud.phone('j-worker', `gridWorker-${kaixuan}`)
    const { id } = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'charging',
      text: '充电桩扫码就转圈',
      area: kaixuan,
      trade: 'delivery',
    })
    await staff.call('appeal.accept', { id, version: 1 })
    await staff.call('appeal.resolve', { id, version: 2, words: '重启过了' })
    const phone = await street.phone('j-unsatisfied')
    await phone.open(`/appeal/detail/index?id=${id}`)
    await phone.tap('不满意')
    await phone.page.locator('textarea').fill('还是转圈')
    await phone.picture('unsatisfied-sheet')
    await phone.tap('不满意，接着办')
    await phone.sees('已接单')
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.sees('还是转圈')
    await worker.sees('解单')
  }, 60_000)

  it('a return goes to the district, whose supervisor sends it on', async () => {
    const rider = street.cloud.phone('j-returned')
    const { id } = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '换了人脸机，哥几个都进不去门',
      area: kaixuan,
      trade: 'delivery',
    })
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.tap('退单')
    await worker.page.locator('input').fill('巢湖')
    await worker.tap('巢湖社区')
    await worker.page.locator('textarea').fill('这个门在巢湖社区')
    await worker.picture('work-return')
    await worker.tap('退回沈河区两新工委')
    const supervisor = await street.phone('j-supervisor')
    await supervisor.open('/work/list/index')
    await supervisor.tap('换了人脸机，哥几个都进不去门')
    await supervisor.tap('派单')
    await supervisor.sees('退单时建议')
    await supervisor.page.locator('textarea').fill('门在巢湖，先跟物业核实')
    await supervisor.picture('work-dispatch')
    await supervisor.tap('派给巢湖社区')
    await expect
      .poll(async () => (await rider.call('appeal.view', { id })).organisation.name)
      .toBe('巢湖社区')
  }, 60_000)

  it('a rider withdraws', async () => {
    const rider = street.cloud.phone('j-withdrawn')
    const { id } = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '门卫不让进',
      area: kaixuan,
      trade: 'delivery',
    })
    const phone = await street.phone('j-withdrawn')
    await phone.open(`/appeal/detail/index?id=${id}`)
    await phone.tap('撤回')
    await phone.sees('不用办了？')
    await phone.picture('withdraw-sheet')
    await phone.page.getByText('撤回', { exact: true }).locator('visible=true').last().tap()
    await phone.sees('已撤回')
  }, 60_000)
})

describe('snaps', () => {
  it('three taps and no typing from home to sent', async () => {
    const rider = await knownRider('j-snap')
    let taps = 0
    await rider.addsPhoto(async () => {
      await rider.tap('随手拍')
      taps += 1
    })
    await rider.sees('重拍')
    await rider.tap('消防通道')
    taps += 1
    await rider.picture('snap-filled')
    await rider.tap('发出')
    taps += 1
    await rider.sees('已经派给凯旋社区')
    expect(taps).toBe(3)
  }, 60_000)

  it('a photo taken again takes the place of the first, and is what arrives', async () => {
    const rider = await knownRider('j-again')
    await rider.addsPhoto(() => rider.tap('随手拍'))
    await rider.sees('重拍')
    await rider.addsPhoto(() => rider.tap('重拍'))
    await rider.tap('占道')
    await rider.tap('发出')
    await rider.sees('已经派给凯旋社区')
    const self = street.cloud.phone('j-again')
    const [newest] = (await self.call('appeal.mine', {})).rows
    expect((await self.call('appeal.view', { id: newest?.id ?? '' })).photos).toHaveLength(1)
  }, 60_000)
})

describe('what if there is no signal', () => {
  it('nothing is lost: it waits on the phone, and is sent once when the signal is back', async () => {
    const rider = await knownRider('j-offline')
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('路灯坏了一排，天黑看不见')
    await rider.addsPhoto(() => rider.tap('加照片'))
    await rider.signal(false)
    await rider.tap('提交')
    await rider.sees('没信号，先存在手机上')
    await rider.tap('看待发')
    await rider.sees('还没发的 1 件')
    street.errors.splice(0)
    await rider.signal(true)
    await rider.tap('现在试着发')
    await rider.sees('已收到')
    const { rows } = await street.cloud.phone('j-offline').call('appeal.mine', {})
    expect(rows.filter(({ title }) => title === '路灯坏了一排，天黑看不见')).toHaveLength(1)
  }, 60_000)

  it('a reply that is lost does not send twice', async () => {
    const rider = await knownRider('j-lost')
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('井盖没了')
    let lost = 0
    await rider.page.route('**/call/api', async (route) => {
      if (route.request().postDataJSON().action !== 'appeal.submit' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await rider.tap('提交')
    // It tries again by itself after a while.
    await rider.sees('没信号，先存在手机上')
    await rider.sees('已经派给凯旋社区')
    expect(lost).toBe(1)
    const { rows } = await street.cloud.phone('j-lost').call('appeal.mine', {})
    expect(rows.filter(({ title }) => title === '井盖没了')).toHaveLength(1)
    street.errors.splice(0)
  }, 60_000)

  it('pages say so, and show the last seen copy', async () => {
    const rider = await knownRider('j-seen')
    await rider.sees('没地方停车')
    await rider.tap('没地方停车')
    await rider.sees('为什么派给它')
    await rider.signal(false)
    await rider.page.reload()
    await rider.sees(/没连上/)
    await rider.sees(/上次看到/)
    await rider.picture('detail-offline')
    await rider.open('/home/index')
    await rider.sees('我要诉求')
    await rider.picture('home-offline')
    street.errors.splice(0)
  }, 60_000)
})

describe('bad input on the screen', () => {
  it('a text is shown as text, and one of 5,001 characters is kept and refused in Chinese', async () => {
    const rider = await knownRider('j-bad')
    await rider.tap('我要诉求')
    await rider.tap('提交')
    await rider.sees(/说一句或拍一张就行/)
    await rider.open('/appeal/request/index')
    await rider.page.locator('textarea').fill('<img src=x onerror=alert(1)><b>粗</b>')
    await rider.tap('提交')
    await rider.sees('已经派给凯旋社区')
    await rider.tap('看进展')
    await rider.sees(/<img src=x onerror=alert\(1\)>/)
    expect(await rider.page.locator('img[src="x"]').count()).toBe(0)
  }, 60_000)

  it('somebody else’s appeal shows a face, not the appeal', async () => {
    const { id } = await street.cloud.phone('j-owner').call('appeal.submit', {
      kind: 'request',
      category: 'other',
      text: '别人的事',
      area: kaixuan,
      trade: 'delivery',
    })
    const stranger = await street.phone('j-stranger')
    await stranger.open(`/appeal/detail/index?id=${id}`)
    await stranger.sees(/不归您/)
    expect(await stranger.page.getByText('别人的事').count()).toBe(0)
    await stranger.picture('detail-not-yours')
  }, 60_000)
})
