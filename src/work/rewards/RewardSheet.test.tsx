// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { keepDraft } from '../../call/draft'
import { draftOf } from './draft'

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
      return { ok: true, data: { id: 'r', version: 1 } }
    }),
  }
})
let up: (fileId: string) => void = () => {}
vi.mock('../../call/kept', () => ({
  keptUrl: async (name: string) => `blob:${name}`,
  uploadKept: () =>
    new Promise<string>((resolve) => {
      up = resolve
    }),
  dropFile: async () => {},
}))
const { RewardSheet } = await import('./RewardSheet')

const gloves = { ...draftOf(undefined), name: '手套', cost: '20', size: '10', pickUp: '一楼服务台' }
const open = () =>
  render(<RewardSheet reward={undefined} hat="h" onClose={() => {}} onDone={() => {}} onRefused={() => {}} />)
beforeEach(() => {
  forgetAll()
  sent.length = 0
})
afterEach(cleanup)

it('two taps while the photo goes up put it on the shelf once', async () => {
  keepDraft('reward.save new h', { ...gloves, photos: ['p'] })
  open()
  const save = screen.getAllByText('上架').at(-1) as HTMLElement
  fireEvent.click(save)
  fireEvent.click(save)
  await act(async () => up('cloud://p.jpg'))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.input).toMatchObject({ name: '手套', photo: 'cloud://p.jpg' })
})

it('keeps what was filled in when the sheet is closed', () => {
  open()
  fireEvent.input(screen.getByLabelText('叫什么'), { target: { value: '护膝' } })
  cleanup()
  open()
  expect(screen.getByDisplayValue('护膝')).toBeTruthy()
})
