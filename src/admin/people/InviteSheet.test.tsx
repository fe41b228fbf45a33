// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { HatView } from '../../../domain/contract'
import { forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
const sent: Envelope[] = []
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      throw new Refused('OFFLINE')
    }),
  }
})
const { InviteSheet } = await import('./InviteSheet')

const hat = { id: 'h', role: 'secretary', organisation: { id: 'c', name: '巢湖社区' } } as HatView
beforeEach(() => {
  forgetAll()
  sent.length = 0
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('trying again minutes later is the same invitation, to the same end; another term is another', async () => {
  const inviteInVain = async () => {
    const before = sent.length
    fireEvent.click(screen.getByText('做一个邀请'))
    await waitFor(() => expect(sent).toHaveLength(before + 1))
    await screen.findByRole('status')
    cleanup()
  }
  const open = () => render(<InviteSheet hat={hat} onClose={() => {}} />)
  open()
  fireEvent.click(screen.getByText('网格员'))
  fireEvent.click(screen.getByText('1 年'))
  await inviteInVain()
  const later = Date.now() + 5 * 60_000
  vi.spyOn(Date, 'now').mockReturnValue(later)
  open()
  await inviteInVain()
  expect(sent[1]).toEqual(sent[0])
  open()
  fireEvent.click(screen.getByText('3 个月'))
  await inviteInVain()
  expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId)
  expect(sent[2]?.input).toMatchObject({ until: later + 90 * 86_400_000 })
})
