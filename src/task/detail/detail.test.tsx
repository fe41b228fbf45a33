// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TaskView } from '../../../domain/contract'
import type { RefusalCode } from '../../../domain/errors'
import { hour } from '../../../tests/support/exampleTask'
import { asked, forgetAll } from '../../../tests/support/taro'
import { taskView } from '../../../tests/support/taskView'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
let view: TaskView
let answers: Partial<Record<string, () => unknown>>
const sent: Envelope[] = []
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      if (envelope.action === 'task.view') return { ok: true, data: view }
      sent.push(envelope)
      return { ok: true, data: answers[envelope.action]?.() ?? {} }
    }),
  }
})
const { default: TaskDetail } = await import('./index')

const start = Date.now() + 5 * hour
const claim = (state: 'held' | 'claimed', change: object = {}) => ({
  claim: {
    id: 'c',
    name: '小蜂',
    state,
    at: start - 9 * hour,
    mine: true,
    releasableUntil: start - 2 * hour,
    ...change,
  },
})
const show = async (change: Partial<TaskView> = {}) => {
  view = taskView({ from: start, to: start + hour, ...change })
  render(<TaskDetail />)
  await screen.findByText(view.title)
}
const tap = (text: string) => fireEvent.click(screen.getAllByText(text)[0] as HTMLElement)
const refuses = (code: RefusalCode) => () => {
  throw new Refused(code)
}
beforeEach(() => {
  forgetAll()
  sent.length = 0
  answers = {}
})
afterEach(cleanup)

describe('one tap', () => {
  it('has it, and says when', async () => {
    answers['task.claim'] = () => {
      view = { ...view, ...claim('claimed') }
      return { id: 't1', claimId: 'c', state: 'claimed' }
    }
    await show()
    tap('认领一个名额')
    await screen.findByText('已认领')
    expect(asked.toasts[0]).toMatch(/^领到了，.* 见$/)
  })
  it('is too late: says so, and the waiting list is one tap away', async () => {
    answers['task.claim'] = refuses('TASK_FULL')
    answers['task.wait'] = () => {
      view = { ...view, left: 0, queue: { position: 2 } }
      return { id: 't1', position: 2 }
    }
    await show()
    tap('认领一个名额')
    await screen.findByText('名额刚被领完，没领到')
    tap('排上候补')
    await screen.findByText('您排第 2 位，空出来给您留 15 分钟')
    expect(asked.toasts).toEqual(['排在第 2 位，空出来就告诉您'])
  })
  it('takes the place that has come free when they wanted to wait', async () => {
    answers['task.wait'] = refuses('TASK_STALE')
    await show({ left: 0, state: 'full' })
    tap('排上候补')
    await waitFor(() => expect(sent.map(({ action }) => action)).toEqual(['task.wait', 'task.claim']))
  })
  it('whose reply was lost counts once', async () => {
    answers['task.claim'] = refuses('OFFLINE')
    await show()
    tap('认领一个名额')
    await screen.findByText('再试一次')
    answers['task.claim'] = () => ({ id: 't1', claimId: 'c', state: 'claimed' })
    tap('再试一次')
    await waitFor(() => expect(asked.toasts).toHaveLength(1))
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
  })
  it('holds it for who has not registered, who goes there and is led to the very community', async () => {
    await show(claim('held', { until: Date.now() + 600_000 }))
    tap('去报到，名额就是您的')
    expect(asked.navigatedTo).toEqual([`/account/register/index?community=${view.organisation.id}`])
  })
})

describe('giving it back', () => {
  it.each([
    ['in time', start, '现在退不影响您，名额给下一位。'],
    ['late', Date.now() + hour, '离开始不到 2 小时，这会儿退记一回没来。记满 3 回，要歇 14 天。'],
  ])('%s says what it costs', async (_, from, words) => {
    await show({ from, to: from + hour, ...claim('claimed', { releasableUntil: from - 2 * hour }) })
    tap('退掉')
    await screen.findByText(words)
    expect(sent).toEqual([])
  })
})

describe('what it says', () => {
  it('who of the group has it, and whether one rides then', async () => {
    await show({ ofGroup: 2, whileRiding: true })
    screen.getByText('一共 5 个。这个群里已有 2 人认领')
    screen.getByText('在您的跑单时段里，看看忙得开吗')
  })
  it('why it did not pass', async () => {
    const at = Date.now() - hour
    await show({
      state: 'finished',
      claim: {
        id: 'c',
        name: '小蜂',
        state: 'rejected',
        at,
        mine: true,
        verdict: { at, by: '凯旋社区 · 网格员', accepted: false, words: '照片不是这个台阶' },
      },
    })
    screen.getByText('没通过，是这样')
    screen.getByText('照片不是这个台阶')
  })
})
