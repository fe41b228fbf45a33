// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { HatView } from '../../../domain/contract'
import { forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'
import { rememberPlace } from '../../place/chosen'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
const sent: Envelope[] = []
let suggested = ['a']
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      if (envelope.action === 'meeting.draft')
        return { ok: true, data: { items: suggested.map((id) => ({ id })) } }
      if (!envelope.requestId) return { ok: true, data: {} }
      sent.push(envelope)
      throw new Refused('OFFLINE')
    }),
  }
})
const { RaiseSheet } = await import('./RaiseSheet')
const { NewSheet } = await import('./NewSheet')

const hat = { id: 'h', organisation: { id: 'c', name: '巢湖社区' } } as HatView
beforeEach(() => {
  forgetAll()
  sent.length = 0
  suggested = ['a']
  rememberPlace({ id: 'c', name: '巢湖社区', kind: 'community', location: '于洪区' })
})
afterEach(cleanup)
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
/** Taps, waits until it has failed, and closes the sheet. */
const tapInVain = async (text: string | RegExp) => {
  const before = sent.length
  fireEvent.click(await screen.findByText(text))
  await waitFor(() => expect(sent).toHaveLength(before + 1))
  await screen.findByRole('status')
  cleanup()
}

it('会上提的: what was entered without an answer is entered again as the very same, over closing the sheet', async () => {
  const open = () => render(<RaiseSheet id="m" hat="h" onClose={() => {}} onDone={() => {}} />)
  open()
  write('提了什么', '路灯坏了一排')
  await tapInVain('一起录入 1 件')
  open()
  await screen.findByText('路灯坏了一排')
  await tapInVain('一起录入 1 件')
  expect(sent[1]).toEqual(sent[0])
  open()
  write('提了什么', '北门锁着')
  await tapInVain('一起录入 2 件')
  expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId)
})

it('开一个会: trying again is the same meeting, whatever is suggested by then; other words are another', async () => {
  const open = () => render(<NewSheet hat={hat} onClose={() => {}} onDone={() => {}} />)
  open()
  write('在哪儿开', '二楼会议室')
  await tapInVain('开会，先列 1 个议题')
  suggested = ['a', 'b']
  open()
  await tapInVain('开会，先列 1 个议题')
  expect(sent[1]).toEqual(sent[0])
  open()
  write('在哪儿开', '一楼会议室')
  await tapInVain('开会，先列 2 个议题')
  expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId)
})
