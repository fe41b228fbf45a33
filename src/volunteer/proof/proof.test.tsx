// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TaskView } from '../../../domain/contract'
import { hour } from '../../../tests/support/exampleTask'
import { asked, forgetAll } from '../../../tests/support/taro'
import { taskView } from '../../../tests/support/taskView'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
let view: TaskView
let lost = false
const sent: Envelope[] = []
const listeners = new Set<(online: boolean) => void>()
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => !lost,
    onSignal: (listen: (online: boolean) => void) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    call: makeCall(async (envelope) => {
      if (envelope.action === 'task.view') return { ok: true, data: view }
      sent.push(envelope)
      if (lost) throw new Refused('OFFLINE')
      return { ok: true, data: { id: view.id } }
    }),
  }
})
vi.mock('../../call/kept', () => ({
  keptUrl: async (name: string) => `blob:${name}`,
  uploadKept: async (name: string) => `cloud://env/photos/${name}.jpg`,
  dropFile: async () => {},
}))
const { startHandIns } = await import('../../call/handIns')
const { default: ProofPage } = await import('./index')

const claimed: Partial<TaskView> = {
  state: 'running',
  from: Date.now() - hour / 2,
  to: Date.now() + hour / 2,
  claim: { id: 'c', name: '小蜂', state: 'claimed', at: 1, mine: true },
}
const show = async (change: Partial<TaskView>) => {
  view = taskView({ ...claimed, ...change })
  render(<ProofPage />)
  await screen.findByText(view.title)
}
const button = (name: string) => screen.getByRole('button', { name })
beforeEach(() => {
  forgetAll()
  sent.length = 0
  lost = false
})
afterEach(cleanup)

it('takes six digits, however they are spaced', async () => {
  await show({})
  const digits = screen.getByLabelText('组织的人手机上的六个数字')
  fireEvent.change(digits, { target: { value: '407 2' } })
  expect(button('输够六个数字').getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(digits, { target: { value: '407 261' } })
  fireEvent.click(button('用这个码签到'))
  await waitFor(() => expect(sent[0]?.input).toMatchObject({ code: '407261' }))
  expect(asked.toasts).toEqual(['签到了，辛苦您'])
})

it('keeps what was written when the page is closed', async () => {
  const words = () => screen.getByLabelText<HTMLTextAreaElement>('做得怎么样')
  const done = {
    proof: ['code', 'photo'],
    claim: { ...claimed.claim, state: 'checkedIn' },
  } as Partial<TaskView>
  await show(done)
  expect(button('交上去').getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(words(), { target: { value: '扫完了' } })
  cleanup()
  await show(done)
  expect(words().value).toBe('扫完了')
})

it('hands in by itself when the signal is back, as one wish', async () => {
  view = taskView({ ...claimed, proof: ['photo'] })
  const { keepDraft } = await import('../../call/draft')
  keepDraft('task:', { code: '', words: '扫完了', photos: ['p1'] })
  lost = true
  startHandIns()
  render(<ProofPage />)
  fireEvent.click(await screen.findByRole('button', { name: '交上去' }))
  await screen.findByText('没信号，先存在手机上')
  lost = false
  await act(async () => {
    for (const listen of listeners) listen(true)
  })
  await waitFor(() => expect(asked.toasts).toEqual(['交上去了，网格员看过就告诉您']))
  // Without a signal nothing is tried.
  expect(sent.map(({ action }) => action)).toEqual(['task.submit'])
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
  expect(sent[0]?.input).toMatchObject({ photos: ['cloud://env/photos/p1.jpg'], words: '扫完了' })
})
