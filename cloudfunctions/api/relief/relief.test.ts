import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultOf } from '../../../domain/appeal/verify.ts'
import { shippedReliefRules } from '../../../domain/relief/rules.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { give } from '../../../tests/support/points.ts'

const kaixuan = '210103014001'
const committee = '210103-tradeCommittee-delivery'
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
let cloud: TestCloud
let rider: Phone
let officer: Phone
let secretary: Phone
let city: Phone
let start: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  officer = await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: committee })
  secretary = await cloud.staff({
    openid: 'o-secretary',
    role: 'secretary',
    organisationId: '2101-tradeCommittee-delivery',
  })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const relief = {
  platform: '美团',
  orderNumber: '310088204519',
  occurredAt: Date.now() - 3_600_000,
  fineYuan: 50,
  cause: 'heavyRain',
} as const
const asking = {
  kind: 'relief',
  category: 'penalty',
  area: kaixuan,
  trade: 'delivery',
} as const
const submit = (over: object = {}) =>
  rider.call('appeal.submit', { ...asking, relief: { ...relief, ...over } })
async function accepted(over: object = {}): Promise<string> {
  const { id } = await submit(over)
  await officer.call('appeal.accept', { id, version: 1 })
  return id
}
async function approved(over: object = {}): Promise<string> {
  const id = await accepted(over)
  await officer.call('appeal.decideRelief', { id, version: 2, approved: true })
  return id
}
const stored = async (id: string) => {
  const { appeals } = await import('../../store/appeals.ts')
  const found = await appeals.get(id)
  if (!found) throw new Error('it is not there')
  return found
}
const inbox = async () => (await rider.call('notice.list', {})).rows

describe('how a relief is assessed', () => {
  it('needs no words, goes to the trade committee, and says whether it is eligible', async () => {
    const sent = await submit()
    expect(sent).toMatchObject({
      organisation: { id: committee },
      assessed: { assessment: 'eligible', points: 0, threshold: 0, ruleVersion: 1 },
    })
    const view = await officer.call('appeal.view', { id: sent.id })
    expect(view).toMatchObject({
      title: '大雨 · 美团罚 50 元',
      relief: { orderNumber: '****4519' },
      reliefCase: { assessment: 'eligible' },
    })
    expect(faultOf(await stored(sent.id))).toBeUndefined()
  })

  it('leaves to the committee what the points do not reach, and counts the points there are', async () => {
    expect((await submit({ cause: 'liftFailure' })).assessed).toEqual({
      assessment: 'discretion',
      points: 0,
      threshold: 10,
      ruleVersion: 1,
    })
    await give(await rider.personId(), 40)
    expect((await submit({ cause: 'liftFailure' })).assessed?.points).toBe(0)
    await give(await rider.personId(), 10, Date.now(), 'supervision')
    expect((await submit({ cause: 'liftFailure' })).assessed?.assessment).toBe('eligible')
  })

  it.each([
    ['without what happened', { ...asking, text: '罚了我' }, 'FIELD_INVALID'],
    ['of another kind', { ...asking, kind: 'request', text: '罚了我', relief }, 'FIELD_INVALID'],
    [
      'of tomorrow',
      { ...asking, relief: { ...relief, occurredAt: Date.now() + 86_400_000 } },
      'RELIEF_LATER',
    ],
    ['with half a fen', { ...asking, relief: { ...relief, fineYuan: 0.005 } }, 'FIELD_INVALID'],
    ['with less than nothing', { ...asking, relief: { ...relief, fineYuan: -1 } }, 'FIELD_INVALID'],
    ['without an order', { ...asking, relief: { ...relief, orderNumber: ' ' } }, 'TEXT_EMPTY'],
    ['for an unknown cause', { ...asking, relief: { ...relief, cause: 'tired' } }, 'FIELD_INVALID'],
  ])('refuses one %s, and stores nothing', async (_, input, code) => {
    expect((await rider.refused('appeal.submit', input)).code).toBe(code)
    expect({ ...(await cloud.local.dump()), people: [] }).toEqual({ ...start, people: [] })
  })
})

describe('核定', () => {
  it('writes a letter under the next number, and tells the person', async () => {
    const id = await approved()
    const { reliefCase, timeline } = await rider.call('appeal.view', { id })
    expect(reliefCase).toMatchObject({
      decision: { outcome: 'approved', by: '承办人' },
      letter: {
        number: `沈河网约党函〔${year}〕1号`,
        organisation: '沈河区网约配送行业党委',
        title: '承办人',
      },
    })
    expect(timeline[0]).toMatchObject({ action: 'decideRelief', reliefCase: { letter: {} } })
    expect((await inbox())[0]).toMatchObject({
      head: '核定同意了',
      sentence: `「大雨 · 美团罚 50 元」沈河区网约配送行业党委开了公函沈河网约党函〔${year}〕1号，去跟平台说。`,
    })
    expect(faultOf(await stored(id))).toBeUndefined()
  })

  it('gives 20 at once the numbers 1 to 20, each once', async () => {
    const ids: string[] = []
    for (let at = 0; at < 20; at += 1) {
      if (at === 15) await cloud.rest('o-rider')
      ids.push(await accepted())
    }
    const decide = (id: string) =>
      officer.call('appeal.decideRelief', { id, version: 2, approved: true }, `decide-${id}`)
    await Promise.all(ids.map(decide))
    const letters = await Promise.all(ids.map(async (id) => (await stored(id)).reliefCase?.letter?.number))
    expect(new Set(letters)).toEqual(new Set(ids.map((_, at) => `沈河网约党函〔${year}〕${at + 1}号`)))
    // The same requests again: the same numbers, and none is used up.
    await Promise.all(ids.map(decide))
    expect(await Promise.all(ids.map(async (id) => (await stored(id)).reliefCase?.letter?.number))).toEqual(
      letters,
    )
    const { letterTallies } = await import('../../store/tallies.ts')
    expect((await letterTallies.get(`letters-${committee}-${year}`))?.count).toBe(20)
  }, 120_000)

  it('of two at once on one relief lets one through, and uses one number', async () => {
    const id = await accepted()
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => officer.call('appeal.decideRelief', { id, version: 2, approved: true })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { letterTallies } = await import('../../store/tallies.ts')
    expect((await letterTallies.get(`letters-${committee}-${year}`))?.count).toBe(1)
  })

  it('says no with a reason, which may be thought over', async () => {
    const id = await accepted()
    expect(
      await officer.refused('appeal.decideRelief', { id, version: 2, approved: false, words: ' ' }),
    ).toMatchObject({ code: 'REASON_NEEDED' })
    await officer.call('appeal.decideRelief', { id, version: 2, approved: false, words: '那天没下雨' })
    expect((await inbox())[0]).toMatchObject({
      head: '这次没有核定',
      sentence: '「大雨 · 美团罚 50 元」：那天没下雨。',
    })
    await officer.call('appeal.decideRelief', { id, version: 3, approved: true })
    expect((await stored(id)).reliefCase?.decision?.outcome).toBe('approved')
    expect(
      await officer.refused('appeal.decideRelief', { id, version: 4, approved: false, words: '又不行了' }),
    ).toMatchObject({ code: 'RELIEF_DECIDED' })
  })

  it('is for reliefs alone', async () => {
    const { id } = await rider.call('appeal.submit', { ...asking, kind: 'request', text: '罚款乱扣' })
    await officer.call('appeal.accept', { id, version: 1 })
    const input = { id, version: 2, approved: true }
    expect(await officer.refused('appeal.decideRelief', input)).toMatchObject({ code: 'RELIEF_ONLY' })
  })
})

describe('平台答复', () => {
  it('counts what is waived into the month of the committee, once', async () => {
    const id = await approved()
    const answer = () =>
      officer.call('appeal.answerRelief', { id, version: 3, answer: 'waived' }, 'the-same-request')
    expect(await answer()).toEqual(await answer())
    const second = await approved({ fineYuan: 30.1 })
    await officer.call('appeal.answerRelief', { id: second, version: 3, answer: 'partly', yuan: 20.2 })
    const third = await approved()
    await officer.call('appeal.answerRelief', { id: third, version: 3, answer: 'refused', words: '证据不足' })
    expect(await officer.call('relief.figures', {})).toMatchObject({ yuan: 70.2, count: 2 })
    expect((await inbox()).map(({ head }) => head)).toContain('平台没同意免')
    expect((await inbox()).find(({ head }) => head === '平台答复了')?.sentence).toMatch(/平台免了 20\.20 元/)
    // A no may become a yes, and counts then.
    await officer.call('appeal.answerRelief', { id: third, version: 4, answer: 'waived' })
    expect(await officer.call('relief.figures', {})).toMatchObject({ yuan: 120.2, count: 3 })
    expect(
      await officer.refused('appeal.answerRelief', { id: third, version: 5, answer: 'refused' }),
    ).toMatchObject({ code: 'RELIEF_ANSWERED' })
    expect(faultOf(await stored(third))).toBeUndefined()
  })

  it.each([
    ['nothing of a part', { answer: 'partly', yuan: 0 }, 'RELIEF_YUAN'],
    ['all of it as a part', { answer: 'partly', yuan: 50 }, 'RELIEF_YUAN'],
    ['a part without a sum', { answer: 'partly' }, 'RELIEF_YUAN'],
    ['half a fen', { answer: 'partly', yuan: 1.005 }, 'FIELD_INVALID'],
    ['an unknown answer', { answer: 'perhaps' }, 'FIELD_INVALID'],
  ])('refuses %s, and counts nothing', async (_, input, code) => {
    const id = await approved()
    const before = await cloud.local.dump()
    expect((await officer.refused('appeal.answerRelief', { id, version: 3, ...input })).code).toBe(code)
    expect(await cloud.local.dump()).toEqual(before)
  })

  it('waits for a letter', async () => {
    const id = await accepted()
    expect(await officer.refused('appeal.answerRelief', { id, version: 2, answer: 'waived' })).toMatchObject({
      code: 'RELIEF_NO_LETTER',
    })
  })
})

describe('解单', () => {
  it('waits for the decision, then for the answer or for the word that there is none', async () => {
    const id = await accepted()
    const resolve = (version: number, unsolved = false) => ({ id, version, words: '办完了', unsolved })
    expect(await officer.refused('appeal.resolve', resolve(2))).toMatchObject({ code: 'RELIEF_UNDECIDED' })
    await officer.call('appeal.decideRelief', { id, version: 2, approved: true })
    expect(await officer.refused('appeal.resolve', resolve(3))).toMatchObject({ code: 'RELIEF_UNANSWERED' })
    expect(await officer.call('appeal.resolve', resolve(3, true))).toMatchObject({ state: 'resolved' })
  })

  it('needs no answer where nothing was asked', async () => {
    const id = await accepted()
    await officer.call('appeal.decideRelief', { id, version: 2, approved: false, words: '没有依据' })
    expect(await officer.call('appeal.resolve', { id, version: 3, words: '跟本人说清了' })).toMatchObject({
      state: 'resolved',
    })
  })
})

describe('免责门槛', () => {
  const { thresholds } = shippedReliefRules('2101')

  it('is changed by the city’s committee or administrator, written down, and holds from then on', async () => {
    const before = await submit({ cause: 'heavyRain' })
    expect(await secretary.call('relief.rules', {})).toEqual({ version: 1, thresholds })
    const stricter = { ...thresholds, heavyRain: 5 }
    expect(await secretary.call('relief.changeRules', { version: 1, thresholds: stricter })).toEqual({
      version: 2,
      thresholds: stricter,
    })
    expect((await submit()).assessed).toMatchObject({ assessment: 'discretion', ruleVersion: 2 })
    expect((await rider.call('appeal.view', { id: before.id })).reliefCase).toMatchObject({
      assessment: 'eligible',
      ruleVersion: 1,
    })
    await city.call('relief.changeRules', { version: 2, thresholds })
    const { rows } = await city.call('audit.list', { organisationId: '2101' })
    expect(rows.map(({ words }) => words).slice(0, 2)).toEqual(['大雨 5 分改为 0 分', '大雨 0 分改为 5 分'])
  })

  it.each([
    ['on an old sight', { version: 7, thresholds: { ...thresholds, other: 5 } }, 'RELIEF_RULES_STALE'],
    ['that changes nothing', { version: 1, thresholds }, 'RELIEF_RULES_SAME'],
    ['below zero', { version: 1, thresholds: { ...thresholds, other: -1 } }, 'FIELD_INVALID'],
    ['out of reach', { version: 1, thresholds: { ...thresholds, other: 201 } }, 'FIELD_INVALID'],
    ['of half a point', { version: 1, thresholds: { ...thresholds, other: 0.5 } }, 'FIELD_INVALID'],
    ['without a cause', { version: 1, thresholds: { heavyRain: 0 } }, 'FIELD_INVALID'],
  ])('refuses a change %s, and stores nothing', async (_, input, code) => {
    const before = await cloud.local.dump()
    expect((await secretary.refused('relief.changeRules', input)).code).toBe(code)
    expect(await cloud.local.dump()).toEqual(before)
  })

  it('is nobody else’s', async () => {
    for (const [role, organisationId] of [
      ['secretary', committee],
      ['secretary', kaixuan],
      ['administrator', '210103'],
      ['officer', '2101-tradeCommittee-delivery'],
    ] as const) {
      const other = await cloud.staff({ openid: `o-${role}-${organisationId}`, role, organisationId })
      expect(await other.refused('relief.rules', {})).toMatchObject({ code: 'NOT_YOURS' })
      const change = { version: 1, thresholds: { ...thresholds, other: 5 } }
      expect(await other.refused('relief.changeRules', change)).toMatchObject({ code: 'NOT_YOURS' })
    }
  })
})
