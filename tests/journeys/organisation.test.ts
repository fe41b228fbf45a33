import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const street210 = '210103014'
let street: Street
let admin: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103', '210105'])
  await street.cloud.staff({ openid: 'j-admin', role: 'administrator', organisationId: '2101' })
  admin = await street.phone('j-admin')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  // No page may throw or complain, whatever else it shows.
  expect(street.errors.splice(0)).toEqual([])
})

const city = () => street.cloud.phone('j-admin', 'administrator-2101')
/** Writes into the field that is in front. */
const write = (text: string) => admin.page.locator('input').locator('visible=true').last().fill(text)
const fresh = async (name: string, parentId = street210) =>
  (await city().call('organisation.create', { parentId, name, kind: 'community' })).id

describe('organisations', () => {
  it('an administrator finds one by initials, founds another, and fills it in', async () => {
    await admin.open('/me/index')
    await admin.tap('沈阳市 · 管理员')
    await admin.sees('建、改、移、并，导入导出')
    await admin.picture('admin-start')
    await admin.tap('单位')
    await admin.sees('沈河区')
    await admin.picture('admin-tree')
    await write('kxsq')
    await admin.sees('凯旋社区')
    await admin.picture('admin-search')
    await write('')
    await admin.tap('沈河区')
    await admin.tap('北站街道')
    await admin.sees('凯旋社区')
    await admin.picture('admin-street')
    await admin.tap('新建单位')
    await write('蜂巢社区')
    await admin.picture('admin-create')
    await admin.tap('新建社区')
    await admin.sees('谁都可以来')
    await admin.picture('admin-organisation-new')

    await admin.tap('开放时间')
    await admin.tap('天天')
    await admin.picture('admin-hours')
    await admin.tap('存好')
    await admin.sees('周一至周日 08:30-17:00')
    await admin.tap('服务对象')
    await admin.tap('外卖骑手')
    await admin.tap('快递小哥')
    await admin.picture('admin-trades')
    await admin.tap('存好')
    await admin.sees('外卖骑手、快递小哥')
    await admin.tap('单位电话')
    await write('024-88888888')
    await admin.tap('存好')
    await admin.sees('024-88888888')
    await admin.tap('位置')
    await admin.page.locator('.map-drawing').tap({ position: { x: 200, y: 90 } })
    await admin.picture('admin-centre')
    await admin.tap('存好')
    await admin.sees(/^东经/)
    await admin.tap('边界')
    await admin.page.locator('textarea').fill('{"type":"Polygon"')
    await admin.sees(/没粘全/)
    const ring = [
      [123.425, 41.802],
      [123.438, 41.802],
      [123.438, 41.81],
      [123.425, 41.81],
      [123.425, 41.802],
    ]
    await admin.page.locator('textarea').fill(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
    await admin.sees('存好，4 个点')
    await admin.picture('admin-boundary')
    await admin.tap('存好，4 个点')
    await admin.sees('一圈，4 个点')
    await admin.page.mouse.wheel(0, 600)
    await admin.picture('admin-organisation')
  }, 120_000)

  it('merges two: it says what happens, shows how far it is, and the appeals are at the heir', async () => {
    const [former] = [await fresh('前身社区'), await fresh('后继社区')]
    const rider = street.cloud.phone('j-rider')
    const { id } = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停车',
      area: former,
      trade: 'delivery',
    })
    await admin.open(`/admin/organisation/index?id=${former}`)
    await admin.tap('并入别的单位')
    await write('hjsq')
    await admin.tap('后继社区')
    await admin.sees('会怎么样')
    await admin.picture('admin-merge')
    await admin.tap('并入后继社区')
    await admin.sees('已并入后继社区')
    await expect
      .poll(async () => (await rider.call('appeal.view', { id })).organisation.name)
      .toBe('后继社区')
    await admin.picture('admin-merged')
    const phone = await street.phone('j-rider')
    await phone.open(`/appeal/detail/index?id=${id}`)
    await phone.sees('由后继社区承接')
    await phone.picture('detail-inherited')
  }, 60_000)

  it('goes on with what somebody else left', async () => {
    const id = (
      await city().call('organisation.create', { parentId: '210103', name: '搬动街道', kind: 'street' })
    ).id
    await fresh('搬动社区', id)
    await city().call('organisation.move', { id, version: 1, parentId: '210105' })
    await admin.open(`/admin/organisation/index?id=${id}`)
    await admin.sees(/停在这里，一件没丢/)
    await admin.picture('admin-unsettled')
    await admin.tap('接着办')
    await admin.sees('移到别处')
    expect((await city().call('organisation.list', { text: '搬动社区' })).rows[0]?.location).toBe(
      '皇姑区 · 搬动街道',
    )
  }, 60_000)

  it('closes several at once, and says which stay and why', async () => {
    const parent = (
      await city().call('organisation.create', { parentId: '210103', name: '关停街道', kind: 'street' })
    ).id
    await fresh('关停社区', parent)
    const busy = await fresh('忙着社区', parent)
    await street.cloud.phone('j-rider').call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停车',
      area: busy,
      trade: 'delivery',
    })
    await admin.open('/admin/organisations/index')
    await admin.tap('沈河区')
    await admin.tap('关停街道')
    await admin.tap('选几个，一起关闭')
    await admin.tap('关停社区')
    await admin.tap('忙着社区')
    await admin.picture('admin-select')
    await admin.tap('关闭 2 个')
    await admin.sees('关闭这 2 个单位？')
    await admin.page.locator('.sheet').getByText('关闭 2 个', { exact: true }).tap()
    await admin.sees('关闭了 1 个，1 个没有')
    await admin.picture('admin-batch-result')
    await admin.tap('知道了')
    await admin.tap('已关')
    await admin.sees('关停社区')
    await admin.picture('admin-closed')
  }, 60_000)
})

describe('tables', () => {
  it('faults are told by row before anything changes, then a good table is taken', async () => {
    await admin.open(`/admin/transfer/index?id=${street210}`)
    await admin.sees('导出北站街道')
    await admin.picture('admin-transfer')
    const download = admin.page.waitForEvent('download')
    await admin.tap('导出北站街道')
    expect((await download).suggestedFilename()).toBe('北站街道的单位.csv')
    const heading = '编号,名称,类型,上级编号,电话'
    await admin.page.locator('textarea').fill(`${heading}\n,表一社区,社区,${street210},打我\nnothing,改名,,,`)
    await admin.tap('先查一遍，不会动')
    await admin.sees('要改的')
    await admin.sees('第 3 行 · 编号')
    await admin.page.mouse.wheel(0, 900)
    await admin.picture('admin-faults')
    await admin.page.locator('textarea').fill(`${heading}\n,表一社区,社区,${street210},024-1234567`)
    await admin.tap('先查一遍，不会动')
    await admin.sees('新建社区“表一社区”，放在北站街道下面')
    await admin.page.mouse.wheel(0, 900)
    await admin.picture('admin-dry-run')
    await admin.tap('导入这 1 行')
    await admin.sees('导入好了')
    expect((await city().call('organisation.list', { text: '表一社区' })).rows).toHaveLength(1)
  }, 60_000)
})

describe('what if', () => {
  it('there is no signal: the last seen tree stays, and nothing can be changed', async () => {
    await admin.open('/admin/organisations/index')
    await admin.sees('沈河区')
    await admin.signal(false)
    await admin.page.reload()
    await admin.sees(/没连上/)
    await admin.sees('沈河区')
    await admin.picture('admin-offline')
    await admin.open('/admin/organisation/index?id=210103006')
    await admin.sees('没连上，不是您的问题')
    await admin.picture('admin-organisation-offline')
    street.errors.splice(0)
    await admin.signal(true)
    await admin.tap('再试一次')
    await admin.sees('资料')
  }, 60_000)

  it('somebody is no administrator, or not of this organisation', async () => {
    const rider = await street.phone('j-rider')
    await rider.open('/admin/organisations/index')
    await rider.sees('您现在管不了这里')
    await rider.picture('admin-nobody')
    await street.cloud.staff({ openid: 'j-huanggu', role: 'administrator', organisationId: '210105' })
    const other = await street.phone('j-huanggu')
    await other.open('/admin/organisation/index?id=210103014001')
    await other.sees(/不归您/)
    await other.picture('admin-not-yours')
  }, 60_000)
})
