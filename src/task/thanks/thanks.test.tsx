// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

let params: { code?: string }
vi.mock('@tarojs/taro', async () => ({
  ...(await import('../../../tests/support/taro')),
  useRouter: () => ({ params }),
}))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
let answers: Partial<Record<string, () => unknown>>
const sent: Envelope[] = []
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      return { ok: true, data: answers[envelope.action]?.() ?? {} }
    }),
  }
})
const { default: Thanks } = await import('./index')

const code = '1234567890'
const task = { title: '给王奶奶送药', organisation: '凯旋社区', given: false }
const refuse = (reason: 'THANKS_WRONG' | 'THANKS_GIVEN' | 'OFFLINE') => () => {
  throw new Refused(reason)
}
const thanks = () => sent.filter(({ action }) => action === 'task.thank')
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const type = (value: string) =>
  fireEvent.change(screen.getByLabelText('谢谢码，十位数字'), { target: { value } })

beforeEach(() => {
  forgetAll()
  sent.length = 0
  params = { code }
  answers = { 'task.thanked': () => task }
})
afterEach(cleanup)

it('thanks with one tap, and says that it arrived', async () => {
  render(<Thanks />)
  await screen.findByText('给王奶奶送药')
  expect(screen.getByText('凯旋社区请人做的')).toBeTruthy()
  tap('说声谢谢')
  await screen.findByText('谢谢带到了')
  expect(sent.map(({ action }) => action)).toEqual(['task.thanked', 'task.thank'])
  expect(thanks()[0]?.input).toEqual({ code, words: '谢谢您跑这一趟' })
})

it.each([
  [
    'a usual word',
    () => fireEvent.click(screen.getByRole('radio', { name: '有您在，心里踏实' })),
    '有您在，心里踏实',
  ],
  [
    'own words',
    () => fireEvent.change(screen.getByLabelText('自己说一句'), { target: { value: ' 药拿到了 ' } }),
    '药拿到了',
  ],
] as const)('says %s', async (_, choose, words) => {
  render(<Thanks />)
  await screen.findByText('给王奶奶送药')
  choose()
  tap('说声谢谢')
  await screen.findByText('谢谢带到了')
  expect(thanks()[0]?.input).toEqual({ code, words })
})

it('asks for nothing until ten digits are typed, however they are written', async () => {
  params = {}
  render(<Thanks />)
  type('123 456')
  expect(sent).toEqual([])
  type('123 456 7890')
  await screen.findByText('给王奶奶送药')
  expect(sent.map(({ input }) => input)).toEqual([{ code }])
})

it('says that a code is wrong, and takes another', async () => {
  answers['task.thanked'] = refuse('THANKS_WRONG')
  render(<Thanks />)
  await screen.findByText('没认出这个码')
  expect(thanks()).toEqual([])
  answers['task.thanked'] = () => task
  type('0987654321')
  await screen.findByText('给王奶奶送药')
})

it('thanks nobody twice', async () => {
  answers['task.thanked'] = () => ({ ...task, given: true })
  render(<Thanks />)
  await screen.findByText('已经谢过了')
  expect(screen.queryByRole('button', { name: '说声谢谢' })).toBeNull()
})

it('says so when somebody was faster', async () => {
  answers['task.thank'] = refuse('THANKS_GIVEN')
  render(<Thanks />)
  await screen.findByText('给王奶奶送药')
  tap('说声谢谢')
  await screen.findByRole('dialog', { name: '已经谢过了，收到了' })
})

it('counts once when the signal was lost and it is tried again', async () => {
  answers['task.thank'] = refuse('OFFLINE')
  render(<Thanks />)
  await screen.findByText('给王奶奶送药')
  tap('说声谢谢')
  await screen.findByText('再试一次')
  answers['task.thank'] = () => ({})
  tap('再试一次')
  await screen.findByText('谢谢带到了')
  await waitFor(() => expect(thanks()).toHaveLength(2))
  expect(thanks()[1]?.requestId).toBe(thanks()[0]?.requestId)
})

it('does not send more than can be read', async () => {
  render(<Thanks />)
  await screen.findByText('给王奶奶送药')
  fireEvent.change(screen.getByLabelText('自己说一句'), { target: { value: '谢'.repeat(101) } })
  tap('说声谢谢')
  expect(screen.getByText('短一点，100 个字以内')).toBeTruthy()
  expect(thanks()).toEqual([])
})
