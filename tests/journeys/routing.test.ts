import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
let street: Street
let admin: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103'])
  await street.cloud.staff({ openid: 'j-admin', role: 'administrator', organisationId: '2101' })
  admin = await street.phone('j-admin')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

const submit = () =>
  street.cloud.phone('j-sender').call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车，天天贴条',
    area: kaixuan,
    trade: 'delivery',
  })
const sheet = (text: string) =>
  admin.page.locator('.sheet').getByText(text, { exact: true }).locator('visible=true').first().tap()
const top = () => admin.page.evaluate(() => window.scrollTo(0, 0))
const chooseKaixuan = async () => {
  await admin.page.locator('.sheet input').fill('kxsq')
  await sheet('凯旋社区')
}

describe('routing rules', () => {
  it('are changed on the phone, tried, and put in force', async () => {
    const before = await submit()
    await admin.open('/admin/index/index')
    await admin.tap('派单规则')
    await admin.sees('现在用的是第 1 版')
    await admin.picture('routing-rules')

    await admin.tap('加一条规则')
    await admin.page.locator('input').locator('visible=true').last().fill('停车归街道')
    await admin.tap('哪几类')
    await sheet('停车')
    await admin.picture('routing-condition')
    await sheet('选好了')
    await admin.tap('所在社区')
    await sheet('所在街道')
    await admin.picture('routing-target')
    await sheet('派给所在街道')
    await admin.page
      .locator('textarea')
      .locator('visible=true')
      .last()
      .fill('【类别】的事，【位置】归街道统一办。')
    await admin.sees('停车的事，凯旋社区归街道统一办。')
    await top()
    await admin.picture('routing-rule')
    await admin.page.mouse.wheel(0, 900)
    await admin.picture('routing-rule-below')
    await admin.tap('改好了')
    await admin.sees('还没生效 · 改了 1 处')

    // Closing the app loses nothing.
    await admin.page.reload()
    await admin.sees('还没生效 · 改了 1 处')
    await admin.page.getByLabel('把停车归街道往后挪').locator('visible=true').tap()
    await admin.sees(/2　停车归街道/)
    await top()
    await admin.picture('routing-changed')

    await admin.tap('试一试')
    await admin.tap('选')
    await chooseKaixuan()
    await admin.page.getByText('停车', { exact: true }).locator('visible=true').first().tap()
    await admin.tap('看会派给谁')
    await admin.sees('会派给北站街道')
    await admin.sees('紧急程度不符')
    await top()
    await admin.picture('routing-dry-run')
    await admin.page.getByLabel('返回').locator('visible=true').tap()

    await admin.tap('生效')
    await admin.sees('还没拿最近 90 天试过')
    await admin.picture('routing-publish-untried')
    await sheet('先拿最近 90 天试')
    await admin.tap('开始试')
    await admin.sees('最近 90 天 1 件里 1 件会去别处')
    await admin.picture('routing-trial')
    await admin.tap('回去看规则')

    await admin.tap('生效')
    await admin.sees('1 件里 1 件会去别处。')
    await admin.page.locator('.sheet textarea').fill('停车由街道统一协调')
    await admin.picture('routing-publish')
    await sheet('生效')
    await admin.sees('现在用的是第 2 版')
    await admin.picture('routing-published')

    const after = await submit()
    expect(after.organisation.name).toBe('北站街道')
    expect(after.dispatch).toMatchObject({
      ruleNumber: 2,
      ruleVersion: 2,
      reason: '停车的事，凯旋社区归街道统一办。',
    })
    const old = await street.cloud.phone('j-sender').call('appeal.view', { id: before.id })
    expect(old.dispatch).toMatchObject({ ruleVersion: 1 })
    expect(old.organisation.name).toBe('凯旋社区')
    const rider = await street.phone('j-sender')
    await rider.open(`/appeal/detail/index?id=${after.id}`)
    await rider.sees(/停车的事，凯旋社区归街道统一办/)
    await rider.picture('routing-rider')
  }, 180_000)

  it('an old version is put in force again', async () => {
    await admin.open('/admin/routing/versions/index')
    await admin.tap('第 1 版 · 最初的规则')
    await admin.page.locator('.sheet textarea').fill('街道忙不过来')
    await admin.picture('routing-restore')
    await sheet('恢复这一版')
    await admin.sees(/第 3 版 · 恢复第 1 版/)
    await admin.picture('routing-versions')
    expect((await submit()).dispatch.ruleVersion).toBe(3)
  }, 60_000)

  it('somebody published meanwhile: the changes stay, and it is said', async () => {
    await admin.open('/admin/routing/index/index')
    await admin.page.getByLabel('把差评、超时、平台规则往前挪').locator('visible=true').tap()
    await admin.sees('还没生效 · 改了 1 处')
    const phone = street.cloud.phone('j-admin', 'administrator-2101')
    const { rules } = await phone.call('routing.view', { organisationId: '2101' })
    await phone.call('routing.publish', {
      organisationId: '2101',
      version: 3,
      rules: rules.slice(1),
      words: '别人改的',
    })
    await admin.page.reload()
    await admin.sees('规则已经换到第 4 版')
    await top()
    await admin.picture('routing-stale')
    await admin.tap('不改了，照现在的')
    await admin.sees('试一试会派给谁')
  }, 60_000)

  it('a district reads them and changes nothing; without a signal the last ones are shown', async () => {
    await street.cloud.staff({ openid: 'j-district', role: 'administrator', organisationId: '210103' })
    const district = await street.phone('j-district')
    await district.open('/admin/routing/index/index')
    await district.sees('规则全市一套，由市里的管理员来改。')
    await district.picture('routing-district')
    await district.signal(false)
    await district.page.reload()
    await district.sees(/没连上/)
    await district.sees('现在用的是第 4 版')
    await district.picture('routing-offline')
    street.errors.splice(0)
  }, 60_000)
})

describe('the place of a form', () => {
  it('comes from a link or a scanned code, can be changed, and is remembered', async () => {
    const rider = await street.phone('j-scanning')
    await rider.open(`/appeal/request/index?area=${kaixuan}&channel=station`)
    await rider.sees('凯旋社区')
    await rider.picture('routing-scanned')
    const snapper = await street.phone('j-snapping')
    await snapper.open(`/appeal/snap/index?scene=${encodeURIComponent(`area=${kaixuan}&channel=station`)}`)
    await snapper.sees('凯旋社区')
    await rider.open('/appeal/request/index')
    await rider.sees('凯旋社区')
    await rider.open('/appeal/request/index?area=210103')
    await rider.sees('只知道到沈河区，要先问清哪个社区，会慢些')
    await rider.picture('routing-coarse')
  }, 60_000)
})
