// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { possibleActions } from '../../../domain/appeal/possible'
import { type AppealState, appealStates } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import type { Role } from '../../../domain/people/roles'
import type { Relation } from '../../../domain/permission'
import { appealView } from '../../../tests/support/appealView'
import { barOf } from './bar'
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
const above: Relation[] = ['below']
const helping: Relation[] = ['assistant']

it.each<[AppealState, Role, Relation[], string[]]>([
  ['submitted', 'gridWorker', ours, []],
  ['submitted', 'dispatcher', ours, ['升级', '合并', '不予受理', '派单']],
  ['submitted', 'supervisor', ours, ['升级', '合并', '不予受理', '派单']],
  ['dispatched', 'gridWorker', ours, ['退单', '接单']],
  ['dispatched', 'officer', ours, ['退单', '接单']],
  ['dispatched', 'dispatcher', ours, ['升级', '合并', '不予受理', '派单']],
  ['dispatched', 'secretary', ours, ['派单', '退单', '升级', '更多', '接单']],
  ['dispatched', 'supervisor', above, ['升级', '合并', '不予受理', '派单']],
  ['dispatched', 'clerk', ours, []],
  ['accepted', 'gridWorker', mine, ['跟进', '协办', '挂起', '更多', '解单']],
  ['accepted', 'secretary', mine, ['跟进', '协办', '挂起', '更多', '解单']],
  // Somebody else took it on: who is not there can't be waited for for ever.
  ['accepted', 'gridWorker', ours, ['退单']],
  ['accepted', 'secretary', ours, ['退单', '转派', '升级', '合并']],
  ['accepted', 'supervisor', above, ['挂起', '升级', '合并']],
  ['accepted', 'dispatcher', ours, ['升级', '合并']],
  ['suspended', 'gridWorker', mine, ['跟进', '恢复，接着办']],
  ['suspended', 'gridWorker', ours, []],
  ['suspended', 'dispatcher', ours, ['合并']],
  ['resolved', 'gridWorker', mine, []],
  ['resolved', 'secretary', ours, ['合并', '回访']],
  ['resolved', 'supervisor', above, ['合并', '回访']],
  ['merged', 'dispatcher', ours, ['拆开']],
  ['merged', 'gridWorker', ours, []],
  ['closed', 'gridWorker', mine, []],
  ['closed', 'secretary', ours, []],
  ['declined', 'secretary', ours, []],
  ['withdrawn', 'gridWorker', ours, []],
  // Nobody handles their own.
  ['dispatched', 'gridWorker', ['own', 'organisation'], []],
  ['resolved', 'secretary', ['own', 'organisation'], []],
])('%s, %s, %j: %j', (state, role, relations, buttons) => {
  expect(show({ state, relations }, role)).toEqual(buttons)
})

const situation = (change: Partial<AppealView['situation']>) => ({ ...appealView().situation, ...change })
const helper = (state: 'open' | 'finished', why: 'asked' | 'escalated' = 'asked') => ({
  ...community,
  why,
  state,
})

it.each<[string, AppealView['situation']['assistants'], string[]]>([
  ['was asked and has not finished', [helper('open')], ['跟进', '说说协办']],
  ['was left behind when it went up', [helper('open', 'escalated')], ['跟进', '说说协办']],
  ['has finished', [helper('finished')], ['跟进']],
])('lets an organisation that %s speak', (_, assistants, buttons) => {
  const change = { state: 'accepted' as const, relations: helping }
  expect(show({ ...change, situation: situation({ state: 'accepted', assistants }) }, 'gridWorker')).toEqual(
    buttons,
  )
})

it('lets assistants be looked after first while resolving waits for them', () => {
  const assistants = [{ id: 'other', name: '巢湖社区', why: 'asked' as const, state: 'open' as const }]
  const change = { state: 'accepted' as const, relations: mine }
  expect(show({ ...change, situation: situation({ state: 'accepted', assistants }) }, 'gridWorker')).toEqual([
    '跟进',
    '挂起',
    '退单',
    '转派',
    '解单 锁',
    '看协办',
  ])
  expect(screen.getByText(/巢湖社区的协办还没完/)).toBeTruthy()
})

it.each<[string, Partial<AppealView['situation']>, RegExp]>([
  ['handled it', { handled: true }, /要换没经手的人来回访/],
  ['has tried three times', { followUps: 3 }, /已经问过三次/],
])('locks asking the person for who %s, and says why', (_, change, why) => {
  const resolved = { state: 'resolved' as const, situation: situation({ state: 'resolved', ...change }) }
  expect(show(resolved, 'secretary')).toEqual(['合并', '回访 锁'])
  expect(screen.getByText(why)).toBeTruthy()
})

it.each<[string, Partial<AppealView['situation']>, RegExp]>([
  ['was returned too often', { returns: 3, final: true }, /兜底单位要接着办/],
  ['has nothing above', { catchAllId: null }, /上面没有可以退给的单位/],
])('locks the return of what %s, and says why', (_, change, why) => {
  expect(show({ situation: situation(change) }, 'gridWorker')).toEqual(['退单 锁', '接单'])
  expect(screen.getByText(why)).toBeTruthy()
})

describe('更多', () => {
  const more = (change: Partial<AppealView>, role: Role) => {
    show(change, role)
    fireEvent.click(screen.getByText('更多'))
    return within(screen.getByRole('dialog'))
  }
  it('holds what does not fit the row, each with what happens', () => {
    const sheet = more({ relations: ours }, 'secretary')
    expect(sheet.getByText('合并')).toBeTruthy()
    expect(sheet.getByText('不该这里受理，本人可以请复核')).toBeTruthy()
    expect(sheet.queryByText('派单')).toBeNull()
  })
  it('says why something is locked', () => {
    const kept = situation({ state: 'accepted', final: true, returns: 3, suspensions: { count: 2, days: 4 } })
    const sheet = more({ state: 'accepted', relations: mine, situation: kept }, 'gridWorker')
    expect(sheet.getByText(/挂起的次数或天数用完了/)).toBeTruthy()
    expect(sheet.getByText(/兜底单位要接着办/)).toBeTruthy()
  })
})

describe('what barOf offers is what the table allows', () => {
  const roles = ['gridWorker', 'dispatcher', 'officer', 'secretary', 'supervisor'] as const
  const standings: Relation[][] = [mine, ours, above, helping, []]
  it.each(appealStates)('%s', (state) => {
    for (const role of roles)
      for (const relations of standings) {
        const shown = view({ state, relations })
        const { main, tools, locked } = barOf(shown, hat(role), 1)
        const possible = possibleActions(shown.situation, role, relations, 1)
        const offered = [...(main ? [main] : []), ...tools]
        expect(offered.filter((action) => !possible.includes(action))).toEqual([])
        expect(locked.filter(({ action }) => possible.includes(action))).toEqual([])
        expect(new Set(offered).size).toBe(offered.length)
      }
  })
})
