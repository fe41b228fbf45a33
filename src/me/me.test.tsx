// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asked, forgetAll, storage } from '../../tests/support/taro'
import type { Envelope } from '../call/door'
import { Refused } from '../call/refused'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../tests/support/taroComponents'))

const noPoints = {
  volunteer: { available: 0, held: 0, owed: 0 },
  supervision: { available: 0, held: 0, owed: 0 },
  open: [],
}
let answer: (envelope: Envelope) => unknown
const listeners = new Set<(online: boolean) => void>()
const signal = (online: boolean) => {
  for (const listener of listeners) listener(online)
}
vi.mock('../call/call', async () => {
  const { makeCall, newAttempt } = await import('../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: (listener: typeof signal) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    call: makeCall(async (envelope) => {
      const data = answer(envelope)
      return { ok: true, data: envelope.action === 'points.mine' ? noPoints : data }
    }),
  }
})
const { usePages } = await import('../call/usePages')
const { default: Home } = await import('../home/index')

const row = (id: string, title = `第 ${id} 件`) => ({
  id,
  number: `1204-${id}`,
  kind: 'request',
  category: 'parking',
  urgency: 'normal',
  identity: 'shielded',
  trade: 'delivery',
  title,
  state: 'dispatched',
  organisation: { id: 'c', name: '凯旋社区' },
  placeName: '凯旋社区',
  acceptBy: Date.now() + 86_400_000,
  createdAt: Date.now(),
  updatedAt: Date.now(),
})
const home = (moving: unknown[]) => ({ personId: 'p', trade: 'delivery', hats: [], moving, more: false })
const offline = () => {
  throw new Refused('OFFLINE')
}

beforeEach(forgetAll)
afterEach(cleanup)

describe('my appeals, page by page', () => {
  const pages: Record<string, { rows: unknown[]; next?: string }> = {
    'all:': { rows: [row('1'), row('2')], next: 'two' },
    'all:two': { rows: [row('3')] },
    'finished:': { rows: [row('9')] },
  }
  let read: string[]
  beforeEach(() => {
    read = []
    answer = ({ input }) => {
      const { filter, cursor = '' } = input as { filter: string; cursor?: string }
      read.push(`${filter}:${cursor}`)
      return pages[`${filter}:${cursor}`]
    }
  })
  const opened = () =>
    renderHook(({ filter }: { filter: 'all' | 'finished' }) => usePages('appeal.mine', { filter }), {
      initialProps: { filter: 'all' },
    })
  const ids = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id)

  it('adds the next page, and asks no further than the last', async () => {
    const { result } = opened()
    await waitFor(() => expect(ids(result.current.rows)).toEqual(['1', '2']))
    await act(() => result.current.loadMore())
    expect(ids(result.current.rows)).toEqual(['1', '2', '3'])
    await act(() => result.current.loadMore())
    expect(read).toEqual(['all:', 'all:two'])
  })
  it('asks for a page once, however often the end is reached', async () => {
    const { result } = opened()
    await waitFor(() => expect(result.current.rows).toHaveLength(2))
    let first: Promise<void> | undefined
    act(() => {
      first = result.current.loadMore()
    })
    await act(() => result.current.loadMore())
    await act(() => first ?? Promise.resolve())
    expect(read).toEqual(['all:', 'all:two'])
  })
  it('starts over with another filter', async () => {
    const { result, rerender } = opened()
    await waitFor(() => expect(result.current.rows).toHaveLength(2))
    await act(() => result.current.loadMore())
    rerender({ filter: 'finished' })
    expect(result.current.rows).toBeUndefined()
    await waitFor(() => expect(ids(result.current.rows)).toEqual(['9']))
    expect(result.current.later.next).toBeUndefined()
  })
  it('reads as many pages as were open when it is read again, and shows what moved once', async () => {
    const { result } = opened()
    await waitFor(() => expect(result.current.rows).toHaveLength(2))
    await act(() => result.current.loadMore())
    const usual = answer
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    // The third has come to the top meanwhile.
    answer = async (envelope) => {
      const { cursor } = envelope.input as { cursor?: string }
      if (cursor === undefined) return { rows: [row('3'), row('1')], next: 'two' }
      await held
      return usual(envelope)
    }
    await act(() => result.current.reload())
    expect(ids(result.current.rows)).toEqual(['3', '1'])
    expect(result.current.later.loading).toBe(true)
    pages['all:two'] = { rows: [row('2')] }
    await act(async () => release())
    await waitFor(() => expect(ids(result.current.rows)).toEqual(['3', '1', '2']))
    pages['all:two'] = { rows: [row('3')] }
  })
  it('keeps what it has when the next page gets lost', async () => {
    const { result } = opened()
    await waitFor(() => expect(result.current.rows).toHaveLength(2))
    answer = offline
    await act(() => result.current.loadMore())
    expect(ids(result.current.rows)).toEqual(['1', '2'])
    expect(result.current.later.refused?.code).toBe('OFFLINE')
  })
})

describe('home', () => {
  const doors = () => ['我要诉求', '随手拍'].map((name) => screen.getByText(name))

  it('says that nothing is moving, with the doors open', async () => {
    answer = () => home([])
    render(<Home />)
    expect(doors()).toHaveLength(2)
    await screen.findByText('还没有在办的事')
  })
  it('shows text as text', async () => {
    answer = () => home([row('1', '<img src=x onerror=alert(1)>')])
    render(<Home />)
    await screen.findByText('<img src=x onerror=alert(1)>')
    expect(document.querySelector('[onerror]')).toBeNull()
  })
  it('shows what the phone kept when there is no signal, and the newest when it is back', async () => {
    answer = () => home([row('1', '北门晚上九点就锁')])
    render(<Home />)
    await screen.findByText('北门晚上九点就锁')
    cleanup()
    answer = offline
    render(<Home />)
    await screen.findByText('没连上，先给您看存的')
    expect(screen.getByText('北门晚上九点就锁')).toBeTruthy()
    answer = () => home([row('2', '微波炉坏了')])
    await act(async () => signal(true))
    await screen.findByText('微波炉坏了')
    expect(screen.queryByText('没连上，先给您看存的')).toBeNull()
  })
  it('reminds of what is still only on the phone', async () => {
    storage.set('draft:request', { text: '路灯坏了', photos: ['a', 'b'] })
    storage.set('draft:snap', { text: '', photos: [] })
    answer = () => home([])
    render(<Home />)
    expect(screen.getByText('写了一半')).toBeTruthy()
    expect(screen.getByText('照片 2')).toBeTruthy()
    fireEvent.click(screen.getByText('路灯坏了'))
    expect(asked.navigatedTo).toEqual(['/appeal/request/index'])
    await screen.findByText('还没有在办的事')
  })
  it('has a face for never having been read, and tries again', async () => {
    answer = offline
    render(<Home />)
    const notice = await screen.findByText('没连上，不是您的问题')
    expect(doors()).toHaveLength(2)
    answer = () => home([])
    fireEvent.click(notice)
    await screen.findByText('还没有在办的事')
  })
})
