import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cause, reversalOf } from '../../../domain/points/cause.ts'
import { transferId } from '../../../domain/points/transfer.ts'
import type { Dump } from '../../../localcloud/start.ts'
import { requestsOf } from '../../../scripts/bench/points/wire.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { causeFor, give, heldPayment, kaixuan, reconciled, register } from '../../../tests/support/points.ts'

const street = '210103014'
const committee = '210103-newSectorCommittee'
const hour = 3_600_000
let cloud: TestCloud
let rider: Phone
let riderId: string
let secretary: Phone
let second: Phone
let above: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await register(rider)
  riderId = await rider.personId()
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  second = await cloud.staff({ openid: 'o-second', role: 'secretary', organisationId: kaixuan })
  above = await cloud.staff({ openid: 'o-street', role: 'secretary', organisationId: street })
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const tick = () => cloud.local.trigger('clock')
const has = async () => (await rider.call('points.mine', {})).volunteer.available
/** Noon of yesterday in Beijing: by night everything is worth more. */
const noon = Math.floor((Date.now() + 8 * hour) / (24 * hour)) * 24 * hour - 20 * hour
const month = () => new Date(noon + 8 * hour).toISOString().slice(0, 7)
const work = (over: Partial<Cause> = {}) => causeFor(riderId, { points: 6, at: noon, ...over })
const held = (over: Partial<Cause> = {}) => heldPayment(riderId, { at: noon, ...over })
const lines = async () => (await rider.call('points.statement', { month: month() })).rows
const heads = async () => (await rider.call('notice.list', {})).rows.map(({ head }) => head)
const clean = async () => expect((await reconciled()).faults).toEqual([])
const waiting = async (phone: Phone, of: 'waiting' | 'appealed' = 'waiting') =>
  (await phone.call('pointsReview.queue', { of })).rows
const judge = (phone: Phone, id: string, pays: boolean, version = 1, words = '照片看不清') =>
  phone.call('pointsReview.judge', { id, version, pays, words })
const carry = () => import('../../carry/pay.ts')
/** The cause of work that a photo shows. */
const shown = (photo: string, over: Partial<Cause> = {}) => work({ evidence: { photos: [photo] }, ...over })

describe('a photo that was handed in twice', () => {
  const snapped = async (photo: string) => {
    const { id } = await rider.call('appeal.submit', {
      kind: 'snap',
      category: 'facilityDamage',
      text: '路灯不亮',
      photos: [photo],
      area: kaixuan,
      trade: 'delivery',
    })
    const { appeals } = await import('../../store/appeals.ts')
    await appeals.update({ _id: id }, { state: 'resolved', working: false, resolvedAt: Date.now() })
    await rider.call('appeal.confirm', { id, version: 1, answer: 'satisfied' })
    return id
  }

  it('pays the first time, and waits for a person the second time, with both photos', async () => {
    const [first, again] = [await rider.photo('a lamp'), await rider.photo('a lamp')]
    await snapped(first)
    await tick()
    const paid = await has()
    expect(paid).toBeGreaterThan(0)
    await snapped(again)
    await tick()
    await tick()
    expect(await has()).toBe(paid)
    const [row] = await waiting(secretary)
    expect(row).toMatchObject({
      title: '随手拍：路灯不亮',
      state: 'waiting',
      place: '凯旋社区',
      photos: [again],
      flags: [{ name: '照片用过', photos: { now: again, before: first } }],
    })
    expect(row?.flags[0]?.words).toMatch(
      /^这张照片 \d+月\d+日 \d\d:\d\d 用过：随手拍：路灯不亮，是本人交的。$/,
    )
    // Whose it is plays no part.
    expect(JSON.stringify(row)).not.toContain(riderId)
    expect(await heads()).toEqual(expect.arrayContaining(['有几分先放一放']))
    await clean()
  })

  it('by two at once is paid once', async () => {
    const { payAll } = await carry()
    const both = [shown(await rider.photo('a gate')), shown(await rider.photo('a gate'))]
    await Promise.all(both.map((cause) => payAll([cause], Date.now())))
    expect(await has()).toBe(6)
    expect(await waiting(secretary)).toHaveLength(1)
    await clean()
  })

  it('does not wait where the same thing is paid again, nor for a photo that never arrived', async () => {
    const { payAll } = await carry()
    const cause = shown(await rider.photo('a door'), { key: 'appeal:one:confirmed:0' })
    await payAll([cause, reversalOf(cause, Date.now())], Date.now())
    expect(await has()).toBe(0)
    await payAll([{ ...cause, key: 'appeal:one:confirmed:1' }], Date.now())
    await payAll([shown('cloud://local.local/photos/never.jpg')], Date.now())
    expect(await has()).toBe(12)
    expect(await waiting(secretary)).toEqual([])
  })

  it('of what is confidential shows nothing to others, here or where the photo turns up again', async () => {
    const { payAll } = await carry()
    const kitchen = (over: Partial<Cause> = {}) => ({
      kind: 'foodSafetyConfirmed' as const,
      title: '后厨',
      ...over,
    })
    const secret = (photo: string) => ({ photos: [photo], confidentialTo: committee })
    const [one, two, three] = [await rider.photo('k'), await rider.photo('k'), await rider.photo('k')]
    await payAll([shown(one, kitchen({ evidence: secret(one) }))], Date.now())
    await payAll([shown(two, kitchen({ evidence: secret(two) }))], Date.now())
    await payAll([shown(three)], Date.now())
    const rows = await waiting(secretary)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.flags[0]).toMatchObject({ photos: { now: three } })
    expect(rows[0]?.flags[0]?.photos).not.toHaveProperty('before')
    // Not when, nor whose: they may know who took this photo.
    expect(rows[0]?.flags[0]?.words).toBe('这张照片以前用过。那一次的事不便给您看。')
    expect(JSON.stringify(rows)).not.toContain('后厨')
    expect(JSON.stringify(await waiting(above))).not.toContain('后厨')
    const officer = await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: committee })
    expect(await waiting(officer)).toMatchObject([{ title: '后厨', photos: [two] }])
  })
})

describe('what it costs', () => {
  it('a payment six requests, found a flag or not the look at its photos beside', async () => {
    const { pay, payAll } = await carry()
    const now = Date.now()
    await pay(work(), now)
    expect(await requestsOf(() => pay(work(), now))).toBeLessThanOrEqual(6)
    // The address of the photo and its first use.
    const cause = shown(await rider.photo())
    expect(await requestsOf(async () => void (await payAll([cause], now)))).toBeLessThanOrEqual(8)
  })
  it('the list one request beside the caller, and no more looked at than is shown', async () => {
    for (let index = 0; index < 12; index += 1) await held()
    const envelope = {
      action: 'pointsReview.queue',
      input: { of: 'waiting' },
      hat: `secretary-${kaixuan}`,
    }
    const { value, meter } = await cloud.local.measure('api', envelope, { openid: 'o-secretary' })
    expect(value).toMatchObject({ ok: true })
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(meter.examined).toBeLessThanOrEqual(2 * meter.returned + 5)
    const first = await secretary.call('pointsReview.queue', { of: 'waiting' })
    const rest = await secretary.call('pointsReview.queue', {
      of: 'waiting',
      ...(first.next !== undefined && { cursor: first.next }),
    })
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(12)
  })
  it('a statement with what is held two, as without', async () => {
    await held()
    const envelope = { action: 'points.statement', input: { month: month() } }
    const { meter } = await cloud.local.measure('api', envelope, { openid: 'o-rider' })
    // The caller comes first.
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
  })
})

describe('judging', () => {
  it('照发: paid at once, once, told, and written into the audit', async () => {
    const id = await held()
    expect(await lines()).toMatchObject([
      { id, kind: 'wait', points: 0, arithmetic: '待人工核对', held: { points: 6, state: 'waiting' } },
    ])
    const requestId = newRequestId()
    const wish = { id, version: 1, pays: true, words: '问过了，是补拍的' }
    expect(await secretary.call('pointsReview.judge', wish, requestId)).toEqual({ id, state: 'paid' })
    expect(await secretary.call('pointsReview.judge', wish, requestId)).toEqual({ id, state: 'paid' })
    expect(await second.refused('pointsReview.judge', { ...wish, version: 2 })).toMatchObject({
      code: 'REVIEW_MOVED',
    })
    expect(await has()).toBe(6)
    expect(await heads()).toContain('核对好了，分发了')
    expect((await lines()).map(({ kind }) => kind).sort()).toEqual(['pay', 'wait'])
    const { audit } = await import('../../store/audit.ts')
    const [entry] = await audit.find({ where: { action: 'pointsReview.judge' }, limit: 5 })
    expect(entry).toMatchObject({ words: '照发 6 分（照片用过）：问过了，是补拍的', subjectId: null })
    await tick()
    expect(await waiting(secretary)).toEqual([])
    await clean()
  })

  it('不发, 申诉, and the street pays; each is told once, and the first officer is locked out', async () => {
    const id = await held()
    expect((await secretary.refused('pointsReview.judge', { id, version: 1, pays: false })).code).toBe(
      'REASON_NEEDED',
    )
    await judge(secretary, id, false)
    expect(await rider.call('pointsReview.view', { id })).toMatchObject({
      state: 'denied',
      appealable: true,
      points: 6,
      steps: [{ action: 'hold' }, { action: 'deny', words: '照片看不清' }],
    })
    await rider.call('pointsReview.appeal', { id, words: '两次都去了，同一个台阶' })
    expect((await rider.refused('pointsReview.appeal', { id, words: '再看看' })).code).toBe('REVIEW_MOVED')
    expect(await waiting(secretary)).toEqual([])
    expect(await waiting(secretary, 'appealed')).toMatchObject([{ locked: expect.stringContaining('经手') }])
    expect((await secretary.refused('pointsReview.judge', { id, version: 3, pays: true })).code).toBe(
      'REVIEW_ANOTHER',
    )
    expect(await waiting(above, 'appealed')).toMatchObject([
      { id, denied: '照片看不清', plea: '两次都去了，同一个台阶', version: 3 },
    ])
    expect(await judge(above, id, true, 3, '')).toEqual({ id, state: 'paid' })
    expect(await has()).toBe(6)
    await tick()
    await tick()
    const told = await heads()
    expect(told.filter((head) => head === '核对后没发')).toHaveLength(1)
    expect(told.filter((head) => head === '核对好了，分发了')).toHaveLength(1)
    await clean()
  })

  it('by many at once pays once', async () => {
    const id = await held()
    const answers = await Promise.all(
      [secretary, second, above, secretary, second].map((phone) =>
        judge(phone, id, true).then(
          () => 'paid',
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'paid')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['paid', 'REVIEW_MOVED']))
    expect(await has()).toBe(6)
    await clean()
  })

  it('never one’s own, and what was taken back meanwhile is not there to be judged', async () => {
    const own = await held({ personId: await second.personId() })
    expect((await second.refused('pointsReview.judge', { id: own, version: 1, pays: true })).code).toBe(
      'REVIEW_OWN',
    )
    expect(await waiting(second)).toMatchObject([{ id: own, locked: expect.stringContaining('自己') }])
    const { pay } = await carry()
    const cause = work()
    await pay(cause, cause.at, [
      { photo: 'cloud://e/photos/2.jpg', before: { title: '任务：扫雪', at: 1, own: true } },
    ])
    const id = transferId(cause.key)
    await pay(reversalOf(cause, Date.now()), Date.now())
    await pay(reversalOf(cause, Date.now()), Date.now())
    await pay(cause, Date.now())
    expect((await secretary.refused('pointsReview.judge', { id, version: 2, pays: true })).code).toBe(
      'REVIEW_MOVED',
    )
    expect(await has()).toBe(0)
    await clean()
  })

  it('takes back what a judgement has paid when the work is found wrong', async () => {
    const { pay } = await carry()
    const cause = work()
    await pay(cause, cause.at, [
      { photo: 'cloud://e/photos/2.jpg', before: { title: '任务：扫雪', at: 1, own: true } },
    ])
    await judge(secretary, transferId(cause.key), true)
    await Promise.all([1, 2, 3].map(() => pay(reversalOf(cause, Date.now()), Date.now())))
    expect(await has()).toBe(0)
    await clean()
  })
})

describe('what was promised above the limit of a day', () => {
  it('waits, and the rest is paid at once', async () => {
    const { pay } = await carry()
    for (const points of [18, 6]) await pay(work({ points }), Date.now())
    expect(await has()).toBe(20)
    const [row] = await waiting(secretary)
    expect(row).toMatchObject({ points: 4, inPart: true, flags: [{ name: '超过上限' }] })
    expect((await lines()).find(({ held }) => held)).toMatchObject({
      kind: 'pay',
      points: 2,
      arithmetic: '6 分，到上限先记 2 分',
    })
    await judge(secretary, row?.id ?? '', true, 1, '')
    expect(await has()).toBe(24)
    await clean()
  })
})

describe('two who verify each other', () => {
  const worked = async (title: string) => {
    const from = Date.now() + 60_000
    const plan = {
      title,
      kind: 'cleaning' as const,
      place: { name: '北站路台阶' },
      from,
      to: from + hour,
      places: 1,
      points: 6,
      proof: [],
    }
    const { id } = await secretary.call('task.create', { plan, publish: true })
    await second.call('task.claim', { id })
    const { tasks } = await import('../../store/tasks.ts')
    await tasks.update({ _id: id }, { from: Date.now() - 1 })
    return { id, claimId: (await tasks.get(id))?.claims[0]?.id ?? '' }
  }
  /** So often in this month one has verified the other, in tasks that are over. */
  const earlier = async (claimer: string, verifier: string, count: number) => {
    const { monthPairsOf } = await import('../../../domain/task/proving.ts')
    const { tasks } = await import('../../store/tasks.ts')
    const { id } = await worked('旧的')
    const old = await tasks.get(id)
    if (!old) throw new Error('it is not there')
    const pairs = monthPairsOf(claimer, verifier, Date.now()).slice(0, 1)
    await tasks.update({ _id: id }, { busy: [] })
    for (let index = 0; index < count; index += 1)
      await tasks.add({ ...old, _id: `${claimer}-${index}`, busy: [], pairs })
  }
  it.each([
    [2, 3, 'held'],
    [1, 3, 'paid'],
    [2, 2, 'paid'],
  ])('%s times before and %s times the other way: %s', async (times, back, outcome) => {
    const [me, they] = [await secretary.personId(), await second.personId()]
    await earlier(they, me, times)
    await earlier(me, they, back)
    const { id, claimId } = await worked('扫台阶')
    await secretary.call('task.verify', { id, verdicts: [{ claimId, accepted: true }] })
    const rows = await waiting(secretary)
    if (outcome === 'paid') return expect(rows).toEqual([])
    expect(rows).toMatchObject([
      {
        title: '任务：扫台阶',
        flags: [{ words: '这两个月，验收人给他验收了 3 次，他给验收人验收了 3 次。' }],
        locked: expect.stringContaining('换一位'),
      },
    ])
    expect((await waiting(above))[0]).not.toHaveProperty('locked')
    await clean()
  })
})

it('is judged at the heir when its community is merged into another, what is confidential by nobody above', async () => {
  const city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
  const beside = cloud.organisations.find(({ _id, ancestors }) => _id !== kaixuan && ancestors[0] === street)
  const heirId = beside?._id ?? ''
  const heir = await cloud.staff({ openid: 'o-heir', role: 'secretary', organisationId: heirId })
  const id = await held()
  const secret = await held({ title: '后厨', evidence: { confidentialTo: kaixuan } })
  await city.call('organisation.merge', { id: kaixuan, version: 1, heirId })
  await city.call('organisation.settle', { id: kaixuan })
  expect((await waiting(heir)).map((row) => row.id).sort()).toEqual([id, secret].sort())
  expect((await waiting(above)).map((row) => row.id)).toEqual([id])
})

it('others see nothing of it, not even that it is there', async () => {
  const id = await held()
  const other = cloud.phone('o-other')
  expect((await other.refused('pointsReview.view', { id })).code).toBe('REVIEW_NOT_FOUND')
  expect((await other.refused('pointsReview.appeal', { id, words: '我的' })).code).toBe('REVIEW_NOT_FOUND')
})

it('who leaves for good takes with them what waits, and where they were', async () => {
  await give(riderId, 5)
  const id = await held({
    evidence: { stood: { point: { longitude: 123.43, latitude: 41.8 }, radius: 200 } },
  })
  const { accounts } = await import('../../store/accounts.ts')
  const { pay } = await carry()
  await pay(
    work({ evidence: { stood: { point: { longitude: 123.43, latitude: 41.8 }, radius: 200 } } }),
    Date.now(),
  )
  expect((await accounts.get(riderId))?.traces).toHaveLength(1)
  await rider.call('personalData.delete', {})
  expect((await accounts.get(riderId))?.traces).toEqual([])
  const { reviews } = await import('../../store/reviews.ts')
  expect((await reviews.get(id))?.cause.evidence).not.toHaveProperty('stood')
  expect(await waiting(secretary)).toEqual([])
  // What they did and is found right only now.
  const late = work({ evidence: { stood: { point: { longitude: 123.43, latitude: 41.8 }, radius: 200 } } })
  await pay(late, Date.now(), [{ photo: 'cloud://e/photos/2.jpg' }])
  expect((await accounts.get(riderId))?.traces).toEqual([])
  expect(await waiting(secretary)).toEqual([])
  expect((await secretary.refused('pointsReview.judge', { id, version: 2, pays: true })).code).toBe(
    'REVIEW_MOVED',
  )
  await clean()
})

it('the ledger notices when a judgement and a payment disagree', async () => {
  const id = await held()
  const { reviews } = await import('../../store/reviews.ts')
  await reviews.update({ _id: id }, { state: 'paid' })
  expect((await reconciled()).faults).toEqual([{ id, fault: '核对到“核对后发了”，发了 0 分' }])
  await reviews.remove(id)
  expect((await reconciled()).faults).toEqual([{ id, fault: '写着待核对，没有核对单' }])
})
