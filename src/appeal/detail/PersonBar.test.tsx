// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppealView } from '../../../domain/contract'
import { appealView } from '../../../tests/support/appealView'
import { forgetAll, storage } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
let answer: (envelope: Envelope) => unknown
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => ({ ok: true, data: answer(envelope) })),
  }
})
const { PersonBar } = await import('./PersonBar')

const day = 86_400_000
const now = Date.parse('2025-12-04T10:20+08:00')
type Situation = AppealView['situation']
const done: string[] = []
const refusals: string[] = []

function show(change: Partial<AppealView>, situation: Partial<Situation> = {}) {
  const state = change.state ?? 'dispatched'
  const view = appealView({
    above: { id: 'n', name: '于洪区网约配送行业党委' },
    version: 3,
    updatedAt: now - day,
    ...change,
    situation: { ...appealView().situation, state, ...situation },
  })
  render(
    <PersonBar
      view={view}
      now={now}
      onDone={(sentence) => done.push(sentence)}
      onRefused={({ code }) => refusals.push(code)}
    />,
  )
}
const buttons = () =>
  screen
    .queryAllByRole('button')
    .map((button) => `${button.textContent}${button.getAttribute('aria-disabled') ? ' 锁' : ''}`)
const sent: Envelope[] = []
beforeEach(() => {
  forgetAll()
  for (const list of [done, refusals, sent]) list.length = 0
  answer = (envelope) => {
    sent.push(envelope)
    return { id: '1', state: 'closed', version: 4 }
  }
})
afterEach(cleanup)

const today = now - 3_600_000
const ended = { endedAt: now - 2 * day }
const three = ['满意', '部分', '不满意']

describe('every state and situation', () => {
  it.each<[string, Partial<AppealView>, Partial<Situation>, string[], RegExp | undefined]>([
    ['submitted', { state: 'submitted' }, {}, ['撤回', '催一下'], /一天能催一次/],
    ['dispatched', {}, {}, ['撤回', '催一下'], /马上提醒办事的人/],
    ['accepted', { state: 'accepted' }, {}, ['撤回', '催一下'], /一天能催一次/],
    ['suspended', { state: 'suspended' }, {}, ['催一下'], /一天能催一次/],
    ['urged today', { state: 'accepted' }, { urgedAt: today }, ['撤回', '今天催过了 锁'], /明天还能再催/],
    ['urged yesterday', { state: 'accepted' }, { urgedAt: now - day }, ['撤回', '催一下'], undefined],
    ['urged, suspended', { state: 'suspended' }, { urgedAt: today }, ['今天催过了 锁'], /明天还能再催/],
    ['resolved', { state: 'resolved', resolvedAt: now - day }, {}, three, /还剩 2 天/],
    ['resolved long ago', { state: 'resolved', resolvedAt: now - 4 * day }, {}, three, /随时可以说/],
    [
      'closed',
      { state: 'closed', outcome: 'partly' },
      ended,
      ['没办好，重开'],
      /还有 8 天能重开，升一级由于洪区/,
    ],
    [
      'closed at the top',
      { state: 'closed', above: { id: 'c', name: '巢湖社区' } },
      ended,
      ['没办好，重开'],
      /重开，由巢湖社区办/,
    ],
    ['closed, unsolved', { state: 'closed', outcome: 'notSolved' }, ended, ['没办好，重开'], undefined],
    ['closed by itself', { state: 'closed', outcome: 'silent' }, ended, ['没办好，重开'], undefined],
    ['closed long ago', { state: 'closed' }, { endedAt: now - 11 * day }, [], undefined],
    ['reopened twice', { state: 'closed' }, { ...ended, reopens: 2 }, [], undefined],
    ['reopened once', { state: 'closed' }, { ...ended, reopens: 1 }, ['没办好，重开'], undefined],
    ['declined', { state: 'declined' }, ended, ['请上一级复核'], /还有 8 天，只有一次，由于洪区/],
    ['declined long ago', { state: 'declined' }, { endedAt: now - 11 * day }, [], undefined],
    ['declined after a review', { state: 'declined' }, { ...ended, reviews: 1 }, [], undefined],
    ['merged', { state: 'merged' }, {}, [], undefined],
    ['withdrawn', { state: 'withdrawn' }, ended, [], undefined],
  ])('%s', (_, change, situation, expected, words) => {
    show(change, situation)
    expect(buttons()).toEqual(expected)
    if (words) expect(screen.getByText(words)).toBeTruthy()
  })

  it('offers nothing to who did not ask', () => {
    show({ state: 'resolved', relations: ['organisation'] })
    expect(buttons()).toEqual([])
  })
})

describe('taps', () => {
  it('满意: one, and it is remembered', async () => {
    show({ state: 'resolved' })
    fireEvent.click(screen.getByText('满意'))
    await waitFor(() => expect(done).toEqual(['谢谢您说一声，这件办完了']))
    expect(sent.map(({ action, input }) => [action, input])).toEqual([
      ['appeal.confirm', { id: '1', version: 3, answer: 'satisfied' }],
    ])
    expect(Object.keys(storage.get('answered') as object)).toEqual(['1'])
  })
  it('催一下: one', async () => {
    show({ state: 'accepted' })
    fireEvent.click(screen.getByText('催一下'))
    await waitFor(() => expect(done).toEqual(['催了，办事的人马上看得到']))
    expect(sent[0]).toMatchObject({ action: 'appeal.urge', input: { id: '1', version: 3 } })
  })
  it('says what was refused', async () => {
    answer = () => {
      throw new Refused('URGED_LATELY')
    }
    show({ state: 'accepted' })
    fireEvent.click(screen.getByText('催一下'))
    await waitFor(() => expect(refusals).toEqual(['URGED_LATELY']))
  })
  it.each([
    ['closed', '没办好，重开', '还是老样子', '重开', 'appeal.reopen'],
    ['declined', '请上一级复核', '情况没说清', '请它复核', 'appeal.review'],
  ] as const)('%s: a reason by one tap, words beside it', async (state, open, reason, button, action) => {
    show({ state, outcome: 'partly' }, ended)
    fireEvent.click(screen.getByText(open))
    expect(screen.getByText(/由于洪区网约配送行业党委(接着办，时限|重新看)/)).toBeTruthy()
    expect(screen.getByText(button).closest('[aria-disabled]')).toBeTruthy()
    fireEvent.click(screen.getByText(reason))
    fireEvent.change(screen.getByLabelText('再写一句'), { target: { value: '昨晚又锁了' } })
    fireEvent.click(screen.getByText(button))
    await waitFor(() => expect(done).toHaveLength(1))
    expect(sent[0]).toMatchObject({ action, input: { id: '1', version: 3, words: `${reason}：昨晚又锁了` } })
  })
})
