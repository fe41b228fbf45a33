// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppealRow, HatView, Output } from '../../../domain/contract'
import type { Role } from '../../../domain/people/roles'
import { asked, forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))

const sent: Envelope[] = []
let answer: () => unknown
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      return answer()
    }),
  }
})
const { BenchFoot } = await import('./BenchFoot')

const hat = (role: Role): HatView => ({
  id: `${role}-c`,
  role,
  title: role,
  organisation: { id: 'c', name: '凯旋社区', kind: 'community' },
})
const row: AppealRow = {
  id: 'a',
  number: '1204-1',
  kind: 'request',
  category: 'charging',
  urgency: 'normal',
  identity: 'shielded',
  trade: 'delivery',
  title: '换电柜冒烟',
  state: 'dispatched',
  organisation: { id: 'c', name: '凯旋社区' },
  placeName: '凯旋社区',
  acceptBy: 0,
  createdAt: 0,
  updatedAt: 0,
}
type Today = Output<'work.today'>
const calm: Today = {
  counts: { all: 3, late: 0, today: 0, toAccept: 0, atLeast: [] },
  mine: { held: 0, late: [] },
  duty: { others: [], week: [], toAnswer: 0, planned: false },
}
const urgent = { ...row, urgency: 'urgent', version: 4 } as const
const onRefused = vi.fn()
const show = (today: Partial<Today>, role: Role = 'gridWorker') =>
  render(<BenchFoot today={{ ...calm, ...today }} hat={hat(role)} onRefused={onRefused} />)

beforeEach(() => {
  forgetAll()
  sent.length = 0
  onRefused.mockClear()
  answer = () => ({ ok: true, data: { id: 'a', state: 'accepted', version: 5 } })
})
afterEach(cleanup)

describe('the urgent one comes first', () => {
  it.each<[Role, 'dispatched' | 'submitted', string]>([
    ['gridWorker', 'dispatched', '接紧急单，我去'],
    ['secretary', 'dispatched', '接紧急单，我去'],
    ['dispatcher', 'dispatched', '看紧急单'],
    ['supervisor', 'submitted', '看紧急单'],
  ])('%s, %s: %s', (role, state, text) => {
    show({ urgent: { ...urgent, state } }, role)
    expect(screen.getByText(text)).toBeTruthy()
  })
  it('is taken as it was seen, and opens', async () => {
    show({ urgent })
    fireEvent.click(screen.getByText('接紧急单，我去'))
    await waitFor(() => expect(asked.navigatedTo).toEqual(['/work/detail/index?id=a']))
    expect(sent).toMatchObject([{ action: 'appeal.accept', input: { id: 'a', version: 4 } }])
  })
  it('keeps the same attempt when the signal was lost', async () => {
    answer = () => {
      throw new Refused('OFFLINE')
    }
    show({ urgent })
    fireEvent.click(screen.getByText('接紧急单，我去'))
    await waitFor(() => expect(onRefused).toHaveBeenCalled())
    const [refused, again] = onRefused.mock.calls[0] as [Refused, () => void]
    expect(refused.code).toBe('OFFLINE')
    again()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId)
  })
})

describe('else on with what is next', () => {
  it.each<[string, Partial<Today>, string]>([
    ['mine that is late', { mine: { held: 1, late: [row] } }, '/work/detail/index?id=a'],
    [
      'those that wait to be taken',
      { counts: { ...calm.counts, toAccept: 1 } },
      '/work/list/index?filter=toAccept',
    ],
    ['all', {}, '/work/list/index?filter=all'],
  ])('%s', (_, today, url) => {
    show(today)
    fireEvent.click(screen.getByText('接着办'))
    expect(asked.navigatedTo).toEqual([url])
  })
  it('nothing waits: what is done', () => {
    show({ counts: { ...calm.counts, all: 0 } })
    expect(screen.queryByText('接着办')).toBeNull()
    fireEvent.click(screen.getByText('看办完的'))
    expect(asked.navigatedTo).toEqual(['/work/list/index?filter=done'])
  })
})
