import { expect, it } from 'vitest'
import type { TimelineStep } from '../../domain/contract'
import { personWordsOf } from './personSteps'

const above = { id: 'n', name: '于洪区两新工委' }
const step = (change: Partial<TimelineStep>): TimelineStep => ({
  sequence: 2,
  action: 'note',
  to: 'accepted',
  at: 1,
  actor: '巢湖社区 · 书记',
  words: '说的话',
  photos: [],
  ...change,
})

it.each<[Partial<TimelineStep>, string, string]>([
  [{ action: 'transfer', organisation: above }, '转给于洪区两新工委', '说的话'],
  [{ action: 'assist', help: 'ask', organisation: above }, '请于洪区两新工委帮着办', '说的话'],
  [{ action: 'assist', help: 'report', organisation: above }, '于洪区两新工委说了进展', '说的话'],
  [{ action: 'assist', help: 'finish', organisation: above }, '于洪区两新工委那部分办完了', '说的话'],
  [{ action: 'assist', help: 'release', organisation: above }, '不用等于洪区两新工委了', '说的话'],
  [{ action: 'suspend' }, '先等一等', '说的话'],
  [{ action: 'resume' }, '接着办了', '说的话'],
  [{ action: 'followUp', reached: true, answer: 'partly' }, '有人问过您，您说：部分', '说的话'],
  [
    { action: 'followUp', reached: true, answer: 'unsatisfied' },
    '有人问过您，您说：不满意，接着办',
    '说的话',
  ],
  [{ action: 'followUp', reached: false }, '有人问您，没联系上', '说的话'],
  [{ action: 'followUp', outcome: 'silent' }, '一直没答复，自己销号', '不算您满意。'],
  [{ action: 'followUp', outcome: 'noAnswer' }, '一直没答复，自己销号', '不算您满意。'],
  [{ action: 'reopen', organisation: above }, '您重开了，由于洪区两新工委接着办', '说的话'],
  [{ action: 'review', organisation: above }, '您请于洪区两新工委复核', '说的话'],
  [{ action: 'reply' }, '您补充了', '说的话'],
  [{ action: 'urge' }, '您催了一下', '说的话'],
  [{ action: 'merge', to: 'merged' }, '和别的并在一起办', '说的话'],
  [{ action: 'unmerge' }, '又单独办了', '说的话'],
  [{ action: 'conclude', to: 'closed' }, '并在一起的那件办完了', '说的话'],
  [{ action: 'conclude', to: 'declined' }, '并在一起的那件没有受理', '说的话'],
  [{ action: 'support' }, '又有人说看到了', ''],
  [{ action: 'decline' }, '没有受理', '说的话'],
])('%j', (change, title, meta) => {
  expect(personWordsOf(step(change))).toEqual({ title, meta })
})

it.each([
  ['accept', '到了时限还没人接，自己升了一级。原来的单位留下帮着办。', ''],
  ['resolve', '到了时限还没办完，自己升了一级。原来的单位留下帮着办。', ''],
  [undefined, '说的话', '巢湖社区 · 书记升的'],
] as const)('an appeal that went up says who has it and why: %s', (clock, words, rule) => {
  const told = personWordsOf(step({ action: 'escalate', organisation: above, ...(clock && { clock }) }))
  expect(told).toEqual({ title: '升到于洪区两新工委', meta: '', why: { words, rule } })
})

it('leaves to steps.ts what both sides are told', () => {
  expect(personWordsOf(step({ action: 'accept' }))).toBeUndefined()
})
