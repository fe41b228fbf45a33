import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  community,
  day,
  hour,
  resolved,
  rider,
  save,
  sent,
  submitted,
  supervisor,
  tradeCommittee,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import { type Appeal, noDue } from './appeal.ts'
import { closeUnanswered, confirm, followUp } from './asking.ts'
import { type Due, dueNow, identityKept, nextTick, warn } from './clockwork.ts'
import { forget } from './forget.ts'
import { escalate } from './handing.ts'
import { suspend } from './handling.ts'
import { faultOf } from './verify.ts'

const clockBy = (now: number) => by('clock', now)
const warned = (appeal: Appeal, clock: 'accept' | 'resolve' | 'followUp') =>
  save(appeal, warn(appeal, clockBy(nextTick(appeal)), clock, undefined))
const minute = 60_000

describe('what is due', () => {
  const urgent = submitted({ urgency: 'urgent' })
  const waiting = save(accepted(), suspend(accepted(), by(worker), sent + 5 * day, '等物业'))
  const closed = save(resolved(), confirm(resolved(), by(rider, sent + 2 * hour), 'satisfied', ''))
  it.each<[string, Appeal, number, Due | undefined]>([
    ['a moment before 80 % of half an hour', urgent, sent + 24 * minute - 1, undefined],
    ['80 % of half an hour', urgent, sent + 24 * minute, { what: 'warn', clock: 'accept' }],
    ['warned before', warned(urgent, 'accept'), sent + 29 * minute, undefined],
    ['half an hour', warned(urgent, 'accept'), sent + 30 * minute, { what: 'breach', clock: 'accept' }],
    // After an outage of days there is one notice: the breach, not the warning before it.
    ['days after', urgent, sent + 3 * day, { what: 'breach', clock: 'accept' }],
    ['accepted, nothing yet', accepted(), sent + 2 * hour, undefined],
    ['accepted, 80 %', accepted(), sent + 7.2 * day, { what: 'warn', clock: 'resolve' }],
    [
      'accepted, 100 %',
      accepted(),
      (accepted().resolveBy ?? 0) as number,
      { what: 'breach', clock: 'resolve' },
    ],
    ['suspended before its day', waiting, sent + 4 * day, undefined],
    ['suspended, its day', waiting, sent + 5 * day, { what: 'resume' }],
    ['resolved, two days', resolved(), sent + hour + 2 * day, undefined],
    ['resolved, three days', resolved(), sent + hour + 3 * day, { what: 'callPerson' }],
    ['resolved, three days, called', warned(resolved(), 'followUp'), sent + hour + 9 * day, undefined],
    ['resolved, ten days', resolved(), sent + hour + 10 * day, { what: 'close' }],
    ['closed, a day', closed, sent + day, undefined],
    ['closed, a year', closed, sent + 2 * hour + identityKept, { what: 'forget' }],
  ])('%s', (_, appeal, now, due) => {
    expect(dueNow(appeal, now)).toEqual(due)
    // The timer comes by when something is due, and not before.
    if (due) expect(nextTick(appeal)).toBeLessThanOrEqual(now)
    else expect(nextTick(appeal)).toBeGreaterThan(now)
  })

  it('an appeal that nobody has placed has a clock too', () => {
    expect(dueNow({ ...submitted(), state: 'submitted' }, sent + 9 * day)).toEqual({
      what: 'breach',
      clock: 'accept',
    })
  })

  it('nothing is due of what has been forgotten, or follows another', () => {
    const gone = { ...closed, ...forget(closed) }
    expect(nextTick(gone)).toBe(noDue)
    expect(nextTick({ ...submitted(), state: 'merged' })).toBe(noDue)
  })
})

describe('escalation', () => {
  const late = submitted({ urgency: 'high' })
  const up = save(
    late,
    escalate(late, clockBy(late.acceptBy), tradeCommittee, null, {
      words: '到了时限还没人接',
      clock: 'accept',
    }),
  )

  it('goes one level up on new clocks; the lower organisation stays as assistant', () => {
    expect(up).toMatchObject({
      state: 'dispatched',
      organisation: { id: tradeCommittee._id },
      assistants: [{ id: community._id, why: 'escalated', state: 'open' }],
      helperIds: [community._id],
      alarms: { accept: 'quiet', resolve: 'quiet' },
    })
    expect(up.acceptBy).toBeGreaterThan(late.acceptBy)
    expect(up.events.at(-1)).toMatchObject({ action: 'escalate', clock: 'accept', actor: { role: 'clock' } })
    expect(faultOf(up)).toBeUndefined()
  })

  it('is never done twice for one clock', () => {
    expect(dueNow(up, late.acceptBy)).toBeUndefined()
    expect(dueNow(up, late.acceptBy + minute)).toBeUndefined()
  })

  it('where nothing stands above, writes the breach down once and stays', () => {
    const at = late.acceptBy
    const kept = save(late, escalate(late, clockBy(at), undefined, null, { words: '', clock: 'accept' }))
    expect(kept).toMatchObject({
      state: 'dispatched',
      organisation: { id: community._id },
      acceptBy: late.acceptBy,
      alarms: { accept: 'breached' },
    })
    expect(dueNow(kept, at + hour)).toBeUndefined()
  })

  it('by hand says who and why', () => {
    const byHand = save(late, escalate(late, by(supervisor), tradeCommittee, null, { words: '社区办不动' }))
    expect(byHand.events.at(-1)).toMatchObject({ words: '社区办不动', actor: { personId: 'supervisor' } })
    expect(byHand.acceptBy).toBeGreaterThanOrEqual(late.acceptBy)
  })
})

describe('closing without an answer', () => {
  it('is silent when nobody asked, and not reached when somebody tried', () => {
    const at = sent + 11 * day
    expect(closeUnanswered(resolved(), clockBy(at)).patch.outcome).toBe('silent')
    const tried = save(resolved(), followUp(resolved(), by(supervisor), undefined, ''))
    expect(tried).toMatchObject({ state: 'resolved', followUps: 1 })
    expect(closeUnanswered(tried, clockBy(at)).patch.outcome).toBe('noAnswer')
  })
})

describe('after a year', () => {
  it('nothing says who it was, and the log is whole still', () => {
    const done = resolved(submittedAnd('13800138000'))
    const closed = save(done, confirm(done, by(rider, sent + 2 * hour), 'satisfied', '谢谢，我是小李'))
    const gone = { ...closed, ...forget(closed) }
    const text = JSON.stringify(gone)
    for (const trace of ['rider', '小李', '13800138000'])
      expect(text.replaceAll('"trade":"delivery"', '')).not.toContain(trace)
    expect(faultOf(gone)).toBeUndefined()
    expect(gone.responsible).toEqual({ personId: 'worker', title: '网格员' })
  })
  const submittedAnd = (phone: string) => accepted(submitted({ text: `北门锁了，打我 ${phone}` }))
})
