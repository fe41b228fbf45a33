// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Envelope } from '../call/door'
import { Refused } from '../call/refused'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../tests/support/taroComponents'))

let answer: (envelope: Envelope) => unknown
let sent: Envelope[]
vi.mock('../call/call', async () => {
  const { makeCall, newAttempt } = await import('../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      return { ok: true, data: answer(envelope) }
    }),
  }
})
const { useImport } = await import('./transfer/useImport')
const { useSettling } = await import('./organisation/useSettling')

beforeEach(() => {
  sent = []
})
afterEach(cleanup)

const offline = () => {
  throw new Refused('OFFLINE')
}

describe('a table of 250 rows', () => {
  const csv = ['编号,名称', ...Array.from({ length: 250 }, (_, index) => `${index},第${index}个`)].join('\n')
  const rowsOf = ({ input }: Envelope) => (input as { csv: string }).csv.split('\n').length - 1

  it('is looked at in three pieces; rows are counted as the spreadsheet counts them', async () => {
    answer = (envelope) => ({
      faults: [{ row: 2, column: '电话', fault: '只能是数字' }],
      changes: [{ row: 3, words: '改名' }],
      rows: rowsOf(envelope),
    })
    const { result } = renderHook(() => useImport('hat'))
    await act(() => result.current.check(csv))
    expect(
      sent.map((envelope) => [rowsOf(envelope), (envelope.input as { dryRun: boolean }).dryRun]),
    ).toEqual([
      [100, true],
      [100, true],
      [50, true],
    ])
    expect(result.current.checked).toMatchObject({ rows: 250 })
    expect(result.current.checked?.faults.map(({ row }) => row)).toEqual([2, 102, 202])
    expect(result.current.checked?.changes.map(({ row }) => row)).toEqual([3, 103, 203])
  })

  it('a fault of the heading, which each piece repeats, is told once', async () => {
    answer = () => ({ faults: [{ row: 1, column: '颜色', fault: '没有这一列' }], changes: [], rows: 100 })
    const { result } = renderHook(() => useImport('hat'))
    await act(() => result.current.check(csv))
    expect(result.current.checked?.faults).toHaveLength(1)
  })

  it('broken off in the middle, only the rest is sent again, the lost piece under the same request', async () => {
    answer = () => (sent.length === 2 ? offline() : { faults: [], changes: [], rows: 100 })
    const { result } = renderHook(() => useImport('hat'))
    let done: boolean | undefined
    await act(async () => {
      done = await result.current.carryOut(csv)
    })
    expect(done).toBe(false)
    expect(result.current.refused?.code).toBe('OFFLINE')
    await act(async () => {
      done = await result.current.carryOut(csv)
    })
    expect(done).toBe(true)
    expect(sent).toHaveLength(4)
    expect(sent[2]?.requestId).toBe(sent[1]?.requestId)
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(3)
  })
})

describe('carrying over', () => {
  it('goes on until nothing is left, and shows how far it is', async () => {
    answer = () => ({ moved: 50, left: sent.length < 3, done: sent.length * 50, total: 150 })
    const done = vi.fn()
    const { result } = renderHook(() => useSettling('id', 'hat', done))
    await act(() => result.current.start())
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(3)
    expect(done).toHaveBeenCalledTimes(1)
    expect(result.current).toMatchObject({ running: false, refused: undefined })
  })

  it('stops where the signal is lost, says so, and goes on from there', async () => {
    answer = () => (sent.length === 2 ? offline() : { moved: 50, left: sent.length < 3, done: 0, total: 150 })
    const { result } = renderHook(() => useSettling('id', 'hat', () => {}))
    await act(() => result.current.start())
    expect(result.current).toMatchObject({ running: false, refused: { code: 'OFFLINE' } })
    await act(() => result.current.start())
    await waitFor(() => expect(result.current.refused).toBeUndefined())
    expect(sent).toHaveLength(3)
  })
})
