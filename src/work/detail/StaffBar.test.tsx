// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { AppealState } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import type { Role } from '../../../domain/people/roles'
import type { Relation } from '../../../domain/permission'
import { appealView } from '../../../tests/support/appealView'
import { StaffBar } from './StaffBar'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))

const community = { id: '210103014001', name: '凯旋社区' }
const hat = (role: Role): HatView => ({
  id: `${role}-1`,
  role,
  title: role,
  organisation: { ...community, kind: 'community' },
})
const view = (change: Partial<AppealView>): AppealView =>
  appealView({
    organisation: community,
    placeName: '凯旋社区',
    relations: ['organisation'],
    catchAll: { id: 'n', name: '沈河区两新工委' },
    responsible: '网格员',
    ...change,
  })

function show(change: Partial<AppealView>, role: Role) {
  const nothing = () => undefined
  render(
    <StaffBar
      view={view(change)}
      hat={hat(role)}
      now={1}
      onDone={nothing}
      onHandedOver={nothing}
      onRefused={nothing}
    />,
  )
  return screen
    .queryAllByRole('button')
    .map((button) => `${button.textContent}${button.getAttribute('aria-disabled') ? ' 锁' : ''}`)
}
afterEach(cleanup)

const mine: Relation[] = ['organisation', 'responsible']
const ours: Relation[] = ['organisation']

it.each<[AppealState, Role, Relation[], string[]]>([
  ['dispatched', 'gridWorker', ours, ['退单', '接单']],
  ['dispatched', 'secretary', ours, ['派单', '退单', '接单']],
  ['dispatched', 'dispatcher', ours, ['派单']],
  ['dispatched', 'supervisor', ['below'], ['派单']],
  ['dispatched', 'clerk', ours, []],
  ['submitted', 'gridWorker', ours, []],
  ['submitted', 'supervisor', ours, ['派单']],
  ['accepted', 'gridWorker', mine, ['跟进', '退单', '解单']],
  ['accepted', 'gridWorker', ours, []],
  ['accepted', 'secretary', ours, []],
  ['resolved', 'gridWorker', mine, []],
  ['closed', 'gridWorker', mine, []],
  ['withdrawn', 'gridWorker', ours, []],
  // Nobody handles their own.
  ['dispatched', 'gridWorker', ['own', 'organisation'], []],
])('%s, %s, %j: %j', (state, role, relations, buttons) => {
  expect(show({ state, relations }, role)).toEqual(buttons)
})

const situation = (change: Partial<AppealView['situation']>) => ({ ...appealView().situation, ...change })

it.each<[string, Partial<AppealView['situation']>, RegExp]>([
  ['was returned too often', { returns: 3, final: true }, /兜底单位办到底/],
  ['has nothing above', { catchAllId: null }, /上面没有可以退给的单位/],
])('locks the return of what %s, and says why', (_, change, why) => {
  expect(show({ situation: situation(change) }, 'gridWorker')).toEqual(['退单 锁', '接单'])
  expect(screen.getByText(why)).toBeTruthy()
})

it('offers no return of what was accepted and must be kept', () => {
  expect(
    show(
      {
        state: 'accepted',
        relations: mine,
        situation: situation({ state: 'accepted', final: true, returns: 3 }),
      },
      'gridWorker',
    ),
  ).toEqual(['跟进', '解单'])
})

it.each<[NonNullable<AppealView['situation']['reliefStanding']>, string[]]>([
  [{ committee: true }, ['跟进', '退单', '核定']],
  [{ committee: true, decision: 'approved' }, ['解单', '跟进', '退单', '平台答复']],
  // What was refused may be thought over; what comes next all the same is to resolve.
  [{ committee: true, decision: 'refused' }, ['核定', '跟进', '退单', '解单']],
  [{ committee: true, decision: 'approved', answer: 'waived' }, ['跟进', '退单', '解单']],
  [{ committee: true, decision: 'approved', answer: 'refused' }, ['平台答复', '跟进', '退单', '解单']],
  [{ committee: false }, ['退单', '跟进']],
])('of a relief that stands %j, an officer can: %j', (reliefStanding, buttons) => {
  const situation = { ...view({ state: 'accepted', kind: 'relief' }).situation, reliefStanding }
  expect(show({ state: 'accepted', kind: 'relief', relations: mine, situation }, 'officer')).toEqual(buttons)
})
