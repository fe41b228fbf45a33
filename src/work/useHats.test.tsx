// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAll } from '../../tests/support/taro'
import { currentHat, wearHat } from '../me/hat'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../tests/support/taroComponents'))

const community = { id: 'c', name: '凯旋社区', kind: 'community', area: 'c', ancestors: [] } as const
const first = { id: 'a', role: 'gridWorker', title: '网格员', organisation: community } as const
const second = { id: 'b', role: 'secretary', title: '书记', organisation: community } as const
let hats: object[]
let signal: (online: boolean) => void
vi.mock('../call/call', async () => {
  const { makeCall } = await import('../call/door')
  return {
    onSignal: (listener: typeof signal) => {
      signal = listener
      return () => {}
    },
    call: makeCall(async () => ({ ok: true, data: { personId: 'p', hats } })),
  }
})
const { useHats } = await import('./useHats')

beforeEach(() => {
  forgetAll()
  hats = [first, second]
})
afterEach(cleanup)

const page = () => renderHook(() => useHats()).result
const known = (result: ReturnType<typeof page>) =>
  waitFor(() => expect(result.current.reading.data).toBeDefined())

describe('the hat worn', () => {
  it('is one on all pages: what was changed in front holds behind', async () => {
    wearHat(first)
    const behind = page()
    await known(behind)
    const front = page()
    await known(front)
    act(() => front.current.wear(second))
    expect([front.current.hat?.id, behind.current.hat?.id, currentHat()?.id]).toEqual(['b', 'b', 'b'])
    // The page behind reads again when the signal comes back: it brings nothing back.
    await act(async () => signal(true))
    expect([front.current.hat?.id, currentHat()?.id]).toEqual(['b', 'b'])
  })
  it('is another one where it is theirs no more', async () => {
    wearHat({ ...first, id: 'ended' })
    const result = page()
    await known(result)
    await waitFor(() => expect(currentHat()?.id).toBe('a'))
    expect(result.current.hat?.id).toBe('a')
  })
  it('stays the new one while only those of last time are known', async () => {
    hats = [first]
    await known(page())
    wearHat(second)
    hats = [first, second]
    const result = page()
    await known(result)
    expect([result.current.hat?.id, currentHat()?.id]).toEqual(['b', 'b'])
  })
})
