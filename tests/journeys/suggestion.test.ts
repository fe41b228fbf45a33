import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
let street: Street

beforeAll(async () => {
  street = await openStreet(['210103'])
  await street.cloud.staff({ openid: 'g-city', role: 'administrator', organisationId: '2101' })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

describe('categories from words', () => {
  it('three on top, danger and numbers noticed, all of it left to the person, also without a signal', async () => {
    const rider = await street.phone('g-rider')
    await rider.open('/appeal/request/index')
    await rider.sees('自己选一类')
    await rider.picture('suggest-none')
    await rider.page.locator('textarea').fill('换电柜里一块满的都没有，推着走了三里地')
    await rider.sees('按您说的先选了一个')
    await rider.sees(/因为您说了/)
    await rider.picture('suggest-three')
    await rider.tap('都不是')
    await rider.sees('健康')
    await rider.picture('suggest-all')
    await rider.page.locator('.form-all').getByText('培训', { exact: true }).tap()
    await rider.sees('您选的')
    await rider.page
      .locator('textarea')
      .fill('楼道里充电桩冒烟了，车牌辽A12345，我电话幺三八零零幺三八零零零')
    await rider.sees('有人正有危险吗？')
    await rider.sees('写了车牌、电话号码，要盖住吗？')
    await rider.picture('suggest-noticed')
    await rider.tap('按紧急办')
    await rider.tap('盖住')
    await rider.sees('30 分钟内要接。不急就关上')
    await rider.picture('suggest-taken')
    expect(await rider.page.locator('textarea').inputValue()).toBe(
      '楼道里充电桩冒烟了，车牌辽A****，我电话幺三八****',
    )
    await rider.signal(false)
    await rider.page.locator('textarea').fill('孩子上学没户口')
    await rider.sees('子女入学')
    await rider.signal(true)
    street.errors.splice(0)
  }, 120_000)

  it('an administrator tries a sentence, learns one from a corrected appeal, and takes it back', async () => {
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const { id } = await street.cloud.phone('g-other').call('appeal.submit', {
      kind: 'request',
      category: 'other',
      text: '小铁盒子不出电，扫了也白扫，我电话13800138000',
      area: kaixuan,
      trade: 'delivery',
    })
    const appeal = await appeals.get(id)
    if (!appeal) throw new Error('it is not there')
    const corrected = { from: 'other' as const, at: Date.now() }
    await appeals.put({ ...appeal, category: 'charging', corrected })

    const city = await street.phone('g-city')
    await city.open('/admin/index/index')
    await city.tap('分类建议')
    await city.sees('还没有加过')
    await city.page.locator('textarea').fill('商家出餐太慢害我超时')
    await city.sees(/1\. 差评超时处罚/)
    await city.picture('suggest-admin')
    await city.tap('学这一句')
    await city.sees(/学过了/)
    await city.sees('充电换电 1 / 40')
    await city.picture('suggest-admin-learnt')
    await city.tap('加一句')
    await city.sees('大家怎么说（一个词或一句话）')
    await city.picture('suggest-learn')
    await city.page.locator('.sheet-close').tap()

    const rider = await street.phone('g-learns')
    await rider.open('/appeal/request/index')
    await rider.page.locator('textarea').fill('小铁盒子不出电')
    await rider.sees('充电换电')

    await city.tap('去掉')
    await city.sees('去掉这一句？')
    await city.picture('suggest-remove')
    await city.page.locator('.sheet-foot .button-main').tap()
    await city.sees('还没有加过')
  }, 120_000)
})
