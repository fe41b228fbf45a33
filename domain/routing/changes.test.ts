import { describe, expect, it } from 'vitest'
import type { Rule } from '../appeal/routing.ts'
import { changeWords, ruleChanges, sameRule } from './changes.ts'

const rule = (id: string, reason = id): Rule => ({
  id,
  name: id,
  when: {},
  to: { body: 'community' },
  reason,
})
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => rule(id)) as [Rule, Rule, Rule, Rule]

describe('what changed', () => {
  it.each([
    ['nothing', [a, b], [a, b], '没有改动'],
    ['one added', [a], [a, b], '加了“b”'],
    ['one removed', [a, b], [b], '去掉了“a”'],
    ['one changed', [a, b], [a, rule('b', '别的')], '改了“b”'],
    ['one moved to the top', [a, b, c, d], [d, a, b, c], '挪了“d”'],
    ['one moved down', [a, b, c, d], [b, c, a, d], '挪了“a”'],
    ['all at once', [a, b, c], [d, c, rule('b', '别的')], '去掉了“a”，加了“d”，改了“b”'],
  ] as const)('%s', (_, before, after, words) => {
    expect(changeWords(ruleChanges(before, after))).toBe(words)
  })
})

it('the order of fields and absent ones make no difference', () => {
  expect(sameRule(a, { reason: 'a', to: a.to, when: { kinds: undefined }, name: 'a', id: 'a' })).toBe(true)
  expect(sameRule(a, { ...a, confidential: true })).toBe(false)
})
