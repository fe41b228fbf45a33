import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
const chaohu = '210114001016'
const district = '210103-newSectorCommittee'
let street: Street
let worker: HandPhone
let helper: HandPhone
let supervisor: HandPhone
let secretary: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103', '210114'])
  await street.cloud.staff({ openid: 'h-worker', role: 'gridWorker', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'h-secretary', role: 'secretary', organisationId: kaixuan })
  await street.cloud.staff({ openid: 'h-helper', role: 'gridWorker', organisationId: chaohu })
  await street.cloud.staff({ openid: 'h-supervisor', role: 'supervisor', organisationId: district })
  worker = await street.phone('h-worker')
  helper = await street.phone('h-helper')
  supervisor = await street.phone('h-supervisor')
  secretary = await street.phone('h-secretary')
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

const ask = (openid: string, text: string) =>
  street.cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text,
    area: kaixuan,
    trade: 'delivery',
    identity: 'shielded',
  })

const writes = (phone: HandPhone, words: string) => phone.page.locator('textarea').last().fill(words)

describe('handling what takes more than one', () => {
  it('a grid worker has another community help, waits for somebody outside, goes on, resolves', async () => {
    const { id } = await ask('h-rider', '北门人脸机认不出骑手，进不去')
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.tap('接单')
    await worker.tap('协办')
    await worker.page.locator('input').fill('巢湖')
    await worker.tap('巢湖社区')
    await writes(worker, '人脸机是你们那边装的，请问问怎么录骑手')
    await worker.picture('handling-ask')
    await worker.tap('请巢湖社区协办')
    await worker.sees('巢湖社区 · 请来协办，还没办完')
    await worker.sees(/巢湖社区的协办还没完/)
    await worker.picture('handling-waits')

    await worker.tap('挂起')
    await worker.picture('handling-suspend')
    await worker.tap('选日子')
    await worker.tap('等 2 个工作日')
    await writes(worker, '等物业开会定')
    await worker.picture('handling-suspend-day')
    await worker.tap(/^挂起到/)
    await worker.sees('恢复，接着办')
    await worker.sees(/办结时限停着/)
    await worker.picture('handling-suspended')
    await worker.tap('恢复，接着办')
    await worker.sees('看协办')

    await helper.open('/work/list/index')
    await helper.tap('协办中')
    await helper.tap('北门人脸机认不出骑手，进不去')
    await helper.sees('说说协办')
    await helper.picture('handling-helper')
    await helper.tap('说说协办')
    await helper.tap('我们办完了')
    await writes(helper, '录入口开了，骑手报电话就能录')
    await helper.picture('handling-help')
    await helper.page.getByText('我们办完了', { exact: true }).locator('visible=true').last().tap()
    await helper.sees('巢湖社区协办的办完了')

    await worker.page.reload()
    await worker.sees('巢湖社区 · 协办的办完了')
    await worker.picture('handling-helped')
    await worker.tap('更多')
    await worker.picture('handling-more')
    await worker.page.getByLabel('关上').tap()
    await worker.tap('解单')
    await writes(worker, '骑手报电话就能录脸，试过了')
    await worker.picture('handling-resolve')
    await worker.tap('解单，请本人说一声')
    await worker.sees('已解单 · 待回访')
  }, 120_000)

  it('a supervisor asks the person: not reached, then reached', async () => {
    await supervisor.open('/work/list/index?filter=followUp')
    await supervisor.sees('先等本人说')
    await supervisor.picture('handling-follow-ups')
    await supervisor.tap('北门人脸机认不出骑手，进不去')
    await supervisor.tap('回访')
    await supervisor.tap('没联系上')
    await supervisor.picture('handling-unreached')
    await supervisor.tap('记下没联系上')
    await supervisor.sees('回访过 1 次，都没联系上')
    await supervisor.tap('回访')
    await supervisor.tap('满意')
    await writes(supervisor, '能进了，谢谢')
    await supervisor.picture('handling-reached')
    await supervisor.tap('记下本人的话')
    await supervisor.sees('回访到了，本人说：满意')
    await supervisor.sees('已解决')
    await supervisor.picture('handling-closed')
  }, 60_000)

  it('a secretary merges two of one cause; the child’s person reads that it ended', async () => {
    const parent = await ask('h-first', '南门道闸坏了，电动车过不去')
    const child = await ask('h-second', '南门道闸放不下来，堵着')
    await secretary.open(`/work/detail/index?id=${child.id}`)
    await secretary.tap('更多')
    await secretary.picture('handling-more-dispatched')
    await secretary.tap('合并')
    await secretary.tap('南门道闸坏了，电动车过不去')
    await secretary.picture('handling-merge')
    await secretary.tap(`并到 ${parent.number}`)
    await secretary.sees(`并在 ${parent.number} 里一起办`)
    await secretary.picture('handling-merged')
    await secretary.tap(`并在 ${parent.number} 里一起办`)
    await secretary.sees(`${child.number} 并在这里`)
    await secretary.picture('handling-parent')
    const staff = street.cloud.phone('h-worker', `gridWorker-${kaixuan}`)
    await staff.call('appeal.accept', { id: parent.id, version: 2 })
    await staff.call('appeal.resolve', { id: parent.id, version: 3, words: '道闸修好了' })
    const first = street.cloud.phone('h-first')
    await first.call('appeal.confirm', { id: parent.id, version: 4, answer: 'satisfied' })
    await street.cloud.local.trigger('clock')
    const second = await street.phone('h-second')
    await second.open(`/appeal/detail/index?id=${child.id}`)
    await second.sees('已销号')
    await second.picture('handling-child-closed')
    await secretary.open(`/work/detail/index?id=${child.id}`)
    await secretary.sees(`随 ${parent.number} 办结`)
  }, 60_000)
})

describe('handing on', () => {
  it('the sheets say to whom, and what follows', async () => {
    const { id } = await ask('h-third', '西门锁了，外卖绕两公里')
    const declined = await ask('h-fourth', '想告小区物业，帮我打官司')
    await secretary.open(`/work/detail/index?id=${id}`)
    await secretary.tap('派单')
    await secretary.tap('改')
    await secretary.picture('handling-dispatch')
    await secretary.page.getByLabel('关上').tap()
    await secretary.tap('升级')
    await secretary.sees('升到沈河区网约配送行业党委')
    await secretary.picture('handling-escalate')
    await secretary.page.getByLabel('关上').tap()
    await secretary.tap('接单')
    await secretary.tap('更多')
    await secretary.tap('转派')
    await secretary.picture('handling-transfer')
    await secretary.page.getByRole('radio').first().tap()
    await writes(secretary, '西门归隔壁社区')
    await secretary.tap(/^转给.+社区$/)
    await expect
      .poll(async () => (await street.cloud.phone('h-third').call('appeal.view', { id })).organisation.id)
      .not.toBe(kaixuan)

    await secretary.sees(/^全部 \d+$/)
    await secretary.open(`/work/detail/index?id=${declined.id}`)
    await secretary.tap('更多')
    await secretary.tap('不予受理')
    await secretary.tap('要走诉讼、仲裁或信访')
    await secretary.picture('handling-decline')
    await secretary.tap('不予受理，告诉本人')
    await expect
      .poll(async () => (await street.cloud.phone('h-fourth').call('appeal.view', { id: declined.id })).state)
      .toBe('declined')
  }, 90_000)
})
