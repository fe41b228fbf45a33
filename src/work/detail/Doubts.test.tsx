// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AppealView, HatView, TimelineStep } from '../../../domain/contract'
import { appealView } from '../../../tests/support/appealView'
import type { Envelope } from '../../call/door'

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
const { Doubts } = await import('./Doubts')

const hat: HatView = {
  id: 'gridWorker-c',
  role: 'gridWorker',
  title: '网格员',
  organisation: { id: 'c', name: '凯旋社区', kind: 'community' },
}
const resolve: TimelineStep = {
  sequence: 3,
  action: 'resolve',
  to: 'resolved',
  at: 1,
  actor: '凯旋社区 · 网格员',
  words: '挪走了',
  photos: ['cloud://e/photos/after.jpg'],
}
const doubt = (change: Partial<NonNullable<AppealView['doubts']>[number]> = {}) => ({
  piece: '1-text',
  sequence: 1,
  kind: 'text' as const,
  public: true,
  closed: false,
  ...change,
})
const onDone = vi.fn()
const onRefused = vi.fn()
const show = (change: Partial<AppealView>) =>
  render(
    <Doubts
      view={appealView({
        kind: 'snap',
        text: '堵死了',
        relations: ['organisation'],
        timeline: [resolve],
        ...change,
      })}
      hat={hat}
      onDone={onDone}
      onRefused={onRefused}
    />,
  )

beforeEach(() => {
  sent.length = 0
  vi.clearAllMocks()
  answer = () => ({ ok: true, data: { open: true } })
})
afterEach(cleanup)

it('says nothing where there is nothing to look at', () => {
  expect(show({}).container.textContent).toBe('')
})

it.each([
  ['the words', doubt(), ['发来的话 · 先没给别人看', '堵死了']],
  ['a photo', doubt({ piece: '1-photo-1', kind: 'photo' }), ['发来的第 2 张照片 · 先没给别人看']],
  ['what was done', doubt({ piece: '3-text', sequence: 3 }), ['解单的话 · 先没给别人看', '挪走了']],
  [
    'a recording',
    doubt({ piece: '1-voice', kind: 'voice', public: false }),
    ['发来的录音 · 只有办的人和本人看得到'],
  ],
  ['what was kept', doubt({ closed: true }), ['发来的话 · 不公开，只有办的人和本人看得到']],
])('says what it is: %s', (_, one, texts) => {
  show({ doubts: [one] })
  for (const text of texts) expect(screen.getByText(text)).toBeTruthy()
})

it.each([
  ['可以公开', true, doubt()],
  ['不公开', false, doubt()],
  ['看过了，没问题', true, doubt({ public: false })],
  ['还是可以公开', true, doubt({ closed: true })],
])('is judged in one tap: %s', async (text, open, one) => {
  show({ doubts: [one] })
  fireEvent.click(screen.getByText(text))
  await waitFor(() => expect(onDone).toHaveBeenCalled())
  const input = { about: { kind: 'appeal', id: '1' }, piece: '1-text', open }
  expect(sent).toMatchObject([{ action: 'content.judge', input, hat: 'gridWorker-c' }])
})

it('says why it can’t be judged', async () => {
  answer = () => ({ ok: false, error: { code: 'CONTENT_OWN', message: '自己写的' } })
  show({ doubts: [doubt()] })
  fireEvent.click(screen.getByText('可以公开'))
  await waitFor(() => expect(onRefused).toHaveBeenCalled())
  expect(onDone).not.toHaveBeenCalled()
})

it('who only helps sees it marked, without buttons', () => {
  show({ doubts: [doubt()], relations: ['assistant'] })
  expect(screen.getByText('内容待看')).toBeTruthy()
  expect(screen.queryByText('可以公开')).toBeNull()
})
