// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NoticeView } from '../../domain/contract'
import { appealView } from '../../tests/support/appealView'
import { asked, forgetAll } from '../../tests/support/taro'
import type { Envelope } from '../call/door'
import { Refused } from '../call/refused'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../tests/support/taroComponents'))
let answers: Partial<Record<string, (input: unknown) => unknown>>
const sent: Envelope[] = []
vi.mock('../call/call', async () => {
  const { makeCall, newAttempt } = await import('../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      return { ok: true, data: answers[envelope.action]?.(envelope.input) ?? {} }
    }),
  }
})
const { default: Inbox } = await import('./index')

const item = (change: Partial<NoticeView> = {}): NoticeView => ({
  id: '1',
  at: Date.now() - 60_000,
  head: '办完了，等您一句话',
  sentence: '「北门晚上九点就锁」：小门开到 23:00。',
  about: { id: 'a', as: 'person' },
  read: false,
  asks: true,
  ...change,
})
const show = (...rows: NoticeView[]) => {
  answers['notice.list'] = () => ({ rows })
  render(<Inbox />)
}
const actions = () => sent.map(({ action }) => action)
beforeEach(() => {
  forgetAll()
  sent.length = 0
  answers = {
    'notice.reminders': () => ({ left: { progress: 2 } }),
    'appeal.view': () => appealView({ id: 'a', state: 'resolved', version: 4 }),
    'appeal.confirm': () => ({ id: 'a', state: 'closed', version: 5 }),
  }
})
afterEach(cleanup)

describe('the list', () => {
  it('says that there is nothing yet, and marks nothing', async () => {
    show()
    await screen.findByText('还没有消息')
    expect(actions()).toEqual(['notice.list', 'notice.reminders'])
  })
  it('says how many messages WeChat may still send', async () => {
    show()
    await screen.findByText('诉求进展 2 条，任务提醒 0 条，积分和兑换 0 条')
  })
  it('marks as read up to the newest, and keeps showing what was new', async () => {
    const newest = item()
    show(newest, item({ id: '2', at: 5, asks: false, read: true }))
    await screen.findByText('没看过')
    await waitFor(() => expect(actions()).toContain('notice.read'))
    expect(sent.find(({ action }) => action === 'notice.read')?.input).toEqual({ until: newest.at })
    expect(screen.getAllByText('没看过')).toHaveLength(1)
  })
  it.each([
    ['person', '/appeal/detail/index?id=a'],
    ['staff', '/work/detail/index?id=a'],
    ['passerBy', '/appeal/seen/index?id=a'],
  ] as const)('opens the appeal as %s', async (as, url) => {
    show(item({ about: { id: 'a', as }, asks: false, head: '有人接了' }))
    fireEvent.click(await screen.findByText('有人接了'))
    expect(asked.navigatedTo).toEqual([url])
  })
  it('says so without a signal', async () => {
    answers['notice.list'] = () => {
      throw new Refused('OFFLINE')
    }
    render(<Inbox />)
    await screen.findByText('没连上，不是您的问题')
  })
})

describe('one tap', () => {
  it('满意 looks at the newest and says it; then nothing is asked any more', async () => {
    show(item())
    fireEvent.click(await screen.findByText('满意'))
    await waitFor(() => expect(asked.toasts).toEqual(['谢谢您说一声，这件办完了']))
    expect(sent.find(({ action }) => action === 'appeal.confirm')?.input).toEqual({
      id: 'a',
      version: 4,
      answer: 'satisfied',
    })
    expect(screen.queryByText('满意')).toBeNull()
  })
  it('says kindly that it is over', async () => {
    answers['appeal.view'] = () => appealView({ id: 'a', state: 'closed' })
    show(item())
    fireEvent.click(await screen.findByText('满意'))
    await waitFor(() => expect(asked.toasts).toEqual(['这件已经不用再说了，谢谢您']))
    expect(actions()).not.toContain('appeal.confirm')
    expect(screen.queryByText('满意')).toBeNull()
  })
  it('不满意 asks for words first', async () => {
    show(item())
    fireEvent.click(await screen.findByText('不满意'))
    await screen.findByText('哪里还没办好？')
    fireEvent.click(screen.getByText('不满意，接着办'))
    await waitFor(() => expect(asked.toasts).toEqual(['知道了，接着办']))
    expect(screen.queryByText('满意')).toBeNull()
  })
  it('is not lost with the signal: the buttons stay, and the sheet tries again', async () => {
    show(item())
    answers['appeal.confirm'] = () => {
      throw new Refused('OFFLINE')
    }
    fireEvent.click(await screen.findByText('部分'))
    await screen.findByText('再试一次')
    answers['appeal.confirm'] = () => ({ id: 'a', state: 'closed', version: 5 })
    fireEvent.click(screen.getByText('再试一次'))
    await waitFor(() => expect(asked.toasts).toEqual(['记下了，谢谢您说一声']))
    const tries = sent.filter(({ action }) => action === 'appeal.confirm')
    expect(new Set(tries.map(({ requestId }) => requestId)).size).toBe(1)
  })
})
