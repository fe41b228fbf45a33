import { describe, expect, it } from 'vitest'
import type { AppealView, TimelineStep } from '../../domain/contract'
import { appealView } from '../../tests/support/appealView'
import { resolutionOf, saidBeyondTitle, speaker, stepsOf, whyOf } from './steps'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const community = { id: 'c', name: '巢湖社区' }
const rule = { ruleId: 'community', ruleNumber: 3, ruleVersion: 2, reason: '小区进门的事，归所在的社区。' }

const step = (change: Partial<TimelineStep>): TimelineStep => ({
  sequence: 1,
  action: 'note',
  to: 'accepted',
  at: at('2025-12-02T14:06'),
  actor: '巢湖社区 · 2 号网格',
  words: '',
  photos: [],
  ...change,
})
const submit = step({
  action: 'submit',
  to: 'dispatched',
  actor: '您',
  organisation: community,
  dispatch: rule,
})
const accept = step({ sequence: 2, action: 'accept', at: at('2025-12-02T16:02'), ahead: 22 * 3_600_000 })
const resolve = step({
  sequence: 3,
  action: 'resolve',
  to: 'resolved',
  at: at('2025-12-04T09:40'),
  words: '北门开到 23:00',
  photos: ['after'],
})

const assessed = { assessment: 'eligible', points: 0, threshold: 0, ruleVersion: 1 } as const
const written = {
  ...assessed,
  letter: { number: '沈河网约党函〔2025〕1号', at: 1, organisation: '', title: '' },
}
const waived = { ...written, answer: { outcome: 'waived', yuan: 50, words: '', at: 2 } } as const
const decided = step({ sequence: 3, action: 'decideRelief', reliefCase: written })

const view = (change: Partial<AppealView>): AppealView =>
  appealView({
    organisation: community,
    acceptBy: at('2025-12-03T14:06'),
    resolveBy: at('2025-12-11T14:06'),
    createdAt: at('2025-12-02T14:06'),
    updatedAt: at('2025-12-02T14:06'),
    text: '北门晚上九点就锁。',
    photos: ['before'],
    placeLocation: '于洪区 · 迎宾路街道',
    dispatch: rule,
    timeline: [submit],
    ...change,
  })
const titles = (...[change, reader]: [Partial<AppealView>, 'person' | 'staff']) =>
  stepsOf(view(change), reader, now).map(({ title }) => title)

describe('the person is told', () => {
  it.each([
    ['dispatched', { timeline: [submit] }, ['等巢湖社区接单', '派给巢湖社区', '您提交']],
    [
      'submitted',
      { timeline: [step({ ...submit, to: 'submitted' })] },
      ['等巢湖社区派单', '先由巢湖社区接着', '您提交'],
    ],
    [
      'accepted',
      { timeline: [accept, submit] },
      ['正在办', '接单，比期限早 22 小时', '派给巢湖社区', '您提交'],
    ],
    [
      'resolved',
      { timeline: [resolve, accept, submit] },
      ['已解单，等您一句话', '接单，比期限早 22 小时', '派给巢湖社区', '您提交'],
    ],
    [
      'closed',
      { timeline: [step({ sequence: 4, action: 'confirm', answer: 'partly' }), resolve, submit] },
      ['您说：部分', '解单', '派给巢湖社区', '您提交'],
    ],
    [
      'accepted',
      { timeline: [step({ sequence: 4, action: 'answerRelief', reliefCase: waived }), decided, submit] },
      ['正在办', '平台免了 50 元', '核定同意，开了公函', '派给巢湖社区', '您提交'],
    ],
    [
      'accepted',
      { timeline: [step({ sequence: 3, action: 'decideRelief', reliefCase: assessed }), submit] },
      ['正在办', '没有核定', '派给巢湖社区', '您提交'],
    ],
    [
      'withdrawn',
      { timeline: [step({ action: 'withdraw' }), submit] },
      ['您撤回了', '派给巢湖社区', '您提交'],
    ],
  ] as const)('%s', (state, change, expected) => {
    expect(titles({ state, timeline: [...change.timeline] }, 'person')).toEqual(expected)
  })

  it('that it goes on when they are not satisfied, with the words of the first attempt', () => {
    const unsatisfied = step({ sequence: 4, action: 'confirm', answer: 'unsatisfied', words: '十点半就锁' })
    const steps = stepsOf(
      view({ state: 'accepted', timeline: [unsatisfied, resolve, accept, submit] }),
      'person',
      now,
    )
    expect(steps.map(({ title, meta }) => [title, meta]).slice(1, 3)).toEqual([
      ['您说：不满意，接着办', '十点半就锁'],
      ['解单', '北门开到 23:00'],
    ])
    expect(steps[2]?.photos).toEqual(['after'])
  })

  it('why it went there, inside the dispatch, with the rule', () => {
    const [, dispatched, submitted] = stepsOf(view({}), 'person', now)
    expect(dispatched?.why).toEqual({ words: rule.reason, rule: '规则 3 · 第 2 版' })
    expect(submitted?.photos).toEqual(['before'])
  })
  it('no rule where none fitted', () => {
    const unplaced = step({ ...submit, to: 'submitted', dispatch: { ...rule, ruleNumber: 0 } })
    expect(stepsOf(view({ state: 'submitted', timeline: [unplaced] }), 'person', now)[1]?.why?.rule).toBe('')
  })
  it('how late somebody took it', () => {
    const late = step({ ...accept, ahead: -3 * 3_600_000 })
    expect(titles({ state: 'accepted', timeline: [late, submit] }, 'person')[1]).toBe('接单，比期限晚 3 小时')
  })
})

describe('staff are told', () => {
  it('what happened, without a next step', () => {
    expect(titles({ state: 'accepted', timeline: [accept, submit] }, 'staff')).toEqual([
      '接单，比期限早 22 小时',
      '派给巢湖社区',
      '外卖骑手提交',
    ])
  })
  it('why it came to them inside the dispatch, once it is taken', () => {
    const whys = (state: 'dispatched' | 'accepted') =>
      stepsOf(view({ state, timeline: [submit] }), 'staff', now).map(({ why }) => why?.rule)
    expect(whys('dispatched')).toEqual([undefined, undefined])
    expect(whys('accepted')).toEqual(['规则 3 · 第 2 版', undefined])
  })
  it.each([
    [true, '跟进 · 只内部看'],
    [false, '跟进 · 本人看得到'],
  ])('who reads a note: internal %s', (internal, title) => {
    expect(titles({ state: 'accepted', timeline: [step({ internal })] }, 'staff')).toEqual([title])
  })
})

describe('whyOf', () => {
  const byHand = step({ sequence: 3, action: 'dispatch', words: '归社区', actor: '于洪区两新工委 · 专员' })
  const returned = step({
    sequence: 2,
    action: 'return',
    words: '不归我们',
    proposed: { id: 'n', name: '依云社区' },
  })
  it.each([
    ['by rule', [accept, submit], { words: rule.reason, rule: '规则 3 · 第 2 版' }],
    ['by hand', [byHand, returned, submit], { words: '归社区', rule: '于洪区两新工委 · 专员派的' }],
    [
      'returned',
      [returned, submit],
      { words: '巢湖社区 · 2 号网格退回来的：不归我们', rule: '建议派给依云社区' },
    ],
  ])('%s', (_, timeline, why) => expect(whyOf({ timeline })).toEqual(why))
})

it('shows what was done only while it counts', () => {
  const timeline = [resolve, accept, submit]
  expect(resolutionOf(view({ state: 'resolved', timeline }))?.words).toBe('北门开到 23:00')
  expect(resolutionOf(view({ state: 'closed', timeline }))?.words).toBe('北门开到 23:00')
  expect(resolutionOf(view({ state: 'accepted', timeline }))).toBeUndefined()
})

it.each([
  ['北门晚上九点就锁', ''],
  ['北门晚上九点就锁。', ''],
  ['北门晚上九点就锁。绕路八百米', '北门晚上九点就锁。绕路八百米'],
  ['', ''],
])('text %s says beyond the title: %s', (text, beyond) => {
  expect(saidBeyondTitle({ text, title: text ? '北门晚上九点就锁' : '' })).toBe(beyond)
})

it.each([
  ['凯旋社区', '社区说'],
  ['沈河区网约配送行业党委', '行业党委说'],
  ['沈河区两新工委', '两新工委说'],
  ['城管局', '城管局说'],
])('%s: %s', (name, words) => expect(speaker(name)).toBe(words))
