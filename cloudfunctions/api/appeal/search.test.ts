import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import { keysOf, scopesOf } from '../../../domain/appeal/search/keys.ts'
import type { Input } from '../../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const street = '210103014'
const far = '210114001016'
let cloud: TestCloud
let neighbour: string
let rider: Phone
let worker: Phone
let secretary: Phone
let above: Phone
let stranger: Phone
let committee: Phone

const submit = async (text: string, over: Partial<Input<'appeal.submit'>> = {}) => {
  await cloud.rest('o-rider')
  return rider.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text,
    area: kaixuan,
    trade: 'delivery',
    ...over,
  })
}
const found = async (phone: Phone, question: Input<'appeal.search'>) =>
  (await phone.call('appeal.search', question)).rows.map(({ id }) => id)

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  const beside = cloud.organisations.find(({ _id, parentId }) => parentId === street && _id !== kaixuan)
  neighbour = beside?._id ?? ''
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: street })
  above = await cloud.staff({
    openid: 'o-above',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  stranger = await cloud.staff({ openid: 'o-stranger', role: 'secretary', organisationId: neighbour })
  committee = await cloud.staff({
    openid: 'o-committee',
    role: 'officer',
    organisationId: '210103-tradeCommittee-delivery',
  })
}, 120_000)
afterAll(() => cloud.close())

describe('who finds what', () => {
  it('the number finds one for who has it and for those above, with and without its dash', async () => {
    const { id, number } = await submit('北门锁了')
    for (const phone of [worker, secretary, above])
      for (const text of [number, number.replace('-', '')]) expect(await found(phone, { text })).toEqual([id])
    expect(await found(stranger, { text: number })).toEqual([])
    expect(await found(committee, { text: number })).toEqual([])
  })

  it('words find it where they stand in title or text, in all scopes, and nobody else', async () => {
    const { id } = await submit('晚上九点以后，岗亭的灯全灭了，看不见台阶，摔了一跤')
    for (const phone of [worker, secretary, above]) expect(await found(phone, { text: '岗亭' })).toEqual([id])
    expect(await found(worker, { text: '岗亭 台阶' })).toEqual([id])
    expect(await found(worker, { text: '岗亭 电梯' })).toEqual([])
    expect(await found(stranger, { text: '岗亭' })).toEqual([])
  })

  it('a phone typed into the text finds nothing', async () => {
    await submit('岗哨没人，打我 13800138000')
    expect(await found(worker, { text: '13800138000' })).toEqual([])
    expect(await found(worker, { text: '岗哨' })).toHaveLength(1)
  })

  it('what is confidential is found by who holds it alone', async () => {
    const { id, number, organisation } = await submit('后厨有猫', { kind: 'snap', category: 'foodSafety' })
    expect(organisation.id).toContain('tradeCommittee')
    for (const question of [{ text: '后厨' }, { text: number }, { category: 'foodSafety' as const }])
      for (const phone of [above, secretary, worker]) expect(await found(phone, question)).toEqual([])
    const holder = await cloud.staff({ openid: 'o-holder', role: 'officer', organisationId: organisation.id })
    for (const text of ['后厨', number]) expect(await found(holder, { text })).toEqual([id])
  })

  it('a rider finds nothing, and says so', async () => {
    expect((await rider.refused('appeal.search', { text: '北门' })).code).toBe('NOT_YOURS')
  })

  it.each(['门', '的', '？'])('%s is too little to find by', async (text) => {
    expect((await worker.refused('appeal.search', { text })).code).toBe('SEARCH_TOO_SHORT')
  })
})

describe('what cannot be asked', () => {
  it.each([
    [{ states: ['lost'] }, 'FIELD_INVALID'],
    [{ text: '门'.repeat(limits.searchText + 1) }, 'TEXT_TOO_LONG'],
    [{ category: 'nothing' }, 'FIELD_INVALID'],
    [{ area: '../210103' }, 'FIELD_INVALID'],
    [{ cursor: '[1,2]' }, 'FIELD_INVALID'],
    [{ text: '北门', scopes: ['2101'] }, 'FIELD_UNKNOWN'],
  ])('%j: %s', async (question, code) => {
    expect((await worker.refused('appeal.search', question)).code).toBe(code)
  })
})

describe('filters', () => {
  it('of state, category, kind, place, mine and date, alone and together', async () => {
    const { id } = await submit('充电桩没电', { category: 'charging' })
    const { id: other } = await submit('充电桩排队', { category: 'parking' })
    await worker.call('appeal.accept', { id, version: 1 })
    const now = Date.now()
    const day = 86_400_000
    for (const question of [
      { states: ['accepted'] },
      { category: 'charging' },
      { mine: true },
      { text: '电桩', category: 'charging' },
      { text: '电桩', mine: true },
      { category: 'charging', area: kaixuan, kind: 'request', states: ['accepted', 'resolved'], mine: true },
      { mine: true, from: now - day, until: now + day },
    ] as const) {
      expect(await found(worker, question as Input<'appeal.search'>)).toEqual([id])
    }
    expect(new Set(await found(worker, { text: '电桩' }))).toEqual(new Set([id, other]))
    expect(await found(above, { area: kaixuan, category: 'parking' })).toEqual([other])
    for (const question of [
      { category: 'charging', kind: 'snap' },
      { mine: true, until: now - day },
    ] as const)
      expect(await found(worker, question)).toEqual([])
  })

  it('of what is late shows what is late longest first', async () => {
    const first = await submit('水管爆了')
    const second = await submit('水管漏水')
    const { appeals } = await import('../../store/appeals.ts')
    await appeals.update({ _id: first.id }, { dueAt: Date.now() - 2000 })
    await appeals.update({ _id: second.id }, { dueAt: Date.now() - 1000 })
    for (const phone of [worker, above])
      expect(await found(phone, { late: true })).toEqual([first.id, second.id])
    expect(await found(stranger, { late: true })).toEqual([])
    expect(await found(worker, { late: true, text: '漏水' })).toEqual([second.id])
  })
})

describe('what moved', () => {
  it('is found at its new holder and no more at the old one', async () => {
    const { id, number } = await submit('喷泉吵闹')
    await above.call('appeal.dispatch', { id, version: 1, organisationId: neighbour, words: '归你们' })
    for (const text of ['喷泉', number]) {
      expect(await found(stranger, { text })).toEqual([id])
      expect(await found(worker, { text })).toEqual([])
      expect(await found(secretary, { text })).toEqual([id])
    }
  })

  it('goes over to the heir when organisations merge, closed ones too', async () => {
    const { id } = await submit('雕像倒了', { area: neighbour })
    const city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
    const { version } = await city.call('organisation.view', { id: neighbour })
    await city.call('organisation.merge', { id: neighbour, version, heirId: kaixuan })
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: neighbour })).left
    expect(await found(worker, { text: '雕像' })).toEqual([id])
  })

  it('has other areas above it when its street moves', async () => {
    const { id } = await submit('路牌掉了', { area: far })
    const old = await cloud.staff({
      openid: 'o-old',
      role: 'supervisor',
      organisationId: '210114-newSectorCommittee',
    })
    expect(await found(old, { text: '路牌' })).toEqual([id])
    const city = cloud.phone('o-city', 'administrator-2101')
    const { version } = await city.call('organisation.view', { id: '210114001' })
    await city.call('organisation.move', { id: '210114001', version, parentId: '210103' })
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: '210114001' })).left
    expect(await found(old, { text: '路牌' })).toEqual([])
    expect(await found(above, { text: '路牌' })).toEqual([id])
  })
})

describe('in a full city', () => {
  const others = 300
  beforeAll(async () => {
    const { id } = await submit('花坛砌砖')
    const { appeals } = await import('../../store/appeals.ts')
    const first = await appeals.get(id)
    if (!first) throw new Error('the appeal is not there')
    const crowd = Array.from({ length: others }, (_, index): Appeal => {
      const appeal: Appeal = {
        ...first,
        _id: `crowd-${index}`,
        createdAt: first.createdAt - index - 1,
        title: '花坛',
        text: index % 60 === 59 ? '花坛边的蜂箱' : '花坛边的石凳',
      }
      return { ...appeal, scopes: scopesOf(appeal), keys: keysOf(appeal) }
    })
    await appeals.add(...crowd)
  })

  it('a rare word with a common one is found along the rare one', async () => {
    expect(await found(worker, { text: '蜂箱' })).toHaveLength(others / 60)
  })

  it('one call looks at a bounded number; going on finds all, each once', async () => {
    const question = { text: '花坛 蜂箱' }
    const envelope = { action: 'appeal.search', input: question, hat: `gridWorker-${kaixuan}` }
    const { value, meter } = await cloud.local.measure('api', envelope, { openid: 'o-worker' })
    expect(value).toMatchObject({ ok: true, data: { rows: [], next: expect.any(String) } })
    expect(meter.examined).toBeLessThanOrEqual(limits.searched + 1)
    expect(meter.indexes.join()).not.toContain('scan')
    const rows: string[] = []
    let cursor: string | undefined
    do {
      const page = await worker.call('appeal.search', { ...question, ...(cursor && { cursor }) })
      rows.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows).toHaveLength(others / 60)
  })

  it('pages of all follow each other without a gap', async () => {
    const rows: string[] = []
    let cursor: string | undefined
    do {
      const page = await above.call('appeal.search', { text: '花坛', ...(cursor && { cursor }) })
      rows.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect([rows.length, new Set(rows).size]).toEqual([others + 1, others + 1])
  })
})
