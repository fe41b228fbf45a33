// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TimelineStep } from '../../domain/contract'
import { appealView } from '../../tests/support/appealView'
import { forgetAll } from '../../tests/support/taro'
import type { Envelope } from '../call/door'
import { Refused } from '../call/refused'
import { roundOf } from './round'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
let lost = true
const sent: Envelope[] = []
vi.mock('../call/call', async () => {
  const { makeCall, newAttempt } = await import('../call/door')
  return {
    newAttempt,
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      if (lost) throw new Refused('OFFLINE')
      return { ok: true, data: { id: '1', state: 'accepted', version: 4 } }
    }),
  }
})
vi.mock('../call/kept', () => ({ keptUrl: async () => undefined, dropFile: async () => {} }))
const { useStepForm } = await import('./useStepForm')
const { useKeptForm } = await import('./useKeptForm')

beforeEach(() => {
  forgetAll()
  sent.length = 0
  lost = true
})
afterEach(cleanup)

const ids = () => sent.map(({ requestId }) => requestId)
const open = (round: string) =>
  renderHook(
    ({ round }) =>
      useStepForm({
        action: 'appeal.confirm',
        id: '1',
        round,
        empty: {},
        limit: 100,
        onDone: () => {},
        onMoved: () => {},
      }),
    { initialProps: { round } },
  ).result
const unsatisfied = () => ({ id: '1', version: 3, answer: 'unsatisfied', words: '' }) as const

describe('a wish whose answer got lost', () => {
  it('is the same in the same round, over closing the form too', async () => {
    const first = open('7')
    await act(() => first.current.send(unsatisfied))
    cleanup()
    const second = open('7')
    await act(() => second.current.send(unsatisfied))
    expect(ids()[1]).toBe(ids()[0])
  })
  it('is another in the next round, with the words that are still there', async () => {
    const first = open('7')
    act(() => first.current.change({ words: '门还锁着' }))
    await act(() => first.current.send(unsatisfied))
    const second = open('9')
    expect(second.current.draft.words).toBe('门还锁着')
    await act(() => second.current.send(unsatisfied))
    expect(ids()[1]).not.toBe(ids()[0])
  })
  it('is the same while the form stays open, whatever shows behind it', async () => {
    const { result, rerender } = renderHook(({ round }) => useKeptForm({ name: 'a', empty: {}, round }), {
      initialProps: { round: '7' },
    })
    await act(() => result.current.send('appeal.confirm', unsatisfied))
    rerender({ round: '8' })
    await act(() => result.current.send('appeal.confirm', unsatisfied))
    expect(ids()[1]).toBe(ids()[0])
  })
  it('is another once the words are', async () => {
    const form = open('7')
    await act(() => form.current.send(unsatisfied))
    act(() => form.current.change({ words: '门还锁着' }))
    await act(() => form.current.send(unsatisfied))
    expect(ids()[1]).not.toBe(ids()[0])
  })
  it('is gone once it is answered', async () => {
    const form = open('7')
    lost = false
    await act(() => form.current.send(unsatisfied))
    await act(() => form.current.send(unsatisfied))
    expect(ids()[1]).not.toBe(ids()[0])
  })
})

it('two taps while something is still going up send it once', async () => {
  lost = false
  const { result } = renderHook(() => useKeptForm({ name: 'a', empty: {} }))
  let up: (input: ReturnType<typeof unsatisfied>) => void = () => {}
  const going = new Promise<ReturnType<typeof unsatisfied>>((resolve) => {
    up = resolve
  })
  await act(async () => {
    const taps = [1, 2].map(() => result.current.send('appeal.confirm', () => going))
    up(unsatisfied())
    await Promise.all(taps)
  })
  expect(sent).toHaveLength(1)
})

it('says what is in the way, and hands on what is not possible any more', async () => {
  const moved: string[] = []
  const form = renderHook(() =>
    useKeptForm({ name: 'a', empty: {}, onMoved: ({ code }) => moved.push(code) }),
  ).result
  await act(() => form.current.send('appeal.confirm', unsatisfied))
  expect(form.current.refused?.code).toBe('OFFLINE')
  await act(() =>
    form.current.send('appeal.confirm', () => {
      throw new Refused('STALE')
    }),
  )
  expect([form.current.refused, moved]).toEqual([undefined, ['STALE']])
})

describe('the round of an appeal', () => {
  const step = (sequence: number, action: TimelineStep['action'], more: Partial<TimelineStep> = {}) =>
    ({ sequence, action, to: 'accepted', at: 1, actor: '', words: '', photos: [], ...more }) as TimelineStep
  const submitted = step(1, 'submit')
  it.each<[string, TimelineStep[], string]>([
    ['begins with it', [submitted], '1'],
    ['goes on over what leaves it where it is', [step(4, 'reply'), step(3, 'note'), submitted], '1'],
    ['begins when it comes back', [step(3, 'note'), step(2, 'return'), submitted], '2'],
    ['begins when the person is not satisfied', [step(5, 'confirm'), submitted], '5'],
    ['begins with each asking, answered or not', [step(6, 'followUp', { reached: false }), submitted], '6'],
    ['begins when somebody helps or is done', [step(3, 'assist', { help: 'finish' }), submitted], '3'],
    ['goes on while they help', [step(3, 'assist', { help: 'report' }), submitted], '1'],
  ])('%s', (_, timeline, round) => {
    expect(roundOf(appealView({ timeline }))).toBe(round)
  })
})
