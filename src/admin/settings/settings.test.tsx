// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Envelope } from '../../call/door'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))

const sent: Envelope[] = []
const city = { id: '2101', name: '沈阳市' }
const hat = { id: 'h', role: 'administrator', title: '管理员', organisation: { ...city, kind: 'city' } }
const answers: Record<string, unknown> = {
  'person.me': { personId: 'p', hats: [hat] },
  'settings.view': { city, version: 2, numbers: { reopens: 3 }, categoriesOff: [] },
  'settings.versions': {
    rows: [{ version: 2, by: '管理员', at: 1, words: '多给一次', changed: '一件能重开几次：2 次改为 3 次' }],
  },
  'settings.publish': { version: 3 },
}
vi.mock('../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      return { ok: true, data: answers[envelope.action] }
    }),
  }
})
const { default: SettingsPage } = await import('./index')

afterEach(cleanup)

const tap = async (text: string) => fireEvent.click(await screen.findByText(text))

it('says what is the city’s own, takes what fits, and sends all changes with a reason', async () => {
  render(<SettingsPage />)
  await screen.findByText('3 次 · 本市改过，默认 2 次')
  await screen.findByText('第 2 版 · 多给一次')
  await tap('没答复，几天后自己销号')
  const field = await screen.findByDisplayValue('10')
  fireEvent.input(field, { target: { value: '99' } })
  await screen.findByText('填 3 到 30 的整数')
  await tap('改成这样')
  expect(screen.queryByText(/99 天/)).toBeNull()
  fireEvent.input(field, { target: { value: '2' } })
  fireEvent.input(field, { target: { value: '15' } })
  await tap('改成这样')
  await screen.findByText('15 天 · 本市改过，默认 10 天')
  await tap('一件能重开几次')
  await tap('照默认的 2 次')
  await tap('改这 2 处')
  const said = await screen.findByPlaceholderText('比如：年底事多，多给几天答复')
  fireEvent.input(said, { target: { value: '年底' } })
  await tap('定了')
  await waitFor(() =>
    expect(sent.find(({ action }) => action === 'settings.publish')).toMatchObject({
      hat: 'h',
      input: { version: 2, numbers: { closeDays: 15 }, categoriesOff: [], words: '年底' },
    }),
  )
})

it('does not let go what does not go together', async () => {
  render(<SettingsPage />)
  await tap('没答复，几天后自己销号')
  fireEvent.input(await screen.findByDisplayValue('10'), { target: { value: '3' } })
  await tap('改成这样')
  await tap('没答复，几天后回访')
  fireEvent.input(await screen.findByDisplayValue('3'), { target: { value: '5' } })
  await tap('改成这样')
  await screen.findByText('“没答复，几天后回访”是 5 天，不能比“没答复，几天后自己销号”的 3 天长')
  await tap('改这 2 处')
  expect(screen.queryByText('定了')).toBeNull()
})

it('what is changed under one hat is not changed under another', async () => {
  const other = { ...hat, id: 'h2', organisation: { id: '2106', name: '丹东市', kind: 'city' } }
  answers['person.me'] = { personId: 'p', hats: [hat, other] }
  render(<SettingsPage />)
  await tap('没答复，几天后自己销号')
  fireEvent.input(await screen.findByDisplayValue('10'), { target: { value: '15' } })
  await tap('改成这样')
  await screen.findByText('改这 1 处')
  await tap('换身份')
  await tap('丹东市')
  await screen.findByText('丹东市 · 管理员')
  await screen.findAllByText('10 天 · 默认')
  expect(screen.queryByText(/15 天/)).toBeNull()
  expect(screen.queryByText('改这 1 处')).toBeNull()
})
