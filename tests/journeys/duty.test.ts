import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { weekdayName } from '../../domain/duty/plan.ts'
import { inBeijing } from '../../domain/time.ts'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import { newRequestId } from '../support/cloud.ts'

const kaixuan = '210103014001'
const day = 86_400_000
const weekdayOf = (at: number) => weekdayName(inBeijing(at).day() || 7)
let street: Street
let secretary: HandPhone
let li: HandPhone
let wang: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103'])
  const { cloud } = street
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const staff = async (openid: string, role: 'secretary' | 'gridWorker', nickname: string) => {
    const person = await cloud.staff({ openid, role, organisationId: kaixuan })
    await people.update({ _id: await person.personId() }, { nickname })
    return street.phone(openid)
  }
  secretary = await staff('d-secretary', 'secretary', '赵宁')
  li = await staff('d-li', 'gridWorker', '李敏')
  wang = await staff('d-wang', 'gridWorker', '王芳')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

it('the secretary plans, a worker hands over, a night is swapped, and the workbench shows it', async () => {
  await li.open('/work/bench/index')
  await li.sees('还没排值班表')
  await li.picture('bench-empty')

  await secretary.open('/work/bench/index')
  await secretary.tap('排值班表')
  await secretary.sees('还没排值班')
  await secretary.picture('rota-empty')
  await secretary.tap('排班')
  await secretary.tap('全天')
  const today = weekdayOf(Date.now())
  const tomorrow = weekdayOf(Date.now() + day)
  const add = async (weekday: string, kind: string, who: string) => {
    await secretary.tap('加一班')
    await secretary.page.getByRole('switch', { name: weekday }).tap()
    await secretary.tap(kind)
    await secretary.tap(who)
  }
  await add(today, '一整天', '李敏')
  await secretary.picture('rota-slot')
  await secretary.tap('加上')
  // The whole of today is hers already, so also the evening.
  await add(today, '夜班 20:00–次日 08:00', '李敏')
  await secretary.sees(`李敏${today}有两个班时间重了，换个时间或换个人。`)
  await secretary.picture('rota-overlap')
  await secretary.page.getByRole('switch', { name: tomorrow }).tap()
  await secretary.page.getByRole('switch', { name: today }).tap()
  await secretary.tap('加上')
  await secretary.picture('rota-plan')
  await secretary.tap('存，每周照这样排')
  await secretary.sees('李敏在岗')
  await secretary.sees(/没人值$/)
  await secretary.picture('rota-planned')

  await li.open('/work/bench/index')
  await li.sees('您在岗')
  await li.tap('交班')
  await li.picture('hand-over')
  await li.page.locator('textarea').fill('北站路灯不亮，等城管回电')
  await li.tap('留给下一班')
  await li.tap('值班表')
  await li.sees('北站路灯不亮，等城管回电')
  await li.tap('换班')
  await li.tap('王芳')
  await li.picture('swap-ask')
  await li.tap('请王芳替')
  await li.sees('在请人替')
  await li.picture('rota-asked')

  await wang.open('/work/bench/index')
  await wang.sees('有 1 个班请您替，等您说一声')
  await wang.sees(/北站路灯不亮，等城管回电/)
  await wang.picture('bench-asked')
  await wang.tap('值班表')
  await wang.sees('李敏想请您替个班')
  await wang.picture('rota-to-answer')
  // The signal is slow: she is back at her workbench before her word is answered, and sees the night there all the same.
  await wang.page.route('**/call/api', async (route) => {
    if (route.request().postData()?.includes('duty.answerSwap')) await wang.page.waitForTimeout(2000)
    await route.continue()
  })
  await wang.tap('我来替')
  await wang.page.getByRole('button', { name: '返回' }).tap()
  await wang.sees('夜')
  await wang.picture('bench-swapped')
  await wang.tap('值班表')
  // Not the badge of somebody’s next shift with the name that follows it.
  await wang.sees(/(^| · )替李敏$/)
  await li.open('/work/rota/index')
  await li.sees(/(^| · )替李敏$/)
}, 180_000)

it('the workbench puts the urgent one first, and takes it with one tap', async () => {
  const rider = street.cloud.phone('d-rider')
  const submit = (text: string, urgency: 'urgent' | 'normal', photos: string[] = []) =>
    rider.call('appeal.submit', {
      kind: 'request',
      category: 'charging',
      text,
      urgency,
      photos,
      area: kaixuan,
      trade: 'delivery',
    })
  await submit('充电桩扫码就转圈', 'normal')
  const picture = await li.page.screenshot({ type: 'jpeg', quality: 60 })
  const path = `photos/${newRequestId()}.jpg`
  const photo = await street.cloud.local.upload(path, picture, 'image/jpeg', 'd-rider')
  const { id } = await submit('换电柜冒烟，挨着电动车', 'urgent', [photo])
  await li.open('/work/bench/index')
  await li.sees('换电柜冒烟，挨着电动车')
  await li.sees('全部 2 件')
  await li.picture('bench-urgent')
  await li.tap('接紧急单，我去')
  await li.sees('已接单')
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  await appeals.update({ _id: id }, { dueAt: Date.now() - 1000, resolveBy: Date.now() - 1000 })
  await li.open('/work/bench/index')
  await li.sees('我超时的')
  await li.picture('bench-late')
  await li.tap('我手上的')
  await li.sees('换电柜冒烟，挨着电动车')
  await li.picture('list-mine')
}, 60_000)

it('says when there is no signal, and shows what it saw last', async () => {
  await li.open('/work/bench/index')
  await li.sees('您在岗')
  await li.signal(false)
  await li.page.reload()
  await li.sees('没连上，先给您看存的')
  await li.picture('bench-offline')
  await li.signal(true)
  const stranger = await street.phone('d-stranger')
  await stranger.open('/work/bench/index')
  await stranger.sees('您还没有工作身份')
  // What the browser says of requests that could not be sent is what this is about.
  street.errors.splice(0)
})

it('an administrator has no workbench, and finds the rota', async () => {
  await street.cloud.staff({ openid: 'd-administrator', role: 'administrator', organisationId: kaixuan })
  const administrator = await street.phone('d-administrator')
  await administrator.open('/work/bench/index')
  await administrator.sees('请换个身份，或回到自己的列表。')
  await administrator.picture('bench-administrator')
  await administrator.tap('看值班表')
  await administrator.sees('李敏在岗')
  await administrator.tap('排班')
  await administrator.page.getByRole('button', { name: /^去掉/ }).first().tap()
  await administrator.tap('不改了，照原来的')
  await administrator.picture('rota-restored')
}, 60_000)
