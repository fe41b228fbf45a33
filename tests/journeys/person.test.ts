import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStreet, type Street } from '../support/browser.ts'
import type { Phone } from '../support/cloud.ts'

const kaixuan = '210103014001'
let street: Street
let worker: Phone
let dispatcher: Phone

beforeAll(async () => {
  street = await openStreet(['210103'])
  worker = await street.cloud.staff({ openid: 'i-worker', role: 'gridWorker', organisationId: kaixuan })
  dispatcher = await street.cloud.staff({
    openid: 'i-dispatcher',
    role: 'dispatcher',
    organisationId: kaixuan,
  })
  await street.cloud.staff({
    openid: 'i-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

async function asked(openid: string, text: string): Promise<string> {
  const { id } = await street.cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text,
    area: kaixuan,
    // Has no committee of its own: above the community stands the district's 两新工委.
    trade: 'other',
  })
  return id
}
const clock = () => street.cloud.local.trigger('clock')

it('is told what happens, and answers from the inbox by one tap', async () => {
  const rider = await street.phone('i-rider')
  await rider.open('/notice/index')
  await rider.sees('还没有消息')
  await rider.picture('inbox-empty')

  const id = await asked('i-rider', '北门晚上九点就锁，外卖得绕路')
  await worker.call('appeal.accept', { id, version: 1 })
  await worker.call('appeal.note', { id, version: 2, words: '约了物业，今晚试开' })
  await rider.open('/home/index')
  await rider.page.getByRole('button', { name: '消息，2 条没看' }).waitFor()
  await rider.picture('home-bell')
  await rider.page.getByRole('button', { name: '消息，2 条没看' }).tap()
  await rider.sees('有人接了')
  await rider.sees(/约了物业，今晚试开/)
  await rider.picture('inbox')
  await rider.open('/home/index')
  await rider.page.getByRole('button', { name: '消息', exact: true }).waitFor()

  await worker.call('appeal.resolve', {
    id,
    version: 3,
    words: '小门开到 23:00',
    photos: [await worker.photo()],
  })
  await clock()
  await rider.open('/notice/index')
  await rider.sees('办完了，等您一句话')
  await rider.picture('inbox-asks')
  await rider.tap('满意')
  await rider.sees('谢谢您说一声，这件办完了')
  await expect.poll(() => rider.page.getByText('不满意', { exact: true }).count()).toBe(0)
  await rider.picture('inbox-answered')
  await rider.tap('办完了，等您一句话')
  await rider.sees('已销号')
  await rider.sees(/记录完整 · 共 \d+ 步/)
  await rider.picture('person-closed')
  await rider.tap(/记录完整/)
  await rider.sees('记录改不了')
  await rider.picture('person-record')
}, 120_000)

it('says from the inbox that it is not done, closes it partly later, and takes it one level up', async () => {
  const rider = await street.phone('i-again')
  const self = street.cloud.phone('i-again')
  const id = await asked('i-again', '换电柜总是坏的')
  await worker.call('appeal.accept', { id, version: 1 })
  await worker.call('appeal.resolve', { id, version: 2, words: '重启过了' })
  await rider.open('/notice/index')
  await rider.tap('不满意')
  await rider.page.locator('textarea').fill('还是打不开')
  await rider.picture('inbox-unsatisfied')
  await rider.tap('不满意，接着办')
  await rider.sees('知道了，接着办')
  await worker.call('appeal.resolve', { id, version: 4, words: '换了一块板子' })
  await self.call('appeal.confirm', { id, version: 5, answer: 'partly' })

  await rider.open(`/appeal/detail/index?id=${id}`)
  await rider.sees('没办好，还能重开')
  await rider.picture('person-reopen')
  await rider.tap('没办好，重开')
  await rider.sees(/由沈河区两新工委接着办，时限重新算/)
  await rider.picture('reopen-sheet-empty')
  await rider.tap('好了又坏了')
  await rider.page.locator('textarea').fill('今早又打不开')
  await rider.picture('reopen-sheet')
  await rider.page.locator('.sheet-foot').getByText('重开', { exact: true }).tap()
  await rider.sees('等沈河区两新工委接单')
  await rider.sees('您重开了，由沈河区两新工委接着办')
  await rider.picture('person-reopened')

  const supervisor = await street.phone('i-supervisor')
  await supervisor.open('/work/list/index')
  await supervisor.sees('换电柜总是坏的')
  await worker.call('notice.unread', {})
  const bench = await street.phone('i-worker')
  await bench.open('/work/bench/index')
  await bench.page.getByRole('button', { name: /条没看/ }).waitFor()
  await bench.picture('bench-bell')
  await bench.page.getByRole('button', { name: /条没看/ }).tap()
  await bench.sees('本人重开了')
  await bench.picture('inbox-staff')
  await bench.tap('本人重开了')
  await bench.sees('换电柜总是坏的')
}, 120_000)

it('urges once a day', async () => {
  const rider = await street.phone('i-urges')
  const id = await asked('i-urges', '路灯坏了一排')
  await worker.call('appeal.accept', { id, version: 1 })
  await rider.open(`/appeal/detail/index?id=${id}`)
  await rider.sees('一天能催一次，马上提醒办事的人')
  await rider.picture('person-accepted')
  await rider.tap('催一下')
  await rider.sees('今天催过了')
  await rider.sees('您催了一下')
  await rider.picture('person-urged')
  expect(await street.cloud.phone('i-urges').refused('appeal.urge', { id, version: 3 })).toMatchObject({
    code: 'URGED_LATELY',
  })
  const told = (await worker.call('notice.list', {})).rows.filter(({ head }) => head === '本人催了一下')
  expect(told).toHaveLength(1)
}, 60_000)

it('answers what a handler asked, without a call', async () => {
  const rider = await street.phone('i-answers')
  const id = await asked('i-answers', '有个井盖没了')
  await worker.call('appeal.accept', { id, version: 1 })
  await rider.open(`/appeal/detail/index?id=${id}`)
  await rider.sees('还有要补充的？')
  await worker.call('appeal.note', { id, version: 2, words: '是路口东边那个吗？' })
  await rider.open(`/appeal/detail/index?id=${id}`)
  await rider.sees(/可以回一句/)
  await rider.picture('person-question')
  await rider.tap(/可以回一句/)
  await rider.page.locator('textarea').fill('东边，挨着公交站')
  await rider.picture('person-answer')
  await rider.tap('发给办的人')
  await rider.sees('您补充了')
  await rider.sees('还有要补充的？')
  await rider.picture('person-answered')
  const told = (await worker.call('notice.list', {})).rows[0]
  expect(told).toMatchObject({ head: '本人补充了', sentence: '「有个井盖没了」：东边，挨着公交站。' })
}, 60_000)

it('asks for a review of what was declined', async () => {
  const rider = await street.phone('i-declined')
  const id = await asked('i-declined', '小区不让进，说不归社区管')
  await dispatcher.call('appeal.decline', { id, version: 1, reason: 'outside', words: '请找物业' })
  await rider.open('/notice/index')
  await rider.tap('这件办不了')
  await rider.sees('没有受理')
  await rider.sees(/不在这座城市能办的范围：请找物业/)
  await rider.picture('person-declined')
  await rider.tap('请上一级复核')
  await rider.tap('情况没说清')
  await rider.picture('review-sheet')
  await rider.tap('请它复核')
  await rider.sees('您请沈河区两新工委复核')
  await rider.sees('等沈河区两新工委接单')
  await rider.picture('person-reviewed')
}, 60_000)

it('shows what the phone kept of the inbox when there is no signal, and loses no answer', async () => {
  const rider = await street.phone('i-offline')
  const id = await asked('i-offline', '井盖松了')
  await worker.call('appeal.accept', { id, version: 1 })
  await worker.call('appeal.resolve', { id, version: 2, words: '垫平了' })
  await rider.open('/notice/index')
  await rider.sees('办完了，等您一句话')
  await rider.signal(false)
  await rider.tap('部分')
  await rider.sees(/没连上/)
  await rider.picture('inbox-offline-answer')
  await rider.tap('先不用了')
  await rider.page.reload()
  await rider.sees('没连上，先给您看存的')
  await rider.sees('办完了，等您一句话')
  await rider.picture('inbox-offline')
  street.errors.splice(0)
  await rider.signal(true)
  await rider.tap('没连上，先给您看存的')
  await rider.tap('部分')
  await rider.sees('记下了，谢谢您说一声')
  expect(await street.cloud.phone('i-offline').call('appeal.view', { id })).toMatchObject({
    outcome: 'partly',
  })
  await rider.open('/me/index')
  await rider.sees('消息')
  await rider.picture('me-inbox')
}, 60_000)
