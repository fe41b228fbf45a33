import { expect, it } from 'vitest'
import type { Rule } from '../appeal/routing.ts'
import { mentioned, ruleWords } from './words.ts'

const names = (id: string) => ({ x: '皇姑区', y: '皇姑区人社局' })[id]

it.each([
  [
    { categories: ['penalty', 'platformRule'] },
    { body: 'tradeCommittee', trade: 'ownTrade', level: 'district' },
    '类别是 差评超时处罚、平台规则 → 本人行业的党委 · 区县',
  ],
  [
    { kinds: ['snap'], areas: ['x', 'gone'] },
    { body: 'organisation', id: 'y' },
    '类型是 随手拍，地方在 皇姑区、找不到的单位 → 皇姑区人社局',
  ],
  [{}, { body: 'department', department: 'fire', level: 'city' }, '不管什么事 → 消防部门 · 市'],
  [
    { urgencies: ['urgent'], placeKnown: ['community'], trades: ['truck'] },
    { body: 'tradeCommittee', trade: 'transport', level: 'city' },
    '行业是 货车司机，紧急程度是 紧急，位置只知道到 社区 → 交通运输行业党委 · 市',
  ],
] as const)('%o → %o', (when, to, words) => {
  const rule = { id: 'r', name: '', when: structuredClone(when) as Rule['when'], to, reason: '' }
  expect(ruleWords(rule, names)).toBe(words)
})

it('knows every organisation that is named', () => {
  const to = { body: 'organisation', id: 'y' } as const
  const rule: Rule = {
    id: 'r',
    name: '',
    when: { areas: ['x'] },
    to,
    assist: [{ body: 'organisation', id: 'z' }],
    reason: '',
  }
  expect(mentioned([rule, rule])).toEqual(['x', 'y', 'z'])
})
