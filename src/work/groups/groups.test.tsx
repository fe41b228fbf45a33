// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HatView } from '../../../domain/contract'
import { asked, forgetAll } from '../../../tests/support/taro'
import type { Envelope } from '../../call/door'
import { Refused } from '../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
let fromGroup: boolean
vi.mock('../../call/group', () => ({ cameFromGroup: () => fromGroup }))
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
const { default: Groups } = await import('./index')

const organisation = { id: 'c', name: '凯旋社区', kind: 'community' } as const
const hat = (role: HatView['role']): HatView => ({ id: `${role}-c`, role, title: role, organisation })
const group = { id: 'g', name: '北站骑手群', at: Date.now(), tasks: 3, claims: 7, first: 4 * 60_000 }
const writes = (action: string) => sent.filter((envelope) => envelope.action === action)
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const wear = (role: HatView['role']) => {
  answers['person.me'] = () => ({ personId: 'p', hats: [hat(role)] })
}

beforeEach(() => {
  forgetAll()
  sent.length = 0
  fromGroup = false
  answers = { 'group.list': () => ({ rows: [group] }), 'group.here': () => ({ group: null, known: true }) }
  wear('gridWorker')
})
afterEach(cleanup)

describe('the groups', () => {
  it('says what was taken and how fast', async () => {
    render(<Groups />)
    await screen.findByText('北站骑手群')
    for (const words of ['领过 3 个任务，7 个名额', '一般 4 分钟就有人领', '今天绑的'])
      expect(screen.getByText(words)).toBeTruthy()
  })
  it('says how to bind one, and asks WeChat nothing outside of a group', async () => {
    answers['group.list'] = () => ({ rows: [] })
    render(<Groups />)
    await screen.findByText('还没有绑群')
    expect(screen.getByText('怎么绑一个群')).toBeTruthy()
    expect(writes('group.here')).toEqual([])
  })
  it('says so without a signal', async () => {
    answers['group.list'] = () => {
      throw new Refused('OFFLINE')
    }
    render(<Groups />)
    await screen.findByText('没连上，不是您的问题')
  })
})

describe('unbinding', () => {
  it('asks first, then does it and reads again', async () => {
    render(<Groups />)
    fireEvent.click(await screen.findByText('解开'))
    expect(writes('group.unbind')).toEqual([])
    answers['group.list'] = () => ({ rows: [] })
    tap('解开这个群')
    await screen.findByText('还没有绑群')
    expect(writes('group.unbind')[0]?.input).toEqual({ id: 'g' })
    expect(asked.toasts).toEqual(['解开了'])
  })
  it('keeps it', async () => {
    render(<Groups />)
    fireEvent.click(await screen.findByText('解开'))
    tap('还是留着')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(writes('group.unbind')).toEqual([])
  })
  it('is not offered to those who may not', async () => {
    wear('messenger')
    render(<Groups />)
    await screen.findByText('北站骑手群')
    expect(screen.queryByText('解开')).toBeNull()
  })
})

describe('opened from a group', () => {
  const write = (value: string) => fireEvent.change(screen.getByLabelText('群叫什么'), { target: { value } })
  beforeEach(() => {
    fromGroup = true
  })
  it('binds it under the name that was typed', async () => {
    render(<Groups />)
    await screen.findByText('把这个群绑到凯旋社区')
    tap('绑到凯旋社区')
    expect(writes('group.bind')).toEqual([])
    write(' 北站骑手群 ')
    answers['group.here'] = () => ({ group: { name: '北站骑手群', organisation }, known: true })
    tap('绑到凯旋社区')
    await waitFor(() => expect(asked.toasts).toEqual(['绑好了']))
    expect(writes('group.bind')[0]?.input).toEqual({ name: '北站骑手群' })
    await waitFor(() => expect(screen.queryByText('把这个群绑到凯旋社区')).toBeNull())
  })
  it('says why not, keeps what was typed, and counts once when tried again', async () => {
    answers['group.bind'] = () => {
      throw new Refused('OFFLINE')
    }
    render(<Groups />)
    await screen.findByText('把这个群绑到凯旋社区')
    write('北站骑手群')
    tap('绑到凯旋社区')
    await screen.findByText(new Refused('OFFLINE').message)
    answers['group.bind'] = () => ({ name: '北站骑手群' })
    tap('绑到凯旋社区')
    await waitFor(() => expect(asked.toasts).toEqual(['绑好了']))
    const [first, again] = writes('group.bind')
    expect(again?.requestId).toBe(first?.requestId)
  })
  it('says to whom it is bound already', async () => {
    const other = { id: 'd', name: '团结社区' }
    answers['group.here'] = () => ({ group: { name: '团结骑手群', organisation: other }, known: true })
    render(<Groups />)
    await screen.findByText('团结骑手群绑在团结社区')
    expect(screen.queryByLabelText('群叫什么')).toBeNull()
  })
  it('says how to bind one when WeChat did not say which group', async () => {
    answers['group.here'] = () => ({ group: null, known: false })
    render(<Groups />)
    await screen.findByText('怎么绑一个群')
    expect(screen.queryByLabelText('群叫什么')).toBeNull()
  })
})
