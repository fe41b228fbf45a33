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
import { type Due, dueNow, nextTick, page, warn } from './clockwork.ts'
import { forget } from './forget.ts'
import { escalate } from './handing.ts'
import { suspend } from './handling.ts'
import { faultOf } from './verify.ts'

const clockBy = (now: number) => by('clock', now)
const warned = (appeal: Appeal, clock: 'accept' | 'resolve' | 'followUp') =>
  save(appeal, warn(appeal, clockBy(nextTick(appeal)), clock, undefined))
const paged = (appeal: Appeal, now = nextTick(appeal)) => save(appeal, page(appeal, clockBy(now), undefined))
const minute = 60_000

describe('what is due', () => {
  const urgent = submitted({ urgency: 'urgent' })
  const high = submitted({ urgency: 'high' })
  const waiting = save(accepted(), suspend(accepted(), by(worker), sent + 5 * day, '等物业'))
  const closed = save(resolved(), confirm(resolved(), by(rider, sent + 2 * hour), 'satisfied', ''))
  it.each<[string, Appeal, number, Due | undefined]>([
    ['a moment before ten minutes', urgent, sent + 10 * minute - 1, undefined],
    ['ten minutes: the next on duty', urgent, sent + 10 * minute, { what: 'page' }],
    ['called before', paged(urgent), sent + 20 * minute - 1, undefined],
    ['twenty minutes', paged(urgent), sent + 20 * minute, { what: 'page' }],
    [
      'a high one is warned once',
      submitted({ urgency: 'high' }),
      high.acceptBy - 1,
      { what: 'warn', clock: 'accept' },
    ],
    ['half an hour', paged(paged(urgent)), sent + 30 * minute, { what: 'breach', clock: 'accept' }],
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
    ['closed, a year', closed, sent + 2 * hour + 365 * 24 * hour, { what: 'forget' }],
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

describe('what is urgent and not taken', () => {
  const urgent = submitted({ urgency: 'urgent' })
  const top = (appeal: Appeal) =>
    save(appeal, escalate(appeal, clockBy(appeal.acceptBy), undefined, null, { words: '', clock: 'accept' }))

  it('is called out every ten minutes, where nothing stands above too, then every hour, two dozen times', () => {
    let appeal = top(paged(paged(urgent)))
    const minutes = Array.from({ length: 22 }, () => {
      const at = nextTick(appeal)
      appeal = paged(appeal)
      return (at - sent) / minute
    })
    expect(minutes.slice(0, 6)).toEqual([30, 40, 50, 60, 120, 180])
    expect(minutes.at(-1)).toBe(19 * 60)
    // What comes next is the other clock.
    expect(nextTick(appeal)).toBe(sent + 19.2 * hour)
    expect(faultOf(appeal)).toBeUndefined()
  })

  it('calls who is named, who is next, and again all who were called before', () => {
    const named = { ...urgent, named: { personId: 'first', title: '值班' } }
    const second = page(named, clockBy(sent + 10 * minute), { personId: 'second', title: '值班' })
    expect(second.tell.map(({ personId, news }) => [personId, news])).toEqual([
      ['first', 'stillUrgent'],
      ['second', 'stillUrgent'],
    ])
    const third = page(save(named, second), clockBy(sent + 20 * minute), { personId: 'third', title: '值班' })
    expect(new Set(third.tell.map(({ personId }) => personId))).toEqual(new Set(['first', 'second', 'third']))
    const again = page(save(save(named, second), third), clockBy(sent + 40 * minute), undefined)
    expect(again.tell).toHaveLength(3)
  })

  it('is not called out for the times that were missed while the timer stood still', () => {
    const late = paged(urgent, sent + 29 * minute)
    expect(late.alarms.pages).toBe(2)
    expect(nextTick(late)).toBe(sent + 30 * minute)
  })

  it('is called out no more once it is taken, and from the beginning where it goes', () => {
    expect(accepted(urgent).alarms.pages).toBeUndefined()
    expect(dueNow(accepted(urgent), sent + 2 * hour)).toBeUndefined()
    const up = save(
      paged(urgent),
      escalate(paged(urgent), clockBy(urgent.acceptBy), tradeCommittee, null, { words: '', clock: 'accept' }),
    )
    expect(nextTick(up)).toBe(urgent.acceptBy + 10 * minute)
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
