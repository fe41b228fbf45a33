// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { Refused } from '../../call/refused'
import type { WorkItem } from './decisions'
import { useVerifying } from './useVerifying'

const { asked } = vi.hoisted(() => ({
  asked: {
    calls: [] as { action: string; id: string; requestId: string }[],
    fails: new Map<string, string>(),
  },
}))
vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('../../call/call', async () => {
  const { newAttempt } = await vi.importActual<typeof import('../../call/door')>('../../call/door')
  return {
    newAttempt,
    call: async (action: string, { id }: { id: string }, { attempt }: { attempt: { requestId: string } }) => {
      asked.calls.push({ action, id, requestId: attempt.requestId })
      const code = asked.fails.get(id)
      if (code) throw new Refused(code as Refused['code'])
      return { id }
    },
  }
})
beforeEach(() => {
  asked.calls = []
  asked.fails.clear()
})

const item = (id: string, claims = 1): WorkItem => ({
  task: { id, title: `任务 ${id}`, kind: 'cleaning', from: 0, to: 1 },
  claims: Array.from({ length: claims }, (_, index) => ({
    id: `${id}-${index}`,
    name: '小蜂',
    state: 'submitted',
    at: 0,
    mine: false,
  })),
})
const items = [item('a', 2), item('b'), item('c')]

it('one request a task; what one refuses does not hold up the others', async () => {
  asked.fails.set('b', 'VERIFY_PAIR')
  const { result } = renderHook(() => useVerifying('verify', 'hat'))
  await act(() => result.current.run(items, { 'a-1': { is: 'rejected', words: '没做完' } }))
  expect(asked.calls.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(result.current.outcomes).toMatchObject([
    { title: '任务 a', accepted: 1, rejected: 1 },
    { title: '任务 b', accepted: 0, refused: { code: 'VERIFY_PAIR' } },
    { title: '任务 c', accepted: 1 },
  ])
})

it('without a signal it stops, and trying again is the same wish', async () => {
  asked.fails.set('b', 'OFFLINE')
  const { result } = renderHook(() => useVerifying('verify', 'hat'))
  await act(() => result.current.run(items, {}))
  expect(asked.calls.map(({ id }) => id)).toEqual(['a', 'b'])
  asked.fails.clear()
  await act(() => result.current.run(items.slice(1), {}))
  expect(asked.calls.map(({ id }) => id)).toEqual(['a', 'b', 'b', 'c'])
  expect(asked.calls[2]?.requestId).toBe(asked.calls[1]?.requestId)
})

it('a spot check is one request a piece of work', async () => {
  const { result } = renderHook(() => useVerifying('spot', 'hat'))
  await act(() => result.current.run([item('a', 3)], { 'a-1': { is: 'left' } }))
  expect(asked.calls.map(({ action }) => action)).toEqual(['task.spotCheck', 'task.spotCheck'])
  expect(result.current.outcomes).toMatchObject([{ accepted: 2, rejected: 0 }])
})
