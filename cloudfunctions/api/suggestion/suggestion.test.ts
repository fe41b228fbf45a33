import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noSuggestions } from '../../../domain/suggestion/additions.ts'
import { suggestionLimits } from '../../../domain/suggestion/limits.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let city: Phone
let rider: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
  rider = cloud.phone('o-rider')
}, 60_000)
afterAll(() => cloud.close())

const add = (text: string, category: 'charging' | 'parking' = 'charging') =>
  city.call('suggestion.add', { category, text })

describe('what administrators add', () => {
  it('reaches every phone, once per version, without personal numbers', async () => {
    expect(await rider.call('suggestion.current', { version: 0 })).toEqual({ version: 0 })
    await add('柜子全红 打13800138000 没人管')
    const first = await rider.call('suggestion.current', { version: 0 })
    expect(first).toEqual({
      version: 1,
      added: [{ category: 'charging', text: '柜子全红 打138**** 没人管' }],
    })
    expect(await rider.call('suggestion.current', { version: 1 })).toEqual({ version: 1 })
  })

  it('is listed, written down, and can be taken back', async () => {
    const { id } = await add('小铁盒子不出电')
    const { added } = await city.call('suggestion.list', {})
    expect(added[0]).toMatchObject({ id, category: 'charging', text: '小铁盒子不出电' })
    await city.call('suggestion.remove', { id })
    expect((await city.call('suggestion.list', {})).added.map((each) => each.id)).not.toContain(id)
    const { rows } = await city.call('audit.list', { organisationId: '2101' })
    expect(rows.slice(0, 2).map(({ words }) => words)).toEqual([
      '“小铁盒子不出电”不再算充电换电',
      '“小铁盒子不出电”算充电换电',
    ])
  })

  it('is the same once, however often it is asked', async () => {
    const ask = () =>
      city.call('suggestion.add', { category: 'parking', text: '车没处撂' }, 'the-same-request')
    expect(await ask()).toEqual(await ask())
    const { added } = await city.call('suggestion.list', {})
    expect(added.filter(({ text }) => text === '车没处撂')).toHaveLength(1)
  })

  it.each([
    ['nothing', { category: 'charging', text: ' ' }, 'TEXT_EMPTY'],
    ['too much', { category: 'charging', text: '字'.repeat(101) }, 'TEXT_TOO_LONG'],
    ['what says nothing', { category: 'charging', text: '12345 !!' }, 'SUGGESTION_MUTE'],
    ['what is there', { category: 'parking', text: '车没处撂' }, 'SUGGESTION_KNOWN'],
    ['an unknown category', { category: 'weather', text: '下雨了' }, 'FIELD_INVALID'],
  ])('refuses %s, and stores nothing', async (_, input, code) => {
    const before = await cloud.local.dump()
    expect((await city.refused('suggestion.add', input)).code).toBe(code)
    expect({ ...(await cloud.local.dump()), people: [] }).toEqual({ ...before, people: [] })
  })

  it('refuses to take back what is not there', async () => {
    expect(await city.refused('suggestion.remove', { id: 'nothing' })).toMatchObject({
      code: 'SUGGESTION_NOT_FOUND',
    })
  })

  it('takes so many per category and no more', async () => {
    const { suggestions } = await import('../../store/rules.ts')
    const before = await city.call('suggestion.list', {})
    const full = Array.from({ length: suggestionLimits.perCategory }, (_, at) => ({
      id: `full-${at}`,
      category: 'parking' as const,
      text: `没处停 ${at}`,
      at,
    }))
    await suggestions.put({ ...noSuggestions, version: before.version, added: full })
    expect(await city.refused('suggestion.add', { category: 'parking', text: '停哪儿都罚' })).toMatchObject({
      code: 'SUGGESTIONS_FULL',
    })
    await add('没电了')
  })

  it('is the city’s alone', async () => {
    for (const [role, organisationId] of [
      ['administrator', '210103'],
      ['administrator', kaixuan],
      ['supervisor', '2101-newSectorCommittee'],
    ] as const) {
      const other = await cloud.staff({ openid: `o-${role}-${organisationId}`, role, organisationId })
      expect(await other.refused('suggestion.list', {})).toMatchObject({ code: 'NOT_YOURS' })
      expect(await other.refused('suggestion.add', { category: 'other', text: '随便说说' })).toMatchObject({
        code: 'NOT_YOURS',
      })
    }
  })
})

describe('appeals that got another category', () => {
  it('are listed newest first, page by page, covered, never the confidential ones', async () => {
    const { appeals } = await import('../../store/appeals.ts')
    const sent = async (text: string, corrected: number | undefined, confidential = false) => {
      const { id } = await rider.call('appeal.submit', {
        kind: 'request',
        category: 'gateAccess',
        text,
        area: kaixuan,
        trade: 'delivery',
      })
      const appeal = await appeals.get(id)
      if (!appeal) throw new Error('it is not there')
      const from = { corrected: { from: 'other' as const, at: corrected ?? 0 } }
      await appeals.put({ ...appeal, confidential, ...(corrected !== undefined && from) })
    }
    await sent('没改过的', undefined)
    await sent('保密的', 9_999, true)
    await sent('门口拦着 打13800138000', 5_000)
    for (let at = 1; at <= suggestionLimits.page; at += 1) {
      await cloud.rest('o-rider')
      await sent(`第${at}件门锁着`, at)
    }
    const first = await city.call('suggestion.candidates', {})
    expect(first.rows).toHaveLength(suggestionLimits.page)
    expect(first.rows[0]).toMatchObject({
      text: '门口拦着 打138****',
      from: 'other',
      category: 'gateAccess',
      at: 5_000,
    })
    const second = await city.call('suggestion.candidates', { cursor: first.next })
    expect(second.rows.map(({ text }) => text)).toEqual(['第1件门锁着'])
    expect(second.next).toBeUndefined()
    // What was said in another city is not theirs to read.
    await appeals.update({ 'corrected.at': 5_000 }, { city: '2102' })
    expect((await city.call('suggestion.candidates', {})).rows.map(({ at }) => at)).not.toContain(5_000)
  })
})
