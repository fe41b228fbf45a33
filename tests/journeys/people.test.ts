import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueSetupCode } from '../../scripts/load/setup.ts'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
let street: Street
let code: string | undefined

beforeAll(async () => {
  street = await openStreet(['210103'])
  code = await issueSetupCode('2101')
  await street.cloud.staff({ openid: 'p-worker', role: 'gridWorker', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'p-secretary', role: 'secretary', organisationId: kaixuan })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

async function askedOpenly(openid: string): Promise<string> {
  const { id } = await street.cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门锁了，外卖得绕路',
    area: kaixuan,
    trade: 'delivery',
    identity: 'open',
  })
  return id
}

async function chooseKaixuan(phone: HandPhone): Promise<void> {
  await phone.page.locator('input').last().fill('凯旋')
  await phone.tap('凯旋社区')
}

describe('a rider', () => {
  it('says what is wrong first, then registers with what is known already', async () => {
    const rider = await street.phone('p-rider')
    await rider.open('/home/index')
    await rider.tap('我要诉求')
    await rider.page.locator('textarea').fill('北门锁了')
    await rider.tap('在哪个社区')
    await chooseKaixuan(rider)
    await rider.tap('外卖骑手')
    await rider.tap('提交')
    await rider.tap('顺手报个到')
    await rider.sees('有事找它，有活动通知您')
    await rider.page.locator('input').fill('老王')
    await rider.tap('美团')
    await rider.picture('register')
    await rider.tap('同意并报到')
    await rider.sees('在凯旋社区报到了')
    await rider.open('/me/index')
    await rider.sees('在凯旋社区报到了 · 我的资料')
    await rider.picture('me-registered')
  }, 60_000)

  it('leaves a number, sees who looked at it and why, and takes everything away', async () => {
    const rider = await street.phone('p-open')
    const id = await askedOpenly('p-open')
    await rider.open('/account/data/index')
    await rider.tap('留电话')
    await rider.sees('13800138000')
    await rider.picture('my-data')

    const worker = await street.phone('p-worker')
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.tap('接单')
    await worker.tap('看电话')
    await worker.picture('contact-reason')
    await worker.tap('约个时间')
    await worker.page.locator('.sheet-foot').getByText('看电话').tap()
    await worker.sees('13800138000')
    await worker.picture('contact-number')

    await rider.open('/account/looks/index')
    await rider.sees('凯旋社区 · 网格员')
    await rider.sees('为什么：约个时间')
    await rider.picture('looks')
    await rider.open('/account/data/index')
    await rider.tap('注销')
    await rider.sees(/1 件在办的事接着办完/)
    await rider.picture('deletion')
    await street.cloud.rest('p-open')
    await rider.tap('都删掉，注销')
    await rider.sees('还没有在办的事')
    expect((await street.cloud.phone('p-open').call('person.profile', {})).phone).toBeUndefined()
  }, 90_000)

  it('reads the privacy text', async () => {
    const rider = await street.phone('p-reader')
    await rider.open('/account/privacy/index')
    await rider.sees(/每看一次电话都记下/)
    await rider.picture('privacy')
  }, 30_000)
})

describe('those who appoint', () => {
  it('the first administrator comes in by the code and invites; the guest accepts; it is all written down', async () => {
    const administrator = await street.phone('p-administrator')
    await administrator.open('/account/setUp/index')
    await administrator.page.locator('input').fill('AAAA-BBBB-CCCC')
    await administrator.tap('当第一位管理员')
    await administrator.sees(/设置码不对/)
    await administrator.picture('setup-wrong')
    await administrator.tap('知道了')
    await administrator.page.locator('input').fill(code ?? '')
    await administrator.tap('当第一位管理员')
    await administrator.sees('沈阳市 · 管理员')

    await administrator.open('/admin/people/index')
    await administrator.sees('凯旋社区 · 网格员')
    await administrator.picture('people')
    await administrator.tap('邀请一位')
    await administrator.page.locator('.sheet').getByText('书记', { exact: true }).tap()
    await administrator.picture('invite-sheet')
    await administrator.tap('做一个邀请')
    await administrator.sees('沈阳市请您当书记')
    await administrator.page.locator('.code-picture img').waitFor()
    await administrator.picture('invitation-to-send')
    const link = administrator.page.url()
    const token = /token=([0-9a-f]{32})/.exec(link)?.[1] ?? ''

    const guest = await street.phone('p-guest')
    await guest.open(`/account/invitation/index?token=${token}`)
    await guest.sees('请您当书记')
    await guest.picture('invitation')
    await guest.tap('接受邀请')
    await guest.sees('沈阳市 · 书记')
    const late = await street.phone('p-late')
    await late.open(`/account/invitation/index?token=${token}`)
    await late.sees('已经有人接受了，请让邀请您的人再发一个')
    await late.picture('invitation-over')

    await administrator.open('/admin/audit/index')
    await administrator.sees(/成为书记/)
    await administrator.picture('audit')
  }, 120_000)

  it('a secretary ends several appointments in one go', async () => {
    for (const openid of ['p-one', 'p-two'])
      await street.cloud.staff({ openid, role: 'messenger', organisationId: kaixuan })
    const secretary = await street.phone('p-secretary')
    await secretary.open('/account/data/index')
    await secretary.tap('辞去')
    await secretary.picture('resign')
    await secretary.open('/work/bench/index')
    await secretary.tap('人员')
    await secretary.page.getByText('社情传递员', { exact: true }).first().tap()
    await secretary.tap('报到码')
    await secretary.page.locator('.code-picture img').waitFor()
    await secretary.picture('register-code')
    await secretary.tap('好了')
    await secretary.tap('选几个')
    for (const row of await secretary.page.locator('.row').filter({ hasText: '凯旋社区 · 社情传递员' }).all())
      await row.tap()
    await secretary.picture('people-chosen')
    await secretary.tap('结束 2 个任职')
    await secretary.page.locator('textarea').fill('换届了')
    await secretary.picture('end-sheet')
    await secretary.page.locator('.sheet-foot').getByText('结束 2 个任职').tap()
    await secretary.sees('这里还没有人')
    expect((await street.cloud.phone('p-one').call('person.me', {})).hats).toEqual([])
  }, 60_000)
})

describe('without signal', () => {
  it('a list of people says so and keeps what it had', async () => {
    const secretary = await street.phone('p-secretary')
    await secretary.open('/admin/people/index')
    await secretary.sees('凯旋社区 · 书记')
    await secretary.signal(false)
    await secretary.page.reload()
    await secretary.sees(/没连上/)
    await secretary.sees('凯旋社区 · 书记')
    await secretary.picture('people-offline')
    await secretary.signal(true)
    street.errors.splice(0)
  }, 60_000)
})
