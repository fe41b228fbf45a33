import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  catchAll,
  codeOf,
  colleague,
  community,
  hat,
  hour,
  other,
  resolved,
  rider,
  save,
  sent,
  submitted,
  supervisor,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import type { Caller } from '../people/roles.ts'
import type { Organisation } from '../place/organisation.ts'
import { type Appeal, noDue } from './appeal.ts'
import { confirm, urge, withdraw } from './asking.ts'
import { check } from './decisions.ts'
import { dispatch, giveBack } from './handing.ts'
import { note, resolve } from './handling.ts'
import type { Carried } from './possible.ts'
import { faultOf } from './verify.ts'

const refused = (appeal: Appeal, action: Carried, caller: Caller, version = appeal.version) =>
  codeOf(() => check(appeal, action, by(caller), version))

describe('a new appeal', () => {
  it('is dispatched, with both clocks, and says why', () => {
    expect(submitted()).toMatchObject({
      number: expect.stringMatching(/^1202-\d{6}$/),
      state: 'dispatched',
      acceptBy: Date.parse('2026-12-03T14:06:00+08:00'),
      resolveBy: Date.parse('2026-12-11T14:06:00+08:00'),
      dueAt: Date.parse('2026-12-03T14:06:00+08:00'),
      version: 1,
      events: [
        { action: 'submit', from: null, to: 'dispatched', actor: { personId: 'rider', role: 'person' } },
      ],
    })
  })
  it('masks an order number and keeps the words as they were typed', () => {
    const relief = {
      platform: '某平台',
      orderNumber: '310088204519',
      occurredAt: sent,
      fineYuan: 50,
      cause: 'heavySnow',
    } as const
    expect(submitted({ kind: 'relief', relief, text: '<b>电话13800138000</b>' })).toMatchObject({
      relief: { orderNumber: '****4519' },
      text: '<b>电话13800138000</b>',
      title: '<b>电话【电话已隐去】</b>',
    })
  })
  it('takes its title from its category when there are no words', () => {
    expect(submitted({ kind: 'snap', category: 'fireLane', text: '' }).title).toBe('消防通道 · 随手拍')
  })
})

describe('the loop', () => {
  it('runs from dispatched to closed, and its log is whole', () => {
    const closed = save(resolved(), confirm(resolved(), by(rider), 'satisfied', ''))
    expect(closed).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      open: false,
      working: false,
      dueAt: noDue,
    })
    expect(closed.events.map(({ action }) => action)).toEqual(['submit', 'accept', 'resolve', 'confirm'])
  })

  it('names who accepted as responsible, and how far ahead of the deadline', () => {
    const appeal = accepted()
    expect(appeal.responsible).toEqual({ personId: 'worker', title: '网格员' })
    expect(appeal.dueAt).toBe(appeal.resolveBy)
    expect(appeal.events.at(-1)?.ahead).toBe(23 * hour)
  })

  it('goes back to who is responsible when the person is not satisfied, on the same clocks', () => {
    const before = resolved()
    const again = save(before, confirm(before, by(rider), 'unsatisfied', '门还是锁的'))
    expect(again).toMatchObject({
      state: 'accepted',
      responsible: { personId: 'worker' },
      resolveBy: before.resolveBy,
    })
    expect(again.outcome).toBeUndefined()
    expect(refused(again, 'resolve', worker)).toBeUndefined()
  })

  it('closes as partly solved when the person says so', () => {
    expect(confirm(resolved(), by(rider), 'partly', '').patch).toMatchObject({
      state: 'closed',
      outcome: 'partly',
    })
  })

  it('shows the person the newest note, and never an internal one', () => {
    const appeal = accepted()
    const told = save(appeal, note(appeal, by(worker), { words: '约了物业', photos: [], internal: false }))
    expect(told.lastNote).toBe('约了物业')
    const internal = note(told, by(worker), { words: '物业态度不好', photos: [], internal: true })
    expect(internal.patch.lastNote).toBe('约了物业')
    expect(internal.event.internal).toBe(true)
  })

  it('asks a snap for a photo of how it looks now', () => {
    const snap = accepted(submitted({ kind: 'snap' }))
    expect(codeOf(() => resolve(snap, by(worker), { words: '拖走了', photos: [], unsolved: false }))).toBe(
      'PHOTO_NEEDED',
    )
    expect(
      resolve(snap, by(worker), {
        words: '拖走了',
        photos: ['cloud://e/photos/worker/1.jpg'],
        unsolved: false,
      }).patch.state,
    ).toBe('resolved')
  })

  it('ends when the person withdraws', () => {
    expect(withdraw(accepted(), by(rider), '').patch).toMatchObject({ state: 'withdrawn', open: false })
  })
})

describe('returns', () => {
  const back = (appeal: Appeal, caller = worker) =>
    save(
      appeal,
      giveBack(appeal, by(caller), catchAll, null, { id: other._id, name: other.name }, '不归我们'),
    )
  const sendOn = (appeal: Appeal, target: Organisation, now = sent + 2 * hour) =>
    save(appeal, dispatch(appeal, by(supervisor, now), target, null, '归巢湖'))

  it('go to the catch-all with a proposal, and restart no clock', () => {
    const before = accepted()
    const appeal = back(before)
    expect(appeal).toMatchObject({
      state: 'submitted',
      returns: 1,
      final: false,
      proposed: { id: other._id },
      organisation: { id: catchAll._id },
      acceptBy: before.acceptBy,
      resolveBy: before.resolveBy,
    })
  })

  it('are placed by its dispatcher: a full time to accept, the promised time to resolve', () => {
    const before = back(submitted())
    const appeal = sendOn(before, other, Date.parse('2026-12-03T10:00:00+08:00'))
    expect(appeal).toMatchObject({
      state: 'dispatched',
      organisation: { id: other._id },
      proposed: null,
      acceptBy: Date.parse('2026-12-04T10:00:00+08:00'),
      resolveBy: before.resolveBy,
    })
  })

  it('end with the third, which the catch-all must keep', () => {
    let appeal = submitted()
    for (let round = 0; round < 2; round += 1) appeal = sendOn(back(appeal), community)
    appeal = back(appeal)
    expect(appeal).toMatchObject({
      state: 'dispatched',
      returns: 3,
      final: true,
      organisation: { id: catchAll._id },
    })
    expect(refused(appeal, 'return', supervisor)).toBe('RETURNED_TOO_OFTEN')
    expect(refused(appeal, 'accept', supervisor)).toBeUndefined()
    expect(faultOf(appeal)).toBeUndefined()
  })
})

describe('refusals', () => {
  it.each([
    ['a stranger confirms', resolved, 'confirm', { personId: 'stranger', hat: undefined }, 'NOT_YOURS'],
    ['a colleague resolves what another took on', accepted, 'resolve', colleague, 'NOT_YOURS'],
    ['a second person accepts', accepted, 'accept', colleague, 'ALREADY_ACCEPTED'],
    [
      'a handler of another organisation accepts',
      submitted,
      'accept',
      { personId: 'x', hat: hat(other, 'gridWorker') },
      'NOT_YOURS',
    ],
    ['a rider accepts', submitted, 'accept', rider, 'NOT_YOURS'],
    ['the person confirms before it is resolved', accepted, 'confirm', rider, 'NOT_POSSIBLE'],
    ['the person withdraws what is resolved', resolved, 'withdraw', rider, 'NOT_POSSIBLE'],
    ['the handler resolves before accepting', submitted, 'note', worker, 'NOT_YOURS'],
  ] as const)('%s', (_, appeal, action, caller, code) => {
    expect(refused(appeal(), action, caller)).toBe(code)
  })

  it('say what is possible now', () => {
    const attempt = () => check(resolved(), 'withdraw', by(rider), 3)
    expect(attempt).toThrow('这件事已解单 · 待回访，不能撤回。现在可以：答复。')
  })

  it('tell who decided on an old sight', () => {
    expect(refused(accepted(), 'note', worker, 1)).toBe('STALE')
    // That others saw it too, or that the person urges, makes nobody's sight old.
    const taken = accepted()
    const urged = save(taken, urge(taken, by(rider), ''))
    expect(refused(urged, 'note', worker, taken.version)).toBeUndefined()
    expect(refused(urged, 'note', worker, 1)).toBe('STALE')
  })

  it('stop a log from growing without bound', () => {
    const appeal = accepted()
    const full = {
      ...appeal,
      version: 300,
      events: Array.from({ length: 300 }, () => appeal.events[0]) as Appeal['events'],
    }
    expect(refused(full, 'note', worker)).toBe('LOG_FULL')
  })
})
