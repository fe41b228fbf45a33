import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CompactCity, expandCity } from '../place/city.ts'
import { organisationsOf } from '../place/tree.ts'
import { candidates } from './bodies.ts'
import defaultRules from './default-rules.json' with { type: 'json' }
import { type Facts, firingRule, misfit, type RuleSet, route } from './routing.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const organisations = organisationsOf(expandCity(read('../../data/city/2101.json') as CompactCity))
const rules = defaultRules as RuleSet

const place = (id: string) => {
  const found = organisations.find((organisation) => organisation._id === id)
  if (!found) throw new Error(`no organisation ${id}`)
  return found
}

interface Sample {
  id: string
  kind: Facts['kind']
  trade: Facts['trade']
  category: Facts['category']
  urgency: Facts['urgency']
  communityCode: string | null
  districtCode: string
  expected: { body: string; trade?: string }
}
const samples = read('../../data/appeals-sample.json') as Sample[]

const facts = (over: Partial<Facts> = {}): Facts => ({
  kind: 'request',
  category: 'gateAccess',
  urgency: 'normal',
  trade: 'delivery',
  place: place('210103014001'),
  ...over,
})

describe('the default rules', () => {
  it.each(samples)('$id: $category reaches $expected.body', (sample) => {
    const area = sample.communityCode ?? sample.districtCode
    const chosen = route(rules, { ...sample, place: place(area) }, organisations)
    expect(chosen?.organisation.kind).toBe(sample.expected.body)
    expect(chosen?.organisation.trade).toBe(sample.expected.trade)
    expect(chosen?.organisation._id.startsWith(sample.districtCode)).toBe(true)
    if (sample.expected.body === 'community') expect(chosen?.organisation._id).toBe(sample.communityCode)
    expect(chosen?.dispatch.reason).toMatch(/^[\u4e00-\u9fff].*。$/)
    expect(chosen?.dispatch.reason).not.toMatch(/[{}]/)
  })

  it('give every id once', () => {
    expect(new Set(rules.rules.map((rule) => rule.id)).size).toBe(rules.rules.length)
  })

  it('send a penalty to the committee of the person’s own trade', () => {
    const chosen = (trade: Facts['trade']) =>
      route(rules, facts({ category: 'penalty', trade }), organisations)?.organisation._id
    expect(chosen('delivery')).toBe('210103-tradeCommittee-delivery')
    expect(chosen('express')).toBe('210103-tradeCommittee-express')
    expect(chosen('truck')).toBe('210103-tradeCommittee-transport')
    expect(chosen('other')).toBe('210103014001')
  })

  it('keep confidential who reported food', () => {
    expect(route(rules, facts({ category: 'foodSafety' }), organisations)?.confidential).toBe(true)
    expect(route(rules, facts(), organisations)?.confidential).toBe(false)
  })

  it('send danger to the nearest community, whatever the category', () => {
    const chosen = route(rules, facts({ category: 'unpaidWages', urgency: 'urgent' }), organisations)
    expect(chosen?.dispatch.ruleId).toBe('danger')
    expect(chosen?.organisation.name).toBe('凯旋社区')
  })

  it('explain the choice with the rule’s number and version', () => {
    expect(route(rules, facts(), organisations)?.dispatch).toEqual({
      ruleId: 'community',
      ruleNumber: 8,
      ruleVersion: 1,
      reason: '小区进门的事，归所在的社区。您选的位置在凯旋社区里。',
    })
  })
})

describe('who takes it when the body is not there', () => {
  const without = (...ids: string[]) => organisations.filter(({ _id }) => !ids.includes(_id))
  const chosen = (...ids: string[]) => route(rules, facts(), without(...ids))

  it('is the next one up, and the person is told', () => {
    expect(chosen('210103014001')?.organisation._id).toBe('210103014')
    expect(chosen('210103014001')?.dispatch.reason).toContain('先由北站街道接着')
    expect(chosen('210103014001', '210103014')?.organisation.name).toBe('沈河区两新工委')
    expect(chosen('210103014001', '210103014', '210103-newSectorCommittee')?.organisation.name).toBe(
      '沈阳市两新工委',
    )
  })

  it('passes over one that is closed', () => {
    const closed = organisations.map((each) =>
      each._id === '210103014001' ? { ...each, active: false } : each,
    )
    expect(route(rules, facts(), closed)?.organisation._id).toBe('210103014')
  })

  it('is nobody only where the city has not been set up', () => {
    expect(route(rules, facts(), [])).toBeUndefined()
  })

  it('is the district’s catch-all when no rule fits, for a dispatcher to place', () => {
    const none = route({ ...rules, rules: [] }, facts(), organisations)
    expect(none?.placed).toBe(false)
    expect(none?.organisation.name).toBe('沈河区两新工委')
    expect(none?.dispatch).toMatchObject({ ruleId: 'none', ruleNumber: 0 })
  })
})

describe('rules', () => {
  it('are tried in order', () => {
    const first = { ...rules.rules[7], id: 'mine', when: {} } as RuleSet['rules'][number]
    expect(firingRule({ ...rules, rules: [first, ...rules.rules] }, facts())).toMatchObject({
      rule: { id: 'mine' },
      number: 1,
    })
  })

  it.each([
    [{ kinds: ['snap'] }, '类型不符'],
    [{ categories: ['parking'] }, '类别不符'],
    [{ trades: ['truck'] }, '行业不符'],
    [{ urgencies: ['urgent'] }, '紧急程度不符'],
    [{ placeKnown: ['district'] }, '位置的精度不符'],
    [{}, undefined],
  ] as const)('with %o say: %s', (when, why) => {
    const rule = { id: 'r', name: '', when: structuredClone(when), to: { body: 'community' }, reason: '' }
    expect(misfit(rule as unknown as RuleSet['rules'][number], facts())).toBe(why)
  })

  it('may name a street, a district, or the city’s committees', () => {
    const first = (target: Parameters<typeof candidates>[0]) => candidates(target, facts())[0]
    expect(first({ body: 'street' })).toBe('210103014')
    expect(first({ body: 'district' })).toBe('210103')
    expect(first({ body: 'newSectorCommittee', level: 'city' })).toBe('2101-newSectorCommittee')
    expect(first({ body: 'tradeCommittee', trade: 'express', level: 'city' })).toBe(
      '2101-tradeCommittee-express',
    )
  })
})
