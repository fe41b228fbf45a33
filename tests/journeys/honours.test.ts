import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../domain/people/person.ts'
import { openStreet, type Street } from '../support/browser.ts'
import { causeFor, give, kaixuan, register } from '../support/points.ts'

let street: Street
const tick = () => street.cloud.local.trigger('clock')

beforeAll(async () => {
  street = await openStreet(['210103014'])
  await street.cloud.staff({ openid: 'h-first', role: 'secretary', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'h-second', role: 'secretary', organisationId: '210103014' })
  const names = ['老周', '东子', '小林', '骑手老王', '阿强'] as const
  for (const [index, name] of names.entries()) {
    const phone = street.cloud.phone(`h-other-${index}`)
    await register(phone, kaixuan, name)
    await give(await phone.personId(), [52, 36, 36, 12, 5][index] ?? 1)
  }
  const rider = street.cloud.phone('h-rider')
  await register(rider)
  const id = await rider.personId()
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const team = {
    id: 'team-1',
    name: '暖蜂志愿队',
    kind: 'team' as const,
    area: kaixuan,
    ancestors: [kaixuan],
  }
  const appointments: Person['appointments'] = [
    { id: 'member', role: 'messenger', organisation: team, until: null },
  ]
  await people.update({ _id: id }, { appointments })
  await give(id, 20)
  const { pay } = await import('../../cloudfunctions/carry/pay.ts')
  for (let index = 0; index < 5; index += 1)
    await pay(causeFor(id, { kind: 'snapConfirmed', title: '随手拍：消防通道被堵' }), Date.now())
  await tick()
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

describe('rankings and honours', () => {
  it('a rider looks where they stand, by community, district and team, and leaves the board in one tap', async () => {
    const rider = await street.phone('h-rider')
    await rider.open('/points/index/index')
    await rider.tap('排行榜')
    await rider.sees('老周')
    await rider.sees(/我：第 4 名/)
    await rider.picture('ranking-community')
    await rider.tap('今年')
    await rider.sees('凯旋社区 · 今年')
    await rider.tap('区')
    await rider.sees('全区 · 今年')
    await rider.picture('ranking-district')
    await rider.tap('队')
    await rider.sees(/全队今年一共 3\d 分/)
    await rider.picture('ranking-team')
    await rider.tap('在排行榜上')
    await rider.sees('我：没上榜')
    await rider.picture('ranking-hidden')
    const other = await street.phone('h-other-0')
    await other.open('/points/ranking/index')
    await other.sees('老周（我）')
    expect(await other.page.getByText('小蜂').count()).toBe(0)
    await rider.tap('在排行榜上')
    await rider.sees('我：第 1 名')
    await rider.open('/task/index')
    await rider.tap('小队')
    await rider.sees('暖蜂志愿队')
    await rider.picture('ranking-teams')
    const stranger = await street.phone('h-stranger')
    await stranger.open('/points/ranking/index')
    await stranger.sees('还没有榜')
    await stranger.picture('ranking-nobody')
  }, 120_000)

  it('from a nomination to the certificate: a second person signs, a neighbour objects, the signer decides', async () => {
    const first = await street.phone('h-first')
    await first.open('/work/bench/index')
    await first.tap('荣誉')
    await first.sees('提名一位')
    await first.tap('提名一位')
    await first.tap('社区侠')
    await first.sees(/发现并办成 5 件/)
    await first.picture('honours-nominate')
    await first.tap('小蜂')
    await first.sees('换一位')
    await first.page.locator('.sheet textarea').fill('一个月发现五处消防通道被堵，都盯到办完')
    await first.picture('honours-nominate-why')
    await first.tap('提名小蜂')
    await first.sees('小蜂 · 社区侠')
    await first.picture('honours-proposed')
    await first.tap('小蜂 · 社区侠')
    await first.sees(/这是您提名的/)
    await first.picture('honours-four-eyes')

    const rider = await street.phone('h-rider')
    await rider.open('/notice/index')
    await rider.sees('凯旋社区提名您当“社区侠”')
    await rider.picture('honours-told')
    await rider.tap('凯旋社区提名您当“社区侠”')
    await rider.sees('谢谢，这个我不要')
    await rider.picture('honours-mine')

    const second = await street.phone('h-second')
    await second.open('/notice/index')
    await second.tap('小蜂的“社区侠”等复核')
    await second.tap('小蜂 · 社区侠')
    await second.sees('同意，开始公示')
    await second.picture('honours-sign')
    await second.tap('同意，开始公示')
    await second.sees('这里没有')

    const other = await street.phone('h-other-0')
    await other.open('/points/honours/index?of=notice')
    await other.sees('小蜂 · 社区侠')
    await other.picture('honours-notice')
    await other.tap('小蜂 · 社区侠')
    await other.tap('我有话说')
    await other.page.locator('.sheet textarea').fill('北门那处是我报的')
    await other.picture('honours-object')
    await other.tap('说给定的人听')
    await other.sees(/您说的话收到了/)
    await other.picture('honours-objected')

    const { honours } = await import('../../cloudfunctions/store/honours.ts')
    await honours.update({ state: 'notice' }, { noticeEnds: 1, tickAt: 1 })
    await tick()
    await second.open('/work/honours/index')
    await second.sees('等复核')
    await second.tap('有异议，等定')
    await second.tap('小蜂 · 社区侠')
    await second.sees('北门那处是我报的')
    await second.page.locator('.sheet textarea').fill('五处都核对过，北门那处两个人先后报的')
    await second.picture('honours-contested')
    await second.tap('看过了，授予')
    await second.sees('这里没有')

    await rider.open('/me/index')
    await rider.sees('我的荣誉')
    await rider.sees('社区侠')
    await rider.picture('honours-badge')
    await rider.tap('我的荣誉')
    await rider.sees('小蜂 · 社区侠')
    await rider.tap('小蜂 · 社区侠')
    await rider.sees('存下奖状，发出去')
    await rider.page.locator('.picture-image').waitFor()
    await rider.picture('honours-certificate')
    await rider.page.locator('.picture-image').scrollIntoViewIfNeeded()
    await rider.picture('honours-certificate-below')
    await other.open('/points/honours/index')
    await other.sees('小蜂 · 社区侠')
    await other.picture('honours-awarded')
  }, 180_000)
})
