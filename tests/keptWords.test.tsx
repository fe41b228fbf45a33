// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Envelope } from '../src/call/door'
import { Refused } from '../src/call/refused'
import { forgetAll } from './support/taro'
import { taskView } from './support/taskView'

vi.mock('@tarojs/taro', () => import('./support/taro'))
vi.mock('@tarojs/components', () => import('./support/taroComponents'))
const sent: Envelope[] = []
let lost = true
vi.mock('../src/call/call', async () => {
  const { makeCall, newAttempt } = await import('../src/call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      if (!envelope.requestId) return { ok: true, data: { rows: [] } }
      sent.push(envelope)
      if (lost) throw new Refused('OFFLINE')
      return { ok: true, data: { id: '1', decided: [] } }
    }),
  }
})
const { WhySheet } = await import('../src/admin/WhySheet')
const { EndSheet } = await import('../src/admin/people/EndSheet')
const { Posts } = await import('../src/account/data/Posts')
const { ObjectSheet } = await import('../src/points/honour/ObjectSheet')
const { AppealSheet } = await import('../src/points/review/AppealSheet')
const { RejectSheet } = await import('../src/work/approvals/RejectSheet')
const { HonourSheet } = await import('../src/work/honours/HonourSheet')
const { NominateSheet } = await import('../src/work/honours/NominateSheet')
const { DecisionSheet } = await import('../src/work/meeting/DecisionSheet')
const { ProgressSheet } = await import('../src/work/project/ProgressSheet')
const { JudgeSheet } = await import('../src/work/reviews/JudgeSheet')
const { CancelSheet } = await import('../src/work/task/CancelSheet')
const { ExceptionSheet } = await import('../src/work/verify/ExceptionSheet')
const { keepDraft } = await import('../src/call/draft')

type Props<C> = C extends (props: infer P) => unknown ? P : never
const closed = vi.fn()
const done = vi.fn()
const page = { hat: 'h', onClose: closed, onDone: done, onRefused: vi.fn() }
beforeEach(() => {
  forgetAll()
  sent.length = 0
  lost = true
  vi.clearAllMocks()
})
afterEach(cleanup)

// Of what a sheet is shown, only what it reads.
const part = <T,>(what: object) => what as T
const organisation = { id: 'c', name: '巢湖社区' }

/** A sheet, the field in which one writes, and the button that sends it. */
const sheets: [string, () => ReactElement, label: string, button: string][] = [
  ['我有话说', () => <ObjectSheet {...page} id="1" />, '哪里不对', '说给定的人听'],
  ['申诉', () => <AppealSheet {...page} id="1" />, '怎么回事', '交上去'],
  ['不批', () => <RejectSheet {...page} ids={['a', 'b']} />, '原因', '不批，分退回去'],
  [
    '为什么改',
    () => (
      <WhySheet
        {...page}
        action="settings.publish"
        input={(words) => ({ version: 1, numbers: {}, categoriesOff: [], words })}
        lines={[]}
        example=""
        limit={100}
        done=""
      />
    ),
    '为什么改',
    '定了',
  ],
  ['取消', () => <CancelSheet {...page} task={taskView({ waiting: 0 })} />, '为什么取消', '取消任务'],
  [
    '结束任职',
    () => (
      <EndSheet
        {...page}
        rows={part<Props<typeof EndSheet>['rows']>([{ personId: 'p', appointmentId: 'a', title: '网格员' }])}
      />
    ),
    '为什么结束',
    '结束任职',
  ],
  [
    '不发',
    () => (
      <JudgeSheet
        {...page}
        pays={false}
        row={part<Props<typeof JudgeSheet>['row']>({ id: '1', version: 2, points: 5, flags: [] })}
      />
    ),
    '为什么不发',
    '不发这 5 分',
  ],
  [
    '荣誉',
    () => (
      <HonourSheet
        {...page}
        now={1}
        honour={part<Props<typeof HonourSheet>['honour']>({
          id: '1',
          kind: 'finestRider',
          state: 'proposed',
          facts: { points: 1, solved: 0 },
          objections: [],
          log: [],
        })}
      />
    ),
    '说明',
    '不同意',
  ],
  [
    '定了什么',
    () => (
      <DecisionSheet
        {...page}
        meeting={part<Props<typeof DecisionSheet>['meeting']>({ id: 'm', organisation, participants: [] })}
        item={part<Props<typeof DecisionSheet>['item']>({ id: 'i', title: '北门', decision: null })}
      />
    ),
    '定了什么',
    '记上',
  ],
  [
    '写进展',
    () => (
      <ProgressSheet
        {...page}
        project={part<Props<typeof ProgressSheet>['project']>({
          id: '1',
          version: 2,
          progress: '',
          milestones: [],
        })}
      />
    ),
    '治到哪一步了',
    '写上，大家看得到',
  ],
]
const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label, { selector: 'textarea' })
const tap = (button: string) => fireEvent.click(screen.getByRole('button', { name: button }))

it.each(sheets)('%s: closes when it is done, and loses no word before', async (_, show, label, button) => {
  render(show())
  fireEvent.change(field(label), { target: { value: '说清楚' } })
  tap(button)
  await screen.findByText(/没信号|没连上|信号/)
  expect([closed.mock.calls, done.mock.calls]).toEqual([[], []])
  cleanup()
  render(show())
  expect(field(label).value).toBe('说清楚')
  lost = false
  tap(button)
  await waitFor(() => expect(done).toHaveBeenCalledTimes(1))
  expect(JSON.stringify(sent[1]?.input)).toContain('说清楚')
  expect(sent[1]?.input).toEqual(sent[0]?.input)
  cleanup()
  render(show())
  expect(field(label).value).toBe('')
})

it('辞去: keeps why', () => {
  const posts = () =>
    render(
      <Posts
        me={part<Props<typeof Posts>['me']>({
          personId: 'p',
          hats: [{ id: 'a', title: '网格员', organisation }],
        })}
        onDone={done}
      />,
    )
  posts()
  fireEvent.click(screen.getByText('辞去'))
  fireEvent.change(field('为什么辞去'), { target: { value: '要回老家了' } })
  cleanup()
  posts()
  fireEvent.click(screen.getByText('辞去'))
  expect(field('为什么辞去').value).toBe('要回老家了')
})

it('验收: keeps why one did not pass, until it is decided', () => {
  const exception = () =>
    render(
      <ExceptionSheet
        work={part<Props<typeof ExceptionSheet>['work']>({ id: 'w', name: '小蜂' })}
        onClose={closed}
        onDecide={done}
      />,
    )
  exception()
  fireEvent.change(field('为什么没通过'), { target: { value: '没扫完' } })
  cleanup()
  exception()
  tap('没通过')
  expect(done).toHaveBeenCalledWith({ is: 'rejected', words: '没扫完' })
  cleanup()
  exception()
  expect(field('为什么没通过').value).toBe('')
})

it('提名: keeps whom and why, and nominates once', async () => {
  keepDraft('honour.nominate h', {
    kind: 'finestRider',
    chosen: { personId: 'p', name: '小蜂', points: 3, solved: 1 },
    words: '都盯到办完',
  })
  for (const _ of [1, 2]) {
    render(<NominateSheet {...page} />)
    tap('提名小蜂')
    await screen.findByText(/没信号|没连上|信号/)
    cleanup()
  }
  expect(sent[0]?.input).toEqual({ kind: 'finestRider', personId: 'p', reason: '都盯到办完' })
  expect(sent[1]).toEqual(sent[0])
})
