import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import { newRequestId, type Phone } from '../support/cloud.ts'

const kaixuan = '210103014001'
const beizhan = '210103014'
const minute = 60_000
const hour = 60 * minute
const here = { longitude: 123.4316, latitude: 41.8058 }
let street: Street
let worker: HandPhone
let secretary: HandPhone

beforeAll(async () => {
  street = await openStreet(['210103'])
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const staff = async (openid: string, role: 'secretary' | 'gridWorker', nickname: string, at = kaixuan) => {
    const person = await street.cloud.staff({ openid, role, organisationId: at })
    await people.update({ _id: await person.personId() }, { nickname })
    return street.phone(openid)
  }
  worker = await staff('t-worker', 'gridWorker', '李敏')
  secretary = await staff('t-secretary', 'secretary', '赵宁')
  await staff('t-street', 'secretary', '周平', beizhan)
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  expect(street.errors.splice(0)).toEqual([])
})

async function volunteer(openid: string, nickname: string): Promise<Phone> {
  const phone = street.cloud.phone(openid)
  await phone.call('person.register', {
    nickname,
    trade: 'delivery',
    communityId: kaixuan,
    consentVersion: 1,
  })
  return phone
}

/** A photo that can be seen. */
async function photoOf(openid: string): Promise<string> {
  const picture = await worker.page.screenshot({ type: 'jpeg', quality: 50 })
  return street.cloud.local.upload(`photos/${newRequestId()}.jpg`, picture, 'image/jpeg', openid)
}
const stored = async (title: string) => {
  const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
  const task = (await tasks.find({ where: { title }, limit: 1 }))[0]
  if (!task) throw new Error(`no task is called ${title}`)
  return task
}
/** Time passes for a task. */
const begins = async (id: string, from: number, to: number) => {
  const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
  await tasks.update({ _id: id }, { from, to, tickAt: 0 })
}
const heads = async (phone: Phone) => (await phone.call('notice.list', {})).rows.map(({ head }) => head)

describe('a task from its template to the points', () => {
  const title = '雪后清扫北站路台阶'
  let ma: Phone
  let wang: Phone

  it('is published in a few taps; the form survives closing the app', async () => {
    await worker.open('/work/bench/index')
    await worker.page.getByText('志愿任务', { exact: true }).scrollIntoViewIfNeeded()
    await worker.picture('tasks-bench')
    await worker.tap('志愿任务')
    await worker.sees('现在没有在招人的')
    await worker.picture('tasks-empty')
    await worker.tap('发任务')
    await worker.sees('要做什么')
    await worker.picture('publish-kinds')
    await worker.tap('环境助扫')
    await worker.sees('写一下在哪儿')
    await worker.picture('publish-template')
    await worker.page.getByLabel('名字').locator('input').fill(title)
    await worker.page.getByLabel('在哪儿').locator('input').fill('北站路台阶')
    // Closed and opened again.
    await worker.page.reload()
    await worker.sees('换一种')
    await expect.poll(() => worker.page.getByLabel('在哪儿').locator('input').inputValue()).toBe('北站路台阶')
    await worker.tap('明天')
    await worker.tap('定一下')
    await worker.page.locator('svg[aria-label="地图"]').tap({ position: { x: 170, y: 120 } })
    await worker.picture('publish-where')
    await worker.tap('就在这里')
    await worker.sees('地图上定好了')
    await worker.picture('publish-form')
    await worker.page.getByText('还要别的').scrollIntoViewIfNeeded()
    await worker.picture('publish-form-foot')
    await worker.tap('还要别的')
    await worker.page.getByText('应急集结').scrollIntoViewIfNeeded()
    await worker.picture('publish-more')
    await worker.tap('选小队')
    await worker.sees('这里还没有小队')
    await worker.picture('publish-teams')
    await worker.page.getByLabel('关上').locator('visible=true').first().tap()
    await worker.tap('发布')
    await worker.sees('还没有人')
    await worker.picture('task-open')
    const { from, points, places, proof } = await stored(title)
    expect({ points, places, proof }).toEqual({ points: 4, places: 5, proof: ['code', 'photo'] })
    expect(from).toBeGreaterThan(Date.now())
  }, 120_000)

  it('volunteers claim it and check in with the code that is shown', async () => {
    const { _id: id } = await stored(title)
    ma = await volunteer('t-ma', '骑手小马')
    wang = await volunteer('t-wang', '老王')
    const late = await volunteer('t-late', '小迟')
    for (const phone of [ma, wang, late]) await phone.call('task.claim', { id })
    await begins(id, Date.now() + 10 * minute, Date.now() + 70 * minute)
    await worker.open(`/work/task/index?id=${id}`)
    await worker.tap('亮码签到')
    await worker.sees('已到 0 人')
    await worker.sees(/秒后换新码/)
    await worker.picture('check-in')
    const digits = (await worker.page.locator('.check-in-digits').textContent()) ?? ''
    expect(digits).toMatch(/^\d{6}$/)
    const picture = worker.page.locator('.qr-code-picture img')
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await ma.call('task.checkIn', { id, code: digits, position: here })
    await worker.tap('帮人登记')
    await worker.tap('老王')
    await worker.picture('check-in-help')
    await worker.tap('老王到了')
    await worker.page.getByLabel('关上').locator('visible=true').first().tap()
    await worker.sees('已到 2 人')
    await worker.sees(/离点 \d+ 米/)
    await worker.picture('check-in-came')
    // Without a signal the code goes on changing.
    await worker.signal(false)
    await worker.page.waitForTimeout(1000)
    expect(await worker.page.locator('.check-in-digits').textContent()).toMatch(/^\d{6}$/)
    await worker.signal(true)
    await worker.open('/work/tasks/index')
    await worker.sees('来了 2 人')
    await worker.picture('tasks-board')
    street.errors.splice(0)
  }, 120_000)

  it('everything is ticked, exceptions are unticked, one tap verifies it', async () => {
    const { _id: id } = await stored(title)
    await ma.call('task.submit', { id, photos: [await photoOf('t-ma')], words: '扫完了' })
    await wang.call('task.submit', { id, photos: [await photoOf('t-wang')] })
    const colleague = street.cloud.phone('t-secretary', `secretary-${kaixuan}`)
    const own = await colleague.call('task.create', {
      plan: {
        title: '顺路捎药',
        kind: 'errand',
        place: { name: '北站药房' },
        from: Date.now() + minute,
        to: Date.now() + hour,
        places: 1,
        points: 3,
        proof: ['photo'],
      },
      publish: true,
    })
    await colleague.call('task.claim', { id: own.id })
    await colleague.call('task.submit', { id: own.id, photos: [await photoOf('t-secretary')] })
    await secretary.open('/work/verify/index')
    await secretary.sees('自己做的，要请同事来验')
    await secretary.sees('2 份通过，1 份先放着')
    await secretary.page.waitForTimeout(500)
    await secretary.picture('verify')
    await secretary.page.getByRole('switch', { name: /老王/ }).tap()
    await secretary.tap('没做完')
    await secretary.picture('verify-exception')
    await secretary.page.locator('.sheet .button').getByText('没通过').tap()
    await secretary.sees('1 份通过，1 份没通过，1 份先放着')
    await secretary.picture('verify-unticked')
    await secretary.tap('验收这 2 份')
    await secretary.sees('1 份通过，1 份没通过，都告诉本人了')
    await secretary.picture('verify-done')
    expect((await stored(title)).causes).toEqual([
      expect.objectContaining({ kind: 'taskVerified', points: 4, personId: await ma.personId() }),
    ])
    expect((await heads(ma))[0]).toBe('验收通过了')
    expect((await heads(wang))[0]).toBe('没通过验收')
  }, 120_000)

  it('who did not come is listed, and a secretary lifts the pause', async () => {
    const { _id: id } = await stored(title)
    const { people } = await import('../../cloudfunctions/store/people.ts')
    const late = street.cloud.phone('t-late')
    const missed = [1, 2].map((claim) => ({ claim: `c${claim}`, at: Date.now() - claim * hour }))
    await people.update(
      { _id: await late.personId() },
      { volunteering: { tags: [], riding: [], missed, forgivenAt: null } },
    )
    await begins(id, Date.now() - 3 * hour, Date.now() - 2 * hour)
    await street.cloud.local.trigger('clock')
    await secretary.open('/work/tasks/index')
    await secretary.tap('做完了')
    await secretary.sees('没来：小迟')
    await secretary.picture('tasks-over')
    await secretary.tap(title)
    await secretary.sees(/30 天里 3 回没来/)
    await secretary.page.getByText('解除', { exact: true }).scrollIntoViewIfNeeded()
    await secretary.picture('task-over')
    await secretary.tap('解除')
    await secretary.picture('task-forgive')
    await secretary.tap('解除，告诉本人')
    await secretary.sees('前面的不算了')
    expect(await late.call('volunteer.view', {})).not.toHaveProperty('pausedUntil')
    expect((await heads(late))[0]).toBe('可以接着领任务了')
  }, 120_000)
})

describe('a task that changes', () => {
  it('those who claimed are told what changed, and that it is called off', async () => {
    const plan = {
      title: '校门口看秩序',
      words: '站在路口看着点',
      kind: 'order' as const,
      place: { name: '实验小学' },
      from: Date.now() + 5 * hour,
      to: Date.now() + 6 * hour,
      places: 12,
      points: 5,
      proof: ['code' as const],
    }
    const staff = street.cloud.phone('t-worker', `gridWorker-${kaixuan}`)
    const { id } = await staff.call('task.create', { plan, publish: true })
    const phone = await volunteer('t-helper', '小蜂')
    await phone.call('task.claim', { id })
    // Opened afresh: the preview's router goes back to a page of the same path that lies below.
    worker = await street.phone('t-worker')
    await worker.open(`/work/task/index?id=${id}`)
    await worker.page.locator('.tool').getByText('改', { exact: true }).tap()
    await worker.sees('改了什么，马上告诉领了的 1 个人')
    await worker.page.getByLabel('在哪儿').locator('input').fill('实验小学南门')
    await worker.picture('publish-edit')
    // Somebody else was faster: neither overwrites the other.
    await staff.call('task.edit', { id, version: 2, plan: { ...plan, points: 6 } })
    await worker.tap('存好')
    await worker.sees(/刚有了变动/)
    await worker.picture('publish-stale')
    await worker.tap('看最新的')
    const points = worker.page.getByLabel('每人积分', { exact: true }).locator('input')
    await expect.poll(() => points.inputValue()).toBe('6')
    await worker.picture('publish-latest')
    await worker.tap('存好')
    await worker.sees('谁领了')
    expect((await phone.call('notice.list', {})).rows[0]).toMatchObject({
      head: '任务有变动',
      sentence: expect.stringContaining('地点改到实验小学南门'),
    })
    await worker.page.locator('.tool').getByText('取消', { exact: true }).tap()
    await worker.tap('天气不好，不做了')
    await worker.picture('task-cancel')
    await worker.tap('取消，告诉 1 个人')
    await worker.sees('取消了')
    await worker.picture('task-cancelled')
    expect((await heads(phone))[0]).toBe('任务取消了')
  }, 120_000)

  it('something is brought to somebody’s home: protected, kept as a draft', async () => {
    await worker.open('/work/publish/index')
    await worker.tap('上门送')
    await worker.page.getByLabel('在哪儿').locator('input').fill('北站路 12 号院')
    await worker.sees('写一下给谁送、送到哪')
    await worker.page.getByLabel('怎么称呼').locator('input').fill('王奶奶')
    await worker.page.getByLabel('送到哪').locator('input').fill('3 单元 201')
    await worker.page.getByLabel('电话（可不填）').locator('input').fill('13800138000')
    await worker.page.getByText('给谁送', { exact: true }).scrollIntoViewIfNeeded()
    await worker.picture('publish-delivery')
    await worker.tap('先存着')
    await worker.sees('地址保密')
    await worker.picture('task-draft')
    await worker.open('/work/tasks/index')
    await worker.tap('草稿')
    await worker.sees('给老人送上门')
    await worker.picture('tasks-drafts')
    const { _id: id, phase } = await stored('给老人送上门')
    expect(phase).toBe('draft')
    const { beneficiaries } = await import('../../cloudfunctions/store/beneficiaries.ts')
    expect(await beneficiaries.get(id)).toMatchObject({ name: '王奶奶', address: '3 单元 201' })
    const kept = await worker.page.evaluate(() => JSON.stringify(localStorage))
    expect(kept).not.toContain('13800138000')
  }, 120_000)
})

describe('the street looks at a tenth again', () => {
  it('under its own hat, on the same page', async () => {
    const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
    const task = await stored('雪后清扫北站路台阶')
    await tasks.update(
      { _id: task._id },
      {
        spotFor: beizhan,
        claims: task.claims.map((claim) =>
          claim.state === 'verified' ? { ...claim, spot: 'open' as const } : claim,
        ),
      },
    )
    const above = await street.phone('t-street')
    await above.open('/work/verify/index')
    await above.sees('抽查这 1 份')
    await above.page.waitForTimeout(500)
    await above.picture('verify-spots')
    await above.tap('抽查这 1 份')
    await above.sees('没有要抽查的')
    const claim = (await stored('雪后清扫北站路台阶')).claims.find(({ state }) => state === 'verified')
    expect(claim?.spot).toMatchObject({ accepted: true })
    await above.tap('待验收')
    await above.sees('没有等着验收的')
  }, 60_000)
})
