// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { TaskView } from '../../../domain/contract'
import type { Proof } from '../../../domain/task/kinds'
import { TaskFoot } from './TaskFoot'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
afterEach(cleanup)

const organisation = { id: 'c', name: '凯旋社区', kind: 'community', area: 'c', ancestors: [] } as const
const hat = { id: 'h', role: 'gridWorker', title: '网格员', organisation } as const

const view = (proof: Proof[]): TaskView => ({
  id: 't',
  title: '守一天路口',
  kind: 'report',
  state: 'running',
  organisation: { id: 'c', name: '凯旋社区' },
  from: 0,
  to: 1,
  places: 1,
  left: 0,
  points: 2,
  muster: false,
  version: 1,
  words: '',
  tags: [],
  radius: 200,
  repeat: 'none',
  proof,
  memberDays: 0,
  publishedBy: '网格员',
  hasBeneficiary: false,
  waiting: 0,
  place: { name: '北站路' },
  claims: [],
  may: { organise: true, verify: true },
})

it.each<[Proof[], boolean]>([
  [['code'], true],
  // Whose phone gives no position shows up by the code, or is registered on its page.
  [['place', 'photo'], true],
  [['photo'], false],
])('whoever organises it shows the code where one must be there: %j', (proof, shows) => {
  render(<TaskFoot task={view(proof)} hat={hat} onCancel={() => {}} />)
  expect(screen.queryByRole('button', { name: '亮码签到' }) !== null).toBe(shows)
})
