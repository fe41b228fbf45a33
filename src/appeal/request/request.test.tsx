// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { limits } from '../../../domain/appeal/limits'
import { asked, forgetAll, storage } from '../../../tests/support/taro'
import type { Letter } from '../../call/outbox'
import type { Refused as RefusedType } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))

const place = { id: '210103014001', name: '凯旋社区', kind: 'community', location: '沈河区 · 北站街道' }
const sent = {
  id: 'a1',
  number: '1204-000001',
  state: 'dispatched',
  version: 1,
  organisation: { id: place.id, name: place.name },
  dispatch: { ruleId: 'community', ruleNumber: 8, ruleVersion: 1, reason: '小区进门的事，归所在的社区。' },
  acceptBy: Date.now() + 3_600_000,
}

type Answer = { ok: true; data: unknown } | RefusedType
let answers: Answer[]
let submitted: { input: Record<string, unknown>; requestId: string }[]

vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    onSignal: () => () => {},
    isOnline: () => true,
    uploadFile: async () => 'cloud://env/photos/p/x.jpg',
    call: makeCall(async ({ action, input, requestId }) => {
      if (action === 'person.me') return { ok: true, data: { personId: 'p', trade: 'delivery', hats: [] } }
      if (action !== 'appeal.submit') return { ok: true, data: { places: [place] } }
      submitted.push({ input: input as Record<string, unknown>, requestId: requestId ?? '' })
      const answer = answers.shift()
      if (answer && 'code' in answer) throw answer
      return answer
    }),
  }
})

const { Refused } = await import('../../call/refused')
const { default: RequestForm } = await import('./index')
const { forgetOutbox, post, wakeOutbox } = await import('../../call/outbox')
const { lastSeen } = await import('../../call/seen')

const letter = {
  kind: 'request',
  text: '',
  photos: [],
  category: 'other',
  place: { ...place, kind: 'community' },
  trade: 'delivery',
  identity: 'shielded',
  urgent: false,
} as const satisfies Partial<Letter>

beforeEach(() => {
  forgetOutbox()
  forgetAll()
  answers = []
  submitted = []
  storage.set('places', [place])
})
afterEach(cleanup)

async function open() {
  render(<RequestForm />)
  await waitFor(() => expect(lastSeen('person.me', {})).toBeDefined())
}
const words = () => screen.getByLabelText<HTMLTextAreaElement>('是什么事')
const write = (value: string) => fireEvent.change(words(), { target: { value } })
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('chooses the category from the words, and lets it be changed', async () => {
  await open()
  write('小区北门不让进')
  expect(screen.getByRole('radio', { name: '小区进门' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByText('按您说的先选了一个')).toBeTruthy()
  expect(screen.getByText(/因为您说了/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '都不是' }))
  fireEvent.click(screen.getByRole('radio', { name: '停车' }))
  expect(screen.getByRole('radio', { name: '停车' }).getAttribute('aria-checked')).toBe('true')
  answers = [{ ok: true, data: sent }]
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  expect(submitted[0]?.input).toMatchObject({ category: 'parking', area: place.id, identity: 'shielded' })
})

it('says where it went, why, and its number', async () => {
  await open()
  write('小区北门不让进')
  answers = [{ ok: true, data: sent }]
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  expect(screen.getByText('小区进门的事，归所在的社区。')).toBeTruthy()
  expect(document.body.textContent).toContain('编号 1204-000001')
  tap('看进展')
  expect(asked.navigatedTo).toEqual(['/appeal/detail/index?id=a1'])
})

it('keeps what was typed over closing the app, until the function has it', async () => {
  await open()
  write('写到一半')
  cleanup()
  await open()
  expect(words().value).toBe('写到一半')
  answers = [{ ok: true, data: sent }]
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  cleanup()
  await open()
  expect(words().value).toBe('')
})

it('waits on the phone without a signal, and is sent by itself under the same attempt', async () => {
  await open()
  write('路灯坏了')
  answers = [new Refused('OFFLINE')]
  tap('提交')
  await screen.findByText('有信号自己发，只发一次，不用守着')
  cleanup()
  await open()
  expect(words().value).toBe('')
  answers = [{ ok: true, data: sent }]
  wakeOutbox()
  await waitFor(() => expect(submitted).toHaveLength(2))
  expect(submitted[1]).toEqual(submitted[0])
})

it('sends a second one while the first waits', async () => {
  await open()
  write('路灯坏了')
  answers = [new Refused('OFFLINE')]
  tap('提交')
  await screen.findByText('有信号自己发，只发一次，不用守着')
  cleanup()
  await open()
  write('井盖没了')
  tap('提交')
  await screen.findByText('有信号自己发，只发一次，不用守着')
  answers = [
    { ok: true, data: sent },
    { ok: true, data: { ...sent, id: 'a2' } },
  ]
  wakeOutbox()
  await waitFor(() => expect(submitted).toHaveLength(3))
  expect(submitted.map(({ input }) => input.text)).toEqual(['路灯坏了', '路灯坏了', '井盖没了'])
})

it('takes changed words for another wish, unchanged ones for the same', async () => {
  await open()
  write('路灯坏了')
  answers = [new Refused('AREA_NOT_FOUND'), new Refused('AREA_NOT_FOUND'), { ok: true, data: sent }]
  tap('提交')
  await screen.findByText('没找到这个社区')
  tap('先不用了')
  tap('提交')
  await waitFor(() => expect(submitted).toHaveLength(2))
  await screen.findByText('没找到这个社区')
  write('路灯坏了两个')
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  expect(submitted[1]?.requestId).toBe(submitted[0]?.requestId)
  expect(submitted[2]?.requestId).not.toBe(submitted[0]?.requestId)
})

it('says so when too many wait, and keeps the words in the form', async () => {
  answers = [new Refused('OFFLINE')]
  for (let index = 0; index < limits.waiting; index += 1)
    post({ ...letter, photos: [], text: `第 ${index} 件` }, `request-${index}`)
  await open()
  write('再来一件')
  tap('提交')
  await screen.findByText(/待发的有 20 件了/)
  expect(words().value).toBe('再来一件')
})

it('loses nothing when it is refused, and says what to do', async () => {
  await open()
  write('<b>不要加粗</b>')
  answers = [new Refused('AREA_NOT_FOUND')]
  tap('提交')
  await screen.findByText('没找到这个社区')
  expect(words().value).toBe('<b>不要加粗</b>')
  tap('重新选社区')
  await screen.findByText('在哪个社区')
})

it('does not go to the cloud with nothing, or with too much', async () => {
  await open()
  tap('提交')
  await screen.findByText('还没说是什么事')
  tap('知道了')
  write('字'.repeat(5001))
  tap('提交')
  await screen.findByText('写得有点长')
  expect(submitted).toEqual([])
})

it('offers to treat danger as urgent, and never does it by itself', async () => {
  await open()
  write('楼道里冒烟了')
  expect(screen.getByText('有人正有危险吗？')).toBeTruthy()
  answers = [{ ok: true, data: sent }]
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  expect(submitted[0]?.input).toMatchObject({ urgency: 'normal' })
})

it('is urgent with one tap, and can be left', async () => {
  await open()
  write('楼道里冒烟了')
  tap('按紧急办')
  expect(screen.queryByText('有人正有危险吗？')).toBeNull()
  answers = [{ ok: true, data: sent }]
  tap('提交')
  await screen.findByText('已经派给凯旋社区')
  expect(submitted[0]?.input).toMatchObject({ urgency: 'urgent' })
})

it('asks no more about danger that was said to be none, until other words say so', async () => {
  await open()
  write('楼道里冒烟了')
  tap('不急')
  expect(screen.queryByText('有人正有危险吗？')).toBeNull()
  write('楼道里冒烟了 有人晕倒了')
  expect(screen.queryByText('有人正有危险吗？')).toBeNull()
  write('有人晕倒了')
  expect(screen.getByText('有人正有危险吗？')).toBeTruthy()
})

it('covers personal numbers with one tap, or leaves them', async () => {
  await open()
  write('辽a 1 2 3 4 5 堵门，打13800138000')
  expect(screen.getByText('写了车牌、电话号码，要盖住吗？')).toBeTruthy()
  tap('盖住')
  expect(words().value).toBe('辽a**** 堵门，打138****')
  write('打13900139000')
  tap('留着')
  expect(words().value).toBe('打13900139000')
  expect(screen.queryByText(/要盖住吗/)).toBeNull()
})

it('learns what administrators added, also for the next time without a signal', async () => {
  storage.set('suggestions', { version: 3, added: [{ category: 'housing', text: '蜂巢小院啥时候能轮上' }] })
  await open()
  write('蜂巢小院')
  expect(screen.getByRole('radio', { name: '住房' }).getAttribute('aria-checked')).toBe('true')
})

it('suggests nothing for what says nothing', async () => {
  await open()
  write('1234 !!')
  expect(screen.getByText('自己选一类')).toBeTruthy()
})
