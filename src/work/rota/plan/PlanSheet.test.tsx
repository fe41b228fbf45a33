// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Output } from '../../../../domain/contract'
import { refusals } from '../../../../domain/errors'
import { forgetAll } from '../../../../tests/support/taro'
import type { Envelope } from '../../../call/door'
import { Refused } from '../../../call/refused'

vi.mock('@tarojs/taro', () => import('../../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../../tests/support/taroComponents'))
const sent: Envelope[] = []
vi.mock('../../../call/call', async () => {
  const { makeCall, newAttempt } = await import('../../../call/door')
  return {
    newAttempt,
    isOnline: () => true,
    onSignal: () => () => {},
    call: makeCall(async (envelope) => {
      if (envelope.action !== 'duty.plan') return { ok: true, data: { colleagues: [] } }
      sent.push(envelope)
      throw new Refused('ROTA_STALE')
    }),
  }
})
const { PlanSheet } = await import('./PlanSheet')

type Rota = Output<'duty.rota'>
const rota = (version: number, weekly: Rota['weekly']): Rota => ({
  version,
  cover: 'none',
  now: [],
  shifts: [],
  gaps: [],
  swaps: [],
  notes: [],
  weekly,
})
const slot = { id: 's', weekday: 2, from: 480, to: 1020, who: { personId: 'p', name: '小蜂', title: '' } }
beforeEach(() => {
  forgetAll()
  sent.length = 0
})
afterEach(cleanup)

it('sends the version that it was made from, and says so when somebody else has planned meanwhile', async () => {
  const closed = vi.fn()
  const sheet = (read: Rota) => <PlanSheet rota={read} hat="h" onClose={closed} onDone={() => {}} />
  const { rerender } = render(sheet(rota(1, [])))
  fireEvent.click(screen.getByText('全天'))
  rerender(sheet(rota(2, [slot])))
  fireEvent.click(screen.getByText('存，每周照这样排'))
  await screen.findByText(refusals.ROTA_STALE)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.input).toMatchObject({ version: 1, weekly: [] })
  expect(closed).not.toHaveBeenCalled()
})
