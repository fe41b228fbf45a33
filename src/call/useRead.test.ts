// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from './call'
import type { Envelope } from './door'
import { Refused } from './refused'
import { useRead } from './useRead'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))

/** What is on its way, oldest first; each waits to be answered. */
const line: { envelope: Envelope; answer: (data: unknown) => void; lose: () => void }[] = []
vi.mock('./call', async () => {
  const { makeCall } = await import('./door')
  const send = (envelope: Envelope) =>
    new Promise((resolve, reject) => {
      line.push({
        envelope,
        answer: (data) => resolve({ ok: true, data }),
        lose: () => reject(new Refused('INTERNAL')),
      })
    })
  return { call: makeCall(send), onSignal: () => () => {} }
})

beforeEach(() => {
  line.length = 0
})
afterEach(cleanup)

const asked = () => line.map(({ envelope }) => envelope.action)
const answer = (index: number, data: unknown) => act(async () => line[index]?.answer(data))
const swap = { swapId: 'a', agrees: true }

describe('a page that is read while something is being changed', () => {
  it('is read again once the change is answered', async () => {
    const change = call('duty.answerSwap', swap)
    const { result } = renderHook(() => useRead('place.list', {}))
    await answer(1, { places: ['before'] })
    await waitFor(() => expect(result.current.data).toEqual({ places: ['before'] }))
    expect(asked()).toEqual(['duty.answerSwap', 'place.list'])
    await answer(0, {})
    await change
    await waitFor(() => expect(asked()).toEqual(['duty.answerSwap', 'place.list', 'place.list']))
    await answer(2, { places: ['after'] })
    await waitFor(() => expect(result.current.data).toEqual({ places: ['after'] }))
  })
  it('is read again as well when the change did not come through: nobody knows what it did', async () => {
    const change = call('duty.answerSwap', swap).catch(() => {})
    renderHook(() => useRead('place.list', {}))
    await answer(1, { places: [] })
    await act(async () => line[0]?.lose())
    await change
    await waitFor(() => expect(asked()).toHaveLength(3))
  })
  it('is read once when the change was answered before', async () => {
    const change = call('duty.answerSwap', swap)
    await answer(0, {})
    await change
    const { result } = renderHook(() => useRead('place.list', {}))
    await answer(1, { places: [] })
    await waitFor(() => expect(result.current.loading).toBe(false))
    expect(asked()).toEqual(['duty.answerSwap', 'place.list'])
  })
  it('is not read again when it was left meanwhile', async () => {
    const change = call('duty.answerSwap', swap)
    const { unmount } = renderHook(() => useRead('place.list', {}))
    await answer(1, { places: [] })
    unmount()
    await answer(0, {})
    await change
    expect(asked()).toEqual(['duty.answerSwap', 'place.list'])
  })
})
