import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
const texts = ['北门晚上九点就锁，绕路七八百米', '地库电梯坏了三天', '换电柜前面停满了车', '北门的岗亭没有人']
let street: Street
let worker: HandPhone
let supervisor: HandPhone
let number: string

beforeAll(async () => {
  street = await openStreet(['210103'])
  const { cloud } = street
  const rider = cloud.phone('s-rider')
  const gridWorker = await cloud.staff({ openid: 's-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({
    openid: 's-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  for (let index = 0; index < 60; index += 1) {
    if (index % 15 === 0) await cloud.rest('s-rider')
    const sent = await rider.call('appeal.submit', {
      kind: 'request',
      category: index % 4 === 1 ? 'facilityDamage' : 'gateAccess',
      text: `${texts[index % texts.length]}，${['东', '西', '南', '北'][index % 4]}区第 ${index + 10} 栋`,
      area: kaixuan,
      trade: 'delivery',
    })
    if (index === 1) number = sent.number
    if (index % 9 === 0) await gridWorker.call('appeal.accept', { id: sent.id, version: 1 })
  }
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const { command } = await import('../../cloudfunctions/store/collection.ts')
  await appeals.update({ number: command.in([number]) }, { dueAt: Date.now() - 3_600_000 })
  worker = await street.phone('s-worker')
  supervisor = await street.phone('s-supervisor')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

const field = (phone: HandPhone) =>
  phone.page
    .getByRole('searchbox')
    .or(phone.page.locator('.search-words input'))
    .locator('visible=true')
    .last()
const type = (phone: HandPhone, text: string) => field(phone).fill(text)

it('from the list: by words, by what is chosen, and on to older ones', async () => {
  await worker.open('/work/list/index')
  await worker.sees('找编号，或里面的字')
  await worker.picture('search-link')
  await worker.tap('找编号，或里面的字')
  await worker.sees('输编号，或几个字')
  await worker.picture('search-first')

  await type(worker, '门')
  await worker.sees('再打一两个字')
  await type(worker, '岗亭')
  await worker.sees(/找到 15 件，就这些/)
  await worker.picture('search-words')

  await worker.tap('我办的')
  await worker.sees(/找到 \d 件，就这些/)
  await worker.tap('我办的')
  await type(worker, '岗亭 电梯')
  await worker.sees('没找到')
  await worker.picture('search-nothing')

  await type(worker, '')
  await worker.sees('最近找过')
  await worker.picture('search-recent')
  await worker.tap('状态')
  await worker.tap('已接单')
  await worker.picture('search-states')
  await worker.tap('就看这些')
  await worker.sees(/找到 7 件，就这些/)
  await worker.tap('日期')
  await worker.picture('search-span')
  await worker.tap('今天')
  await worker.sees(/找到 7 件，就这些/)
  await worker.picture('search-filters')
})

it('a pasted number opens the very one, and back is the list', async () => {
  await supervisor.open('/work/search/index')
  await supervisor.sees('输编号，或几个字')
  await type(supervisor, number.replace('-', ''))
  await supervisor.sees(/地库电梯坏了三天/)
  await supervisor.sees(new RegExp(number))
  await supervisor.picture('search-opened')
  await supervisor.page.goBack()
  await supervisor.sees(/找到 1 件，就这些/)
  await supervisor.picture('search-back')

  await type(supervisor, '')
  await supervisor.tap('超时')
  await supervisor.sees(/找到 1 件，就这些/)
  await supervisor.picture('search-late')
  await supervisor.tap('超时')
  await supervisor.tap('社区')
  await supervisor.page
    .getByPlaceholder(/打几个字找社区/)
    .or(supervisor.page.locator('.sheet input'))
    .last()
    .fill('凯旋')
  await supervisor.tap('凯旋社区')
  await supervisor.sees('再找更早的')
  await supervisor.picture('search-community')
  await supervisor.tap('再找更早的')
  await supervisor.sees(/看到了|就这些/)
})

it('without a signal says so, and finds once it is back', async () => {
  await worker.open('/work/search/index')
  await worker.sees(/最近找过|输编号，或几个字/)
  await worker.signal(false)
  await type(worker, '换电柜')
  await worker.sees('没连上，不是您的问题')
  await worker.picture('search-offline')
  await worker.signal(true)
  await worker.tap('再找一次')
  await worker.sees(/找到 15 件，就这些/)
  street.errors.splice(0)
})
