import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tradeNames } from '../people/roles.ts'
import { type CompactCity, expandCity } from '../place/city.ts'
import { committeeNames, type Organisation } from '../place/organisation.ts'
import { organisationsOf } from '../place/tree.ts'
import { needsOf } from './bodies.ts'
import { categories } from './categories.ts'
import { departmentNames } from './departments.ts'
import { kindNames, urgencyNames } from './names.ts'
import { type Facts, levelNames, type Rule, route, type Target } from './routing.ts'

const city = JSON.parse(
  readFileSync(new URL('../../data/city/2101.json', import.meta.url), 'utf8'),
) as CompactCity
const tree = organisationsOf(expandCity(city)).filter(
  ({ area, ancestors }) =>
    [area, ...ancestors].some((id) => id === '210103' || id === '210105') || area === '2101',
)
const at = (id: string) => tree.find(({ _id }) => _id === id) as Organisation
const department = (id: string, parentId: string, name: string, active = true): Organisation => ({
  ...at(parentId),
  _id: id,
  name,
  kind: 'department',
  parentId,
  ancestors: [parentId, ...at(parentId).ancestors],
  active,
})
const facts: Facts = {
  kind: 'request',
  category: 'unpaidWages',
  urgency: 'normal',
  trade: 'delivery',
  place: at('210103014001'),
}
const rule = (to: Target, over: Partial<Rule> = {}): Rule => ({
  id: 'r',
  name: 'r',
  when: {},
  to,
  reason: '归它。',
  ...over,
})
const routed = (one: Rule, organisations: Organisation[]) =>
  route({ _id: '', version: 1, rules: [one] }, facts, organisations)

describe('a department', () => {
  const target = { body: 'department', department: 'humanResources', level: 'district' } as const
  const ofDistrict = department('d1', '210103', '沈河区人力资源和社会保障局')
  const ofCity = department('d2', '2101', '沈阳市人社局')

  it('is found by its name in the district, else in the city', () => {
    expect(routed(rule(target), [...tree, ofDistrict, ofCity])?.organisation._id).toBe('d1')
    expect(routed(rule(target), [...tree, ofCity])?.organisation._id).toBe('d2')
    expect(routed(rule(target), [...tree, { ...ofDistrict, active: false }, ofCity])?.organisation._id).toBe(
      'd2',
    )
  })
  it('that is not there leaves it to the 两新工委, and the person is told', () => {
    const left = routed(rule(target), tree)
    expect(left?.organisation.name).toBe('沈河区两新工委')
    expect(left?.dispatch.reason).toBe('归它。那里还没开通，先由沈河区两新工委接着。')
  })
  it('is asked for where it may stand, and nowhere else', () => {
    expect(needsOf(rule(target), facts).departmentsIn).toEqual(['210103', '2101'])
    expect(needsOf(rule({ ...target, level: 'street' }), facts).departmentsIn).toEqual([
      '210103014',
      '210103',
      '2101',
    ])
    expect(needsOf(rule({ body: 'community' }), facts).departmentsIn).toEqual([])
  })
})

describe('assistants', () => {
  const assist: Target[] = [
    { body: 'department', department: 'humanResources', level: 'district' },
    { body: 'department', department: 'education', level: 'district' },
    { body: 'street' },
  ]
  const helping = rule({ body: 'newSectorCommittee', level: 'district' }, { assist })
  const bureau = department('d1', '210103', '沈河区人社局')
  it('are those that exist; nobody is missed where there are none', () => {
    expect(routed(helping, [...tree, bureau])?.assistants.map(({ _id }) => _id)).toEqual(['d1', '210103014'])
    expect(routed(helping, tree)?.assistants.map(({ _id }) => _id)).toEqual(['210103014'])
  })
  it('never are the one that has it', () => {
    const own = rule({ body: 'street' }, { assist: [{ body: 'street' }] })
    expect(routed(own, tree)?.assistants).toEqual([])
  })
})

it('a rule for some places fits what lies in them, however deep', () => {
  const fits = (areas: string[]) => routed(rule({ body: 'street' }, { when: { areas } }), tree)?.placed
  expect(fits(['210103'])).toBe(true)
  expect(fits(['210105', '210103014'])).toBe(true)
  expect(fits(['210105'])).toBe(false)
})

describe('whatever the rules and whoever is open', () => {
  const keys = <T extends string>(names: Record<T, string>) => Object.keys(names) as [T, ...T[]]
  const some = <T>(values: readonly T[]) =>
    fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }), { nil: undefined })
  const ids = tree.map(({ _id }) => _id)
  const level = fc.constantFrom('district', 'city')
  const target = fc.oneof(
    fc.record({ body: fc.constantFrom('community', 'street', 'district') }),
    fc.record({
      body: fc.constant('tradeCommittee'),
      trade: fc.constantFrom('ownTrade', ...keys(committeeNames)),
      level,
    }),
    fc.record({ body: fc.constant('newSectorCommittee'), level }),
    fc.record({
      body: fc.constant('department'),
      department: fc.constantFrom(...keys(departmentNames)),
      level: fc.constantFrom('street', 'district', 'city'),
    }),
    fc.record({ body: fc.constant('organisation'), id: fc.constantFrom('gone', ...ids) }),
  ) as fc.Arbitrary<Target>
  const rules: fc.Arbitrary<Rule[]> = fc.array(
    fc.record({
      id: fc.string(),
      name: fc.string(),
      when: fc.record({
        kinds: some(keys(kindNames)),
        categories: some(categories),
        trades: some(keys(tradeNames)),
        urgencies: some(keys(urgencyNames)),
        placeKnown: some(keys(levelNames)),
        areas: some(ids),
      }),
      to: target,
      assist: fc.option(fc.array(target, { maxLength: 3 }), { nil: undefined }),
      reason: fc.string(),
    }),
    { maxLength: 8 },
  )
  const places = tree.filter(({ kind }) => ['city', 'district', 'street', 'community'].includes(kind))
  const asked = fc.record({
    kind: fc.constantFrom(...keys(kindNames)),
    category: fc.constantFrom(...categories),
    urgency: fc.constantFrom(...keys(urgencyNames)),
    trade: fc.constantFrom(...keys(tradeNames)),
    place: fc.constantFrom(...places),
  })

  it('someone active has it while the city’s 两新工委 is there', () => {
    fc.assert(
      fc.property(rules, asked, fc.func(fc.boolean()), (set, question, open) => {
        const left = tree.map((each) => ({
          ...each,
          active: each._id === '2101-newSectorCommittee' || open(each._id),
        }))
        const result = route({ _id: '', version: 1, rules: set }, question, left)
        expect(result?.organisation.active).toBe(true)
        for (const assistant of result?.assistants ?? []) {
          expect(assistant.active).toBe(true)
          expect(assistant._id).not.toBe(result?.organisation._id)
        }
      }),
      { numRuns: 300 },
    )
  })
})
