// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { AppealView, TimelineStep } from '../../../domain/contract'
import { appealView } from '../../../tests/support/appealView'
import { asked, forgetAll } from '../../../tests/support/taro'
import { Standing } from './Standing'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
afterEach(cleanup)

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const situation = (change: Partial<AppealView['situation']>) => ({ ...appealView().situation, ...change })
const step = (change: Partial<TimelineStep>): TimelineStep => ({
  sequence: 1,
  action: 'gather',
  to: 'dispatched',
  at: now,
  actor: '凯旋社区 · 书记',
  words: '',
  photos: [],
  internal: true,
  ...change,
})
const first = { id: 'first', number: '1203-000001' }
const second = { id: 'second', number: '1203-000002' }

function lines(change: Partial<AppealView>): string[] {
  const { container } = render(<Standing view={appealView(change)} now={now} />)
  return [...container.querySelectorAll('.standing-line')].map(({ textContent }) => textContent ?? '')
}

it.each<[string, Partial<AppealView>, string[]]>([
  ['nothing beside its state', {}, []],
  ['who is named', { named: { title: '2 号网格', me: false } }, ['请2 号网格来接']],
  ['me', { named: { title: '2 号网格', me: true } }, ['派给您的']],
  ['who is to place it', { state: 'submitted', named: { title: '专员', me: false } }, ['请专员来派']],
  ['nobody any more once it is taken', { state: 'accepted', named: { title: '专员', me: false } }, []],
  [
    'until when it waits',
    { state: 'suspended', suspendedUntil: at('2025-12-08T08:30') },
    ['挂起到12月8日 周一，办结时限停着'],
  ],
  [
    'that it could not be solved, and how often its person was not reached',
    {
      state: 'resolved',
      resolvedAt: at('2025-12-03T16:00'),
      unsolved: true,
      situation: situation({ followUps: 2 }),
    },
    ['昨天 16:00 解单，说办不了', '回访过 2 次，都没联系上'],
  ],
  [
    'who helps',
    {
      state: 'accepted',
      situation: situation({
        assistants: [
          { id: 'a', name: '巢湖社区', why: 'asked', state: 'open' },
          { id: 'b', name: '依云社区', why: 'escalated', state: 'open' },
          { id: 'c', name: '城管局', why: 'asked', state: 'finished' },
        ],
      }),
    },
    ['巢湖社区 · 请来协办，还没办完', '依云社区 · 升级前的单位，在协助', '城管局 · 协办的办完了'],
  ],
  [
    'who saw it too, and how it came',
    { supporters: 3, channel: 'hotline' },
    ['还有 3 个人也看到了', '打热线电话来的'],
  ],
  [
    'what goes along with it, without what was split off',
    {
      timeline: [
        step({ sequence: 4, action: 'letGo', other: first }),
        step({ sequence: 3, other: second }),
        step({ sequence: 2, other: first }),
      ],
    },
    ['1203-000002 并在这里'],
  ],
])('says %s', (_, change, expected) => expect(lines(change)).toEqual(expected))

it('opens the one that it was merged into', () => {
  forgetAll()
  expect(lines({ state: 'merged', parent: first })).toEqual(['并在 1203-000001 里一起办'])
  fireEvent.click(screen.getByText(/1203-000001/))
  expect(asked.navigatedTo).toEqual(['/work/detail/index?id=first'])
})
