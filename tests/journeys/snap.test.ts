import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { doubtful } from '../../scripts/load/wechat.ts'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'

const kaixuan = '210103014001'
const here = { longitude: 123.43, latitude: 41.8 }
let street: Street

beforeAll(async () => {
  street = await openStreet(['210103'])
  await street.cloud.staff({ openid: 's-worker', role: 'gridWorker', organisationId: kaixuan })
}, 240_000)
afterAll(() => street?.close())
afterEach(() => {
  // No page may throw or complain, whatever else it shows.
  expect(street.errors.splice(0)).toEqual([])
})

/** Someone whose trade and community the phone remembers, and whose phone may say where it is. */
async function knownRider(openid: string, located = true): Promise<HandPhone> {
  const sent = {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area: kaixuan,
    trade: 'delivery',
  } as const
  await street.cloud.phone(openid).call('appeal.submit', sent)
  const phone = await street.phone(openid)
  if (located) {
    await phone.page.context().grantPermissions(['geolocation'])
    await phone.page.context().setGeolocation(here)
  }
  await phone.open('/home/index')
  await phone.tap('我要诉求')
  await phone.tap('在哪个社区')
  await phone.page.locator('input').fill('凯旋')
  await phone.tap('凯旋社区')
  await phone.sees('沈河区 · 北站街道')
  await phone.open('/home/index')
  return phone
}

/** Counts what the thumb does, and every key. */
async function counted(phone: HandPhone) {
  await phone.page.evaluate(() => {
    const counts = { taps: 0, keys: 0 }
    Object.assign(window, { counts })
    document.addEventListener('touchstart', () => (counts.taps += 1), true)
    document.addEventListener('keydown', () => (counts.keys += 1), true)
    document.addEventListener(
      'input',
      (event) => {
        // A chosen file is no typing.
        if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
        counts.keys += 1
      },
      true,
    )
  })
  return () =>
    phone.page.evaluate(() => (window as unknown as { counts: { taps: number; keys: number } }).counts)
}

describe('from home to sent', () => {
  it.each(['with a position', 'without one'])(
    'three taps and no typing, %s',
    async (how) => {
      const rider = await knownRider(how === 'without one' ? 's-dark' : 's-sender', how !== 'without one')
      const counts = await counted(rider)
      await rider.addsPhoto(() => rider.tap('随手拍'))
      await rider.sees('重拍')
      await rider.tap('占道')
      await rider.tap('发出')
      await rider.sees(/已经派给/)
      expect(await counts()).toEqual({ taps: 3, keys: 0 })
    },
    60_000,
  )
})

describe('somebody has taken it before', () => {
  it('one tap says that one saw it too, and one is told how it ended', async () => {
    const first = street.cloud.phone('s-first')
    const snap = {
      kind: 'snap',
      category: 'fireLane',
      area: kaixuan,
      trade: 'delivery',
      position: here,
    } as const
    const sender = await knownRider('s-first')
    await sender.addsPhoto(() => sender.tap('随手拍'))
    await sender.sees('重拍')
    await sender.tap('消防通道')
    await sender.tap('发出')
    await sender.sees(/已经派给/)
    const id = (await first.call('appeal.mine', {})).rows[0]?.id ?? ''
    await street.cloud.phone('s-second').call('appeal.submit', {
      ...snap,
      position: { ...here, latitude: 41.801 },
      text: '楼下消防通道积雪没清，走不过去',
    })
    // Others find it once WeChat has looked at it.
    await street.cloud.passed()
    const passer = await knownRider('s-passer')
    await passer.addsPhoto(() => passer.tap('随手拍'))
    await passer.sees('重拍')
    await passer.tap('消防通道')
    await passer.sees('附近有人拍过')
    await passer.sees('消防通道 · 随手拍')
    await passer.sees(/约 10 米 · (刚刚|\d+ 分钟前)/)
    await passer.sees('1 人看到 · 已派单')
    await passer.sees('都不是，照常发出')
    await expect
      .poll(() =>
        passer.page
          .locator('.similar-photo img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0)
    await passer.picture('snap-similar')
    await passer.tap('还有 1 件')
    await passer.sees('是同一件，点一下就行，不用再发')
    await passer.picture('snap-similar-sheet')
    await passer.page.getByLabel('关上').locator('visible=true').first().tap()
    await passer.tap('我也看到')
    await passer.sees('记下了，办完告诉您')
    await passer.picture('snap-supported')
    expect((await street.cloud.phone('s-passer').call('appeal.mine', {})).rows).toHaveLength(1)

    await passer.open(`/appeal/seen/index?id=${id}`)
    await passer.sees('还没有照片')
    await passer.picture('snap-seen')
    const worker = await street.phone('s-worker')
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.tap('接单')
    await worker.tap('解单')
    await worker.page.locator('textarea').fill('车挪走了，装了隔离桩')
    await worker.addsPhoto(() => worker.tap('办完后'))
    await worker.tap('解单，请本人说一声')
    await worker.sees('已解单 · 待回访')
    const { version } = await first.call('appeal.view', { id })
    await first.call('appeal.confirm', { id, version, answer: 'satisfied' })
    await street.cloud.passed()
    await street.cloud.local.trigger('clock')
    const { rows } = await street.cloud.phone('s-passer').call('notice.list', {})
    expect(rows.map(({ head }) => head)).toEqual(['您也看到的那件销号了', '您也看到的那件办完了'])
    expect(rows.every(({ about }) => about.id === id && about.as === 'passerBy')).toBe(true)
    await passer.open('/notice/index')
    await passer.tap('您也看到的那件销号了')
    await passer.sees('之前')
    await passer.sees('之后')
    await passer.sees('车挪走了，装了隔离桩')
    await passer.sees('已解决')
    await passer.page.waitForTimeout(500)
    await passer.picture('snap-seen-done')

    const stranger = await street.phone('s-stranger')
    await stranger.open(`/appeal/seen/index?id=${id}`)
    await stranger.sees(/没找到这件事/)
    await stranger.picture('snap-seen-not-there')
  }, 120_000)

  it('what WeChat has doubts about waits for whoever handles it; the sender sees it as sent', async () => {
    const sender = await knownRider('s-doubted')
    const doubted = street.cloud.phone('s-doubted')
    const { id } = await doubted.call('appeal.submit', {
      kind: 'snap',
      category: 'facilityDamage',
      area: kaixuan,
      trade: 'delivery',
      position: here,
      text: `${doubtful}：井盖翘起来了`,
    })
    await street.cloud.passed()
    const near = async () =>
      (
        await street.cloud
          .phone('s-passer')
          .call('appeal.similar', { category: 'facilityDamage', position: here })
      ).snaps.length
    expect(await near()).toBe(0)
    await sender.open(`/appeal/detail/index?id=${id}`)
    await sender.sees(/井盖翘起来了/)
    expect(await sender.page.getByText('内容待看').count()).toBe(0)
    await sender.picture('content-own')
    const worker = await street.phone('s-worker')
    await worker.open('/work/list/index?filter=all')
    await worker.sees('内容待看')
    await worker.picture('content-list')
    await worker.open(`/work/detail/index?id=${id}`)
    await worker.sees('发来的话 · 先没给别人看')
    await worker.picture('content-held')
    await worker.tap('不公开')
    await worker.sees('发来的话 · 不公开，只有办的人和本人看得到')
    await worker.picture('content-closed')
    expect(await near()).toBe(0)
    await worker.tap('还是可以公开')
    await worker.page
      .getByText(/^发来的话/)
      .first()
      .waitFor({ state: 'detached' })
    expect(await near()).toBe(1)
  }, 60_000)

  it('names and thanks that wait are in a list of their own', async () => {
    await street.cloud.staff({ openid: 's-secretary', role: 'secretary', organisationId: kaixuan })
    const { register } = await import('../support/points.ts')
    await register(street.cloud.phone('s-named'), kaixuan, doubtful)
    await street.cloud.passed()
    const secretary = await street.phone('s-secretary')
    await secretary.open('/work/bench/index')
    await secretary.tap('内容待看')
    await secretary.sees(doubtful)
    await secretary.picture('content-names')
    await secretary.tap('可以公开')
    await secretary.sees('没有要看的')
    await secretary.picture('content-none')
  }, 60_000)

  it('food safety shows nothing near by, and says who learns of it', async () => {
    const rider = await knownRider('s-food')
    await rider.addsPhoto(() => rider.tap('随手拍'))
    await rider.sees('重拍')
    await rider.tap('食品安全')
    await rider.sees('只有行业党委知道是您')
    await rider.picture('snap-food')
    await rider.tap('发出')
    await rider.sees(/已经派给/)
  }, 60_000)

  it('without a signal there is nothing near by and no waiting', async () => {
    const rider = await knownRider('s-offline')
    await rider.addsPhoto(() => rider.tap('随手拍'))
    await rider.sees('重拍')
    await rider.signal(false)
    await rider.tap('消防通道')
    await rider.tap('发出')
    await rider.sees('没信号，先存在手机上')
    street.errors.splice(0)
  }, 60_000)
})

describe('the place', () => {
  it('the community comes by itself', async () => {
    const administrator = await street.cloud.staff({
      openid: 's-administrator',
      role: 'administrator',
      organisationId: '2101',
    })
    const [other] = street.cloud.organisations.filter(
      ({ kind, _id }) => kind === 'community' && _id !== kaixuan,
    )
    if (!other) throw new Error('there is one community only')
    await administrator.call('organisation.edit', { id: other._id, version: 1, centre: here })
    const rider = await knownRider('s-moved')
    await rider.addsPhoto(() => rider.tap('随手拍'))
    await rider.sees(other.name)
    await rider.sees(/别人只看到大概 100 米/)
    await rider.picture('snap-placed')
  }, 60_000)
})
