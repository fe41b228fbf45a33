import { describe, expect, it } from 'vitest'
import defaultRules from '../appeal/default-rules.json' with { type: 'json' }
import type { Rule } from '../appeal/routing.ts'
import { faultsOf, graveFault } from './faults.ts'

const rule = (id: string, when: Rule['when'] = {}, over: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  when,
  to: { body: 'community' },
  reason: '{category}归{place}。',
  ...over,
})
const told = (...rules: Rule[]) => faultsOf(rules).map(({ number, fault }) => `${number} ${fault}`)

it('the default rules have no fault', () => {
  expect(faultsOf(defaultRules.rules as Rule[])).toEqual([])
})

describe('grave', () => {
  it.each([
    ['an id twice', [rule('a', { kinds: ['snap'] }), rule('a')], '第 2 条“a”和前面一条是同一条'],
    ['an empty list', [rule('a', { categories: [] })], '第 1 条“a”有个条件一样也没选'],
    [
      'an unknown place to fill in',
      [rule('a', {}, { reason: '归{who}。' })],
      '第 1 条“a”给本人看的话里有认不得的括号',
    ],
    ['nothing', [rule('a', { kinds: ['snap'] })], undefined],
    ['no rules at all', [], undefined],
  ] as const)('%s', (_, rules, fault) => expect(graveFault(rules)).toBe(fault))
})

describe('a rule that never fires', () => {
  it('comes after one that catches everything', () => {
    expect(told(rule('all'), rule('b', { kinds: ['snap'] }))).toEqual(['2 轮不到它：前面的第 1 条都接走了'])
  })
  it('or after several that do so together', () => {
    expect(
      told(
        rule('a', { placeKnown: ['community', 'street'] }),
        rule('b', { placeKnown: ['district', 'city'] }),
        rule('c', { categories: ['parking'] }),
      ),
    ).toEqual(['3 轮不到它：前面的第 1、2 条都接走了'])
  })
  it('not while something is left for it', () => {
    expect(told(rule('a', { trades: ['truck'] }), rule('b', { trades: ['truck', 'express'] }))).toEqual([])
    expect(told(rule('a', { areas: ['x'] }), rule('b'))).toEqual([])
    expect(told(rule('a', { areas: ['x'] }), rule('b', { areas: ['x', 'y'] }))).toEqual([])
  })
  it('also where only some places are meant', () => {
    expect(told(rule('a', { areas: ['x', 'y'] }), rule('b', { areas: ['x'], kinds: ['snap'] }))).toHaveLength(
      1,
    )
  })
  it('knows that not every trade has a committee', () => {
    const own = { to: { body: 'tradeCommittee', trade: 'ownTrade', level: 'district' } } as const
    expect(told(rule('a', {}, own), rule('b'))).toEqual([])
    expect(told(rule('a', {}, own), rule('b', { trades: ['delivery'] }))).toHaveLength(1)
  })
})
