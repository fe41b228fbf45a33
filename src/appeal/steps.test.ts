import { describe, expect, it } from 'vitest'
import { type AppealAction, appealActions } from '../../domain/appeal/states'
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
      ['等您说一声满不满意', '解单', '接单，比期限早 22 小时', '派给巢湖社区', '您提交'],
    ],
    [
      'closed',
      { timeline: [step({ sequence: 4, action: 'confirm', answer: 'partly' }), resolve, submit] },
      ['这件结束了', '您说：部分', '解单', '派给巢湖社区', '您提交'],
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
      ['没人再办了', '您撤回了', '派给巢湖社区', '您提交'],
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

describe('staff are told of every step', () => {
  const above = { id: 'n', name: '于洪区两新工委' }
  const other = { id: 'o', number: '1202-041733' }
  const byClock = { automatic: true, actor: '系统自动' } as const
  const cases: readonly (readonly [AppealAction, Partial<TimelineStep>, string])[] = [
    ['submit', { to: 'dispatched', organisation: community }, '派给巢湖社区'],
    ['submit', { to: 'submitted', organisation: above }, '先由于洪区两新工委接着'],
    ['dispatch', { organisation: community }, '派给巢湖社区'],
    ['accept', { ahead: 3_600_000 }, '接单，比期限早 1 小时'],
    ['return', { to: 'submitted', organisation: above }, '退回，由于洪区两新工委重新派'],
    ['transfer', { organisation: { id: 'y', name: '依云社区' } }, '转派给依云社区'],
    ['assist', { help: 'ask', organisation: community }, '请巢湖社区协办'],
    ['assist', { help: 'report', organisation: community }, '巢湖社区说协办进展'],
    ['assist', { help: 'finish', organisation: community }, '巢湖社区协办的办完了'],
    ['assist', { help: 'release', organisation: community }, '不等巢湖社区协办了'],
    ['note', {}, '跟进 · 本人看得到'],
    ['suspend', { until: at('2025-12-08T08:30') }, '挂起，等到12月8日'],
    ['resume', {}, '恢复，接着办'],
    ['resume', byClock, '挂起到期，接着办'],
    ['resolve', {}, '解单'],
    ['confirm', { answer: 'unsatisfied' }, '本人说：不满意，接着办'],
    ['followUp', { reached: true, answer: 'satisfied' }, '回访到了，本人说：满意'],
    ['followUp', { reached: false }, '回访，没联系上'],
    ['followUp', { ...byClock, outcome: 'silent' }, '期满默认，到期销号'],
    ['reopen', { organisation: above }, '本人重开，升到于洪区两新工委'],
    ['reply', {}, '本人补充了'],
    ['urge', {}, '本人催了一下'],
    ['escalate', { organisation: above }, '升到于洪区两新工委'],
    [
      'escalate',
      { ...byClock, clock: 'accept', organisation: above },
      '到了时限还没人接，升到于洪区两新工委',
    ],
    ['escalate', { ...byClock, clock: 'resolve' }, '到了时限还没办完，上面没有单位可升'],
    ['warn', { ...byClock, clock: 'accept' }, '还没人接，又提醒了'],
    ['warn', { ...byClock, clock: 'accept', called: '2 号网格' }, '还没人接，叫了2 号网格'],
    ['warn', { ...byClock, clock: 'accept', nobody: true }, '还没人接，值班表上没有能叫的人'],
    ['warn', { ...byClock, clock: 'resolve' }, '快到办结时限，提醒了'],
    ['warn', { ...byClock, clock: 'followUp' }, '一直没答复，提醒回访'],
    ['merge', { to: 'merged', other }, '并入 1202-041733'],
    ['gather', { to: 'accepted', other, internal: true }, '1202-041733 并进来了'],
    ['unmerge', { to: 'accepted', other }, '从 1202-041733 拆开，单独办'],
    ['claim', {}, '本人认领了'],
    ['join', { words: '北门门禁' }, '列入治理项目“北门门禁”'],
    ['leave', {}, '移出治理项目'],
    ['projectDone', {}, '所在的治理项目办完了'],
    ['decide', { internal: true }, '会上定了 · 只内部看'],
    ['decideRelief', {}, '没有核定'],
    ['answerRelief', {}, '平台答复'],
    ['letGo', { to: 'accepted', other, internal: true }, '1202-041733 拆出去了'],
    ['conclude', { to: 'closed', other }, '随 1202-041733 办结'],
    ['conclude', { to: 'declined', other }, '随 1202-041733 不予受理'],
    ['support', {}, '有人说我也看到'],
    ['withdraw', {}, '本人撤回了'],
    ['decline', {}, '不予受理'],
    ['review', { organisation: above }, '本人请复核，由于洪区两新工委来看'],
    ['name', { called: '网格员', internal: true }, '请网格员来接'],
    ['inherit', { organisation: community }, '由巢湖社区承接'],
  ]
  it.each(cases)('%s, %o: %s', (action, change, title) => {
    const timeline = [step({ action, ...change })]
    expect(titles({ state: 'accepted', timeline }, 'staff')[0]).toBe(title)
  })
  it('of each of them, so that none is just named', () => {
    expect(new Set(cases.map(([action]) => action))).toEqual(new Set(appealActions))
  })
  it('who did it and what they said, and of the timer only what it did', () => {
    const meta = (change: Partial<TimelineStep>) =>
      stepsOf(view({ state: 'accepted', timeline: [step(change)] }), 'staff', now)[0]?.meta
    expect(meta({ action: 'suspend', words: '等物业' })).toBe('巢湖社区 · 2 号网格：等物业')
    expect(meta({ action: 'resume', automatic: true, actor: '系统自动' })).toBe('')
    expect(meta({ action: 'urge', actor: '本人', words: '急' })).toBe('急')
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
    [
      'transferred',
      [
        step({
          sequence: 3,
          action: 'transfer',
          words: '门在那边',
          organisation: { id: 'y', name: '依云社区' },
        }),
        accept,
        submit,
      ],
      { words: '门在那边', rule: '巢湖社区 · 2 号网格转派的' },
    ],
    [
      'escalated by the clock',
      [
        step({ sequence: 3, action: 'escalate', clock: 'accept', automatic: true, organisation: community }),
        submit,
      ],
      { words: '到了时限还没人接，升到上一级', rule: '' },
    ],
    [
      'where the clock found nobody above',
      [step({ sequence: 3, action: 'escalate', clock: 'accept', automatic: true }), submit],
      { words: rule.reason, rule: '规则 3 · 第 2 版' },
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
