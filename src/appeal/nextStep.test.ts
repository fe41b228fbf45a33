import { describe, expect, it } from 'vitest'
import { appealStates } from '../../domain/appeal/states'
import type { AppealView, TimelineStep } from '../../domain/contract'
import { appealView } from '../../tests/support/appealView'
import { nextStep } from './nextStep'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const base = {
  acceptBy: at('2025-12-05T14:06'),
  resolveBy: at('2025-12-11T14:06'),
  updatedAt: at('2025-12-04T09:20'),
  above: { id: 'n', name: '于洪区网约配送行业党委' },
} satisfies Partial<AppealView>
const situation = (change: Partial<AppealView['situation']>) => ({ ...appealView().situation, ...change })
const waited: TimelineStep = {
  sequence: 3,
  action: 'suspend',
  to: 'suspended',
  at: now,
  actor: '',
  words: '物业等电梯厂家',
  photos: [],
}

/** A view in a state, with the situation that goes with it. */
const view = ({ situation: over, ...change }: Partial<AppealView>): AppealView => {
  const state = change.state ?? 'dispatched'
  return appealView({ ...base, ...change, situation: situation({ state, ...over }) })
}
const ended = { endedAt: at('2025-12-04T09:20') } as AppealView['situation']
const long = { endedAt: at('2025-11-20T09:20') } as AppealView['situation']
const top = { catchAllId: null } as AppealView['situation']

describe('what comes next, by when, and what if not', () => {
  it.each<[string, Partial<AppealView>, string, RegExp]>([
    ['not dispatched', { state: 'submitted' }, '等巢湖社区派单', /^明天 14:06 前，没人派就升到上一级$/],
    ['not taken', {}, '等巢湖社区接单', /^明天 14:06 前，没人接就升到上一级$/],
    ['not taken at the top', { situation: top }, '等巢湖社区接单', /^明天 14:06 前$/],
    ['late', { acceptBy: now - 1 }, '等巢湖社区接单', /^比期限晚了，马上升到上一级$/],
    ['late at the top', { acceptBy: now - 1, situation: top }, '等巢湖社区接单', /^比期限晚了$/],
    ['taken', { state: 'accepted', responsible: '2 号网格' }, '正在办', /2 号网格负责，12月11日前办完$/],
    ['a wish', { state: 'accepted', resolveBy: undefined }, '正在办', /^巢湖社区$/],
    [
      'suspended',
      { state: 'suspended', suspendedUntil: at('2025-12-09T08:30'), timeline: [waited] },
      '在等外面回话，12月9日接着办',
      /^等什么：物业等电梯厂家$/,
    ],
    [
      'resolved just now',
      { state: 'resolved', resolvedAt: at('2025-12-04T09:40') },
      '等您说一声满不满意',
      /^12月7日前点一下就行.*有没经手的人来问.*12月14日自己销号，不算您满意/,
    ],
    [
      'resolved days ago, asked in vain since',
      { state: 'resolved', resolvedAt: at('2025-11-30T09:40') },
      '等您说一声满不满意',
      /^随时可以点.*12月10日自己销号/,
    ],
    [
      'closed',
      { state: 'closed', outcome: 'partly', situation: ended },
      '没办好，还能重开',
      /^12月14日前都行，由于洪区网约配送行业党委接着办。还能重开 2 次/,
    ],
    [
      'reopened twice',
      { state: 'closed', situation: { ...ended, reopens: 2 } },
      '这件结束了',
      /写上编号 1202-041733/,
    ],
    ['closed long ago', { state: 'closed', situation: long }, '这件结束了', /另说一件/],
    [
      'declined',
      { state: 'declined', situation: ended },
      '不同意，可以请上一级复核',
      /^12月14日前都行，只有一次，由于洪区网约配送行业党委来看/,
    ],
    ['reviewed', { state: 'declined', situation: { ...ended, reviews: 1 } }, '这件结束了', /有新情况/],
    ['merged', { state: 'merged', together: 3 }, '和别的 3 件并在一起办', /办完一起告诉您/],
    ['withdrawn', { state: 'withdrawn' }, '没人再办了', /重新说一次/],
  ])('%s', (_, change, title, meta) => {
    const next = nextStep(view(change), now)
    expect(next.title).toBe(title)
    expect(next.meta).toMatch(meta)
  })

  it.each(appealStates)('is said in %s', (state) => {
    expect(nextStep(view({ state }), now).title).not.toBe('')
  })
})
