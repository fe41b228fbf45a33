import { expect, it } from 'vitest'
import { type HonourState, honourStates } from '../../../domain/honour/honour'
import { stateWords } from './words'

const now = Date.parse('2026-12-01T10:00:00+08:00')
const honour = { noticeEnds: now + 6 * 86_400_000, objected: false, mine: false }

it.each(Object.keys(honourStates) as HonourState[])('%s says what comes next', (state) => {
  expect(stateWords({ ...honour, state }, now)).toMatch(/。$/)
})
it('says until when, and that what one said has arrived', () => {
  expect(stateWords({ ...honour, state: 'notice' }, now)).toContain('12月7日')
  expect(stateWords({ ...honour, state: 'notice', objected: true }, now)).toContain('您说的话收到了')
})
