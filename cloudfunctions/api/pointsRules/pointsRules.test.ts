import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PointsRule, shippedRules } from '../../../domain/points/rules.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { causeFor, kaixuan } from '../../../tests/support/points.ts'

let cloud: TestCloud
let secretary: Phone
let city: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
}, 60_000)
afterAll(() => cloud.close())

const snaps = (points: number): PointsRule => ({
  what: 'snapConfirmed',
  points,
  bucket: 'volunteer',
  caps: { day: 20 },
  multipliers: [],
})
const lastMonth = () => {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15, 4)
}
const paid = async (personId: string, at = Date.now()) => {
  const { pay } = await import('../../carry/pay.ts')
  const { transfers } = await import('../../store/transfers.ts')
  const { transferId } = await import('../../../domain/points/transfer.ts')
  const cause = causeFor(personId, { kind: 'snapConfirmed', at, tags: [] })
  await pay(cause, Date.now())
  return transfers.get(transferId(cause.key))
}

describe('rules', () => {
  it('begin as shipped, and what is changed holds from then on, with every version kept', async () => {
    const shown = await city.call('pointsRules.view', {})
    expect(shown).toMatchObject({ version: 1, isCity: true })
    expect(shown.rules).toHaveLength(shippedRules.length)
    const first = await paid('p-1', lastMonth())
    const rules = shown.rules.map((rule) => (rule.what === 'snapConfirmed' ? snaps(4) : rule))
    const { sums } = await city.call('pointsRules.preview', { rules })
    expect(sums).toEqual([{ what: 'snapConfirmed', times: 1, was: 2, would: 4 }])
    await city.call('pointsRules.publish', { version: 1, rules, words: '多鼓励' })
    expect((await paid('p-1'))?.arithmetic).toBe('4 分')
    expect(first?.arithmetic).toBe('2 分')
    const { rows } = await city.call('pointsRules.versions', {})
    expect(rows.map(({ version }) => version)).toEqual([2, 1])
    expect(rows[0]?.changed).toContain('随手拍属实 2 分改为 4 分')
    expect(
      (await city.call('pointsRules.view', { version: 1 })).rules.find(({ what }) => what === 'snapConfirmed')
        ?.points,
    ).toBe(2)
    expect((await city.refused('pointsRules.publish', { version: 1, rules, words: '再来' })).code).toBe(
      'POINTS_RULES_STALE',
    )
    expect((await city.refused('pointsRules.publish', { version: 2, rules, words: '再来' })).code).toBe(
      'POINTS_RULES_SAME',
    )
  })

  it('of a community stand before its city’s', async () => {
    const shown = await secretary.call('pointsRules.view', {})
    expect(shown).toMatchObject({ version: 1, isCity: false, rules: [] })
    await secretary.call('pointsRules.publish', { version: 1, rules: [snaps(6)], words: '本社区多给' })
    const transfer = await paid('p-2')
    expect(transfer).toMatchObject({ arithmetic: '6 分', basis: { scope: kaixuan, version: 2 } })
    await secretary.call('pointsRules.publish', { version: 2, rules: [], words: '照全市的' })
    expect((await paid('p-2'))?.arithmetic).toBe('4 分')
  })

  it.each([
    ['the same thing twice', [snaps(1), snaps(2)], 'POINTS_RULES_FAULTY'],
    ['more than there may be', [snaps(101)], 'FIELD_INVALID'],
    [
      'four times as much',
      [{ ...snaps(2), multipliers: [{ name: '夜', factor: 4, when: { from: 1, to: 2 } }] }],
      'FIELD_INVALID',
    ],
    ['supervision points for a snap', [{ ...snaps(2), bucket: 'supervision' }], 'POINTS_RULES_FAULTY'],
    ['nothing', undefined, 'FIELD_INVALID'],
  ])('refuse %s', async (_, rules, code) => {
    const before = await cloud.local.dump()
    const input = { version: 3, rules, words: '试试' }
    expect((await secretary.refused('pointsRules.publish', input)).code).toBe(code)
    expect((await cloud.local.dump()).rules).toEqual(before.rules)
  })
})
