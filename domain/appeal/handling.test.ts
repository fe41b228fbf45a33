import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  catchAll,
  codeOf,
  colleague,
  community,
  day,
  hour,
  other,
  resolved,
  rider,
  save,
  sent,
  submitted,
  supervisor,
  tradeCommittee,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import type { Appeal } from './appeal.ts'
import { confirm, decline, followUp, reopen, reply, review, support, urge } from './asking.ts'
import { dueNow } from './clockwork.ts'
import { check } from './decisions.ts'
import { conclude, merge, unmerge } from './grouping.ts'
import { dispatch, transfer } from './handing.ts'
import { askHelp, help, resolve, resume, suspend } from './handling.ts'
import { faultOf } from './verify.ts'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const nothing = { words: '', photos: [] }

describe('suspending', () => {
  const wait = (appeal: Appeal, until: number, now = sent + hour, caller = worker) =>
    save(appeal, suspend(appeal, by(caller, now), until, '等物业'))

  it('stops the second clock: as much is left afterwards as before', () => {
    // Resolve by Friday 11 December 14:06; six working days and 23 working … are left at 15:06 on the 2nd.
    const before = accepted()
    expect(before.resolveBy).toBe(at('2026-12-11 14:06'))
    const waiting = wait(before, at('2026-12-04 15:06'))
    expect(waiting).toMatchObject({
      state: 'suspended',
      suspensions: { count: 1, days: 2 },
      resolveBy: before.resolveBy,
      acceptBy: before.acceptBy,
    })
    const again = save(waiting, resume(waiting, by(worker, at('2026-12-04 15:06')), '回话了'))
    expect(again).toMatchObject({ state: 'accepted', resolveBy: at('2026-12-15 14:06') })
    expect(faultOf(again)).toBeUndefined()
  })

  it('of what is urgent gives back every minute', () => {
    const before = accepted(submitted({ urgency: 'urgent' }))
    const waiting = wait(before, sent + hour + 2 * day)
    const again = resume(waiting, by(worker, sent + 3 * hour), '')
    expect(again.patch.resolveBy).toBe((before.resolveBy ?? 0) + 2 * hour)
  })

  it('gives back the days that were not waited for', () => {
    const waiting = wait(accepted(), at('2026-12-08 15:00'))
    expect(waiting.suspensions.days).toBe(4)
    const early = save(waiting, resume(waiting, by(worker, at('2026-12-03 10:00')), ''))
    expect(early.suspensions.days).toBe(1)
  })

  it.each([
    ['until yesterday', sent - day, worker, 'SUSPEND_UNTIL_PAST'],
    ['until tonight', sent + 8 * hour, worker, 'SUSPEND_UNTIL_PAST'],
    // Saturday and Sunday are no working days.
    ['from Wednesday until the Wednesday after', at('2026-12-09 10:00'), worker, undefined],
    ['six working days by a handler', at('2026-12-10 10:00'), worker, 'SUPERVISOR_NEEDED'],
    ['six working days by a supervisor', at('2026-12-10 10:00'), supervisor, undefined],
    ['sixteen working days by a supervisor', at('2026-12-24 10:00'), supervisor, 'SUSPENDED_TOO_LONG'],
  ] as const)('%s: %s', (_, until, caller, code) => {
    expect(codeOf(() => suspend(accepted(), by(caller), until, ''))).toBe(code)
  })
})

describe('helping', () => {
  const taken = accepted()
  const asked = save(
    taken,
    askHelp(taken, by(worker), { id: other._id, name: other.name }, '派人看看', {
      personId: 'helper',
      title: '网格员',
    }),
  )

  it('is waited for: nothing is resolved before', () => {
    expect(asked).toMatchObject({
      state: 'accepted',
      helperIds: [other._id],
      outbox: expect.arrayContaining([{ sequence: 3, personId: 'helper', news: 'helpAsked' }]),
    })
    expect(codeOf(() => check(asked, 'resolve', { caller: worker, now: sent + hour }, 3))).toBe(
      'ASSISTANTS_OPEN',
    )
  })

  it.each(['finish', 'release'] as const)('%s: then it can be', (how) => {
    const over = save(asked, help(asked, by(worker), other._id, how, nothing))
    expect(over.helperIds).toEqual([])
    expect(codeOf(() => check(over, 'resolve', { caller: worker, now: sent + hour }, 4))).toBeUndefined()
    expect(faultOf(over)).toBeUndefined()
  })

  it('reporting changes nothing but the log', () => {
    const { patch, event } = help(asked, by(worker), other._id, 'report', { words: '去看过了', photos: [] })
    expect(patch.helperIds).toEqual([other._id])
    expect(event).toMatchObject({ help: 'report', internal: true })
  })

  it('refuses who is asked already, who has it, and who was not asked', () => {
    const ask = (id: string, name: string) => () => askHelp(asked, by(worker), { id, name }, '', undefined)
    expect(codeOf(ask(other._id, other.name))).toBe('ASSISTS_ALREADY')
    expect(codeOf(ask(community._id, community.name))).toBe('ORGANISATION_SAME')
    expect(codeOf(() => help(asked, by(worker), 'nobody', 'finish', nothing))).toBe('NOT_ASSISTING')
  })
})

describe('handing on', () => {
  it('a transfer restarts no clock, and who took it on stays responsible until another accepts', () => {
    const before = accepted()
    const after = save(before, transfer(before, by(worker), other, null, '归巢湖'))
    expect(after).toMatchObject({
      state: 'dispatched',
      organisation: { id: other._id },
      acceptBy: before.acceptBy,
      resolveBy: before.resolveBy,
      responsible: { personId: 'worker' },
    })
  })

  it('a dispatcher corrects the category; a supervisor may find it hard, and there is more time', () => {
    const before = submitted()
    const after = save(
      before,
      dispatch(before, by(supervisor), other, null, '归巢湖', { category: 'parking', hard: true }),
    )
    expect(after).toMatchObject({ category: 'parking', urgency: 'hard' })
    expect(after.resolveBy ?? 0).toBeGreaterThan(before.resolveBy ?? 0)
    expect(faultOf(after)).toBeUndefined()
    const food = dispatch(after, by(supervisor), tradeCommittee, null, '归行业', { category: 'foodSafety' })
    expect(save(after, food).confidential).toBe(true)
  })
})

describe('the person', () => {
  const done = resolved()
  const closed = save(done, confirm(done, by(rider, sent + 2 * hour), 'satisfied', ''))

  it('reopens: one level up, on new clocks, and who handled it is told', () => {
    const again = save(closed, reopen(closed, by(rider, sent + 3 * day), tradeCommittee, null, '门又锁了'))
    expect(again).toMatchObject({
      state: 'dispatched',
      organisation: { id: tradeCommittee._id },
      reopens: 1,
      endedAt: null,
      open: true,
    })
    expect(again.resolveBy ?? 0).toBeGreaterThan(closed.resolveBy ?? 0)
    expect(again.outbox.at(-1)).toEqual({ sequence: 5, personId: 'worker', news: 'reopened' })
    expect(faultOf(again)).toBeUndefined()
  })

  it('asks for a review of what was declined, once', () => {
    const declined = save(submitted(), decline(submitted(), by(colleague), 'outside', '是外地的事'))
    expect(declined).toMatchObject({ state: 'declined', open: false })
    expect(declined.events.at(-1)?.words).toBe('不在这座城市能办的范围：是外地的事')
    const again = save(declined, review(declined, by(rider, sent + day), catchAll, null, '就是这儿的事'))
    expect(again).toMatchObject({ state: 'dispatched', organisation: { id: catchAll._id }, reviews: 1 })
  })

  it('adds what they were asked for, whoever has it in hand reads it', () => {
    const { tell, event } = reply(accepted(), by(rider), '在二楼那家')
    expect(event).toMatchObject({ words: '在二楼那家', actor: { title: '本人' } })
    expect(tell).toEqual([{ sequence: 3, personId: 'worker', news: 'replied' }])
  })

  it('urges, and who has it in hand hears of it', () => {
    const { tell, patch } = urge(accepted(), by(rider), '')
    expect(patch.urgedAt).toBe(sent + hour)
    expect(tell).toEqual([{ sequence: 3, personId: 'worker', news: 'urged' }])
  })

  it('is told that it could not be solved, and that is how it is counted even when they are content', () => {
    const unsolved = save(
      accepted(),
      resolve(accepted(), by(worker), { words: '产权单位不同意', photos: [], unsolved: true }),
    )
    expect(confirm(unsolved, by(rider), 'satisfied', '').patch.outcome).toBe('notSolved')
  })

  it('not reached is a try, not an answer; the third stands', () => {
    let asked = resolved()
    for (let round = 1; round <= 3; round += 1)
      asked = save(asked, followUp(asked, by(supervisor), undefined, ''))
    expect(asked).toMatchObject({ state: 'resolved', followUps: 3 })
    expect(codeOf(() => check(asked, 'followUp', { caller: supervisor, now: sent }, asked.version))).toBe(
      'FOLLOW_UPS_DONE',
    )
    expect(codeOf(() => check(resolved(), 'followUp', { caller: colleague, now: sent }, 3))).toBeUndefined()
  })

  it('of the supporters of a snap each is told of the outcome', () => {
    const snap = accepted(submitted({ kind: 'snap' }))
    const seen = save(snap, support(snap, by({ personId: 'passer-by', hat: undefined }), 200))
    expect(seen.supporters).toEqual(['passer-by'])
    expect(resolved(seen).outbox.filter(({ news }) => news === 'seenResolved')).toHaveLength(1)
    expect(codeOf(() => support(seen, by(rider), 1))).toBe('SUPPORTERS_FULL')
    expect(faultOf(seen)).toBeUndefined()
  })
})

describe('merging', () => {
  const parent = submitted({}, { id: 'b'.repeat(24) })
  const child = accepted()
  const merged = merge(child, parent, by(supervisor), '同一件事')
  const after = { child: save(child, merged.child), parent: save(parent, merged.parent) }

  it('the child follows, both logs say so, its person is told', () => {
    expect(after.child).toMatchObject({
      state: 'merged',
      open: true,
      parent: { id: parent._id, from: 'accepted' },
    })
    expect(after.parent).toMatchObject({ state: 'dispatched', children: 1 })
    expect(merged.child.tell).toEqual([
      { sequence: 3, personId: 'rider', news: 'merged' },
      { sequence: 3, personId: 'worker', news: 'mergedWork' },
    ])
    expect(faultOf(after.child) ?? faultOf(after.parent)).toBeUndefined()
  })

  it('what is confidential and what is not never follow each other', () => {
    const secret = submitted({}, { id: 'c'.repeat(24), confidential: true })
    expect(codeOf(() => merge(child, secret, by(supervisor), ''))).toBe('MERGE_OTHER_KIND')
    expect(codeOf(() => merge(secret, parent, by(supervisor), ''))).toBe('MERGE_OTHER_KIND')
    // It turns out to be about food after the other was merged into it.
    const ended = resolved(accepted({ ...after.parent, confidential: true }))
    const closed = save(ended, confirm(ended, by(rider), 'satisfied', ''))
    expect(conclude(after.child, closed, by('clock')).event).toMatchObject({ words: '', photos: [] })
  })

  it('apart again it stands where it stood, on its own clocks', () => {
    const apart = unmerge(after.child, after.parent, by(supervisor), '不是一回事')
    const own = save(after.child, apart.child)
    expect(own).toMatchObject({
      state: 'accepted',
      parent: null,
      acceptBy: child.acceptBy,
      resolveBy: child.resolveBy,
      responsible: child.responsible,
    })
    expect(apart.parent?.patch.children).toBe(0)
  })

  it('apart again after ten days its person has their days to answer, not none', () => {
    const asked = resolved()
    const followed = save(asked, merge(asked, parent, by(supervisor), '一回事').child)
    const late = by(supervisor, sent + 30 * day)
    const own = save(followed, unmerge(followed, undefined, late, '不是一回事').child)
    expect(own.state).toBe('resolved')
    expect(dueNow(own, late.now)).toBeUndefined()
    expect(dueNow(own, late.now + 3 * day)).toEqual({ what: 'callPerson' })
  })

  it('ends as its parent ends', () => {
    const done = resolved(accepted(after.parent))
    const closed = save(done, confirm(done, by(rider), 'partly', ''))
    expect(conclude(after.child, closed, by('clock')).patch).toMatchObject({
      state: 'closed',
      outcome: 'partly',
    })
    const no = save(parent, decline(parent, by(colleague), 'notReal', ''))
    expect(conclude(after.child, no, by('clock')).patch.state).toBe('declined')
  })

  it.each([
    ['itself', child, child, 'MERGE_ITSELF'],
    ['another kind', child, submitted({ kind: 'snap' }, { id: 'c'.repeat(24) }), 'MERGE_OTHER_KIND'],
    ['one that follows another', submitted({}, { id: 'd'.repeat(24) }), after.child, 'PARENT_NOT_OPEN'],
    ['one that is closed', child, { ...parent, state: 'closed' as const }, 'PARENT_NOT_OPEN'],
  ])('refuses %s', (_, from, into, code) => {
    expect(codeOf(() => merge(from, into, by(supervisor), ''))).toBe(code)
  })
})
