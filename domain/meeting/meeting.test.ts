import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  codeOf,
  community,
  day,
  hat,
  resolved,
  save,
  sent,
  submitted,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import { type Appeal, noDue } from '../appeal/appeal.ts'
import { askHelp } from '../appeal/handling.ts'
import { faultOf } from '../appeal/verify.ts'
import type { Caller } from '../people/roles.ts'
import { hatOrganisation } from '../place/organisation.ts'
import { draftAgenda, itemOf } from './agenda.ts'
import { agenda, create, decideItem, finish, raise } from './decisions.ts'
import { decisionWords, settled, write } from './writing.ts'

const secretary: Caller = { personId: 'secretary', hat: hat(community, 'secretary') }
const attempt = { caller: secretary, now: sent, key: 'key' }
const decision = { words: '北门开到 23:00。', by: sent + 7 * day, organisation: '凯旋社区', internal: false }
const at = (id: string, over: Parameters<typeof submitted>[0] = {}, more = {}): Appeal =>
  ({ ...submitted(over, { id }), ...more }) as Appeal
const meeting = (appeals: Appeal[] = [submitted()]) =>
  create(
    'm1',
    { kind: 'joint', at: sent, where: '二楼会议室', participants: ['沈河区城管'] },
    appeals.map((each) => itemOf(each, ['added'])),
    hatOrganisation(community),
    attempt,
  )

describe('the agenda that is drafted', () => {
  const helped = () => {
    const appeal = accepted(at('b', { category: 'parking' }))
    return save(appeal, askHelp(appeal, by(worker), { id: 'd', name: '城管' }, '', undefined))
  }
  it.each<[string, () => Appeal[], number, string[][]]>([
    ['nothing out of the ordinary', () => [at('a')], sent, []],
    ['spans departments', () => [helped()], sent, [['crossDepartment']]],
    ['is late', () => [at('a')], sent + 30 * day, [['overdue']]],
    ['comes again in the same place', () => [at('a'), at('b')], sent, [['repeated'], ['repeated']]],
    ['another kind of thing', () => [at('a'), at('b', { category: 'parking' })], sent, []],
    ['others saw it too', () => [at('a', {}, { supporters: ['x'] })], sent, [['repeated']]],
    ['others follow it', () => [at('a', {}, { children: 2 })], sent, [['repeated']]],
    ['the same read twice', () => [at('a'), at('a')], sent, []],
    ['finished', () => [resolved(at('a'))], sent + 30 * day, []],
    ['confidential', () => [at('a', {}, { confidential: true })], sent + 30 * day, []],
    [
      'most reasons first',
      () => [at('a', { category: 'other' }), helped()],
      sent + 30 * day,
      [['crossDepartment', 'overdue'], ['overdue']],
    ],
  ])('%s', (_, appeals, now, why) => {
    expect(draftAgenda(appeals(), now).map((item) => item.why)).toEqual(why)
  })
})

describe('what is decided is written back', () => {
  const done = (internal = false) =>
    finish(decideItem(meeting(), submitted()._id, { ...decision, internal }, attempt), attempt)
  const first = (internal = false) => done(internal).items[0] ?? fail()
  const fail = (): never => {
    throw new Error('no item')
  }

  it.each([
    ['dispatched', submitted(), true],
    ['accepted', accepted(), true],
    ['resolved meanwhile', resolved(), false],
  ] as const)('%s', (_, appeal, may) => {
    const written = write(done(), first(), appeal, sent + 1)
    expect(written !== undefined).toBe(may)
    if (!written) return
    const after = save(appeal, written)
    expect(faultOf(after)).toBeUndefined()
    expect(after).toMatchObject({ state: appeal.state, acceptBy: appeal.acceptBy })
    expect(written.event).toMatchObject({
      action: 'decide',
      actor: { personId: 'secretary', role: 'secretary' },
    })
    expect(written.tell.map(({ personId, news }) => `${personId} ${news}`)).toContain('rider decided')
    // Once, however often it is tried.
    expect(write(done(), first(), after, sent + 2)).toBeUndefined()
  })

  it('what is for the handlers only is not told to the person', () => {
    const written = write(done(true), first(true), submitted(), sent + 1)
    expect(written?.event.internal).toBe(true)
    expect(written?.tell.map(({ personId }) => personId)).toEqual(['worker'])
  })

  it('says who does what by when', () => {
    expect(decisionWords({ kind: 'joint' }, decision)).toBe(
      '联席会议定了：北门开到 23:00。凯旋社区办，12月9日前',
    )
  })

  it('nothing is due before it is over, and nothing after all is written', () => {
    expect(decideItem(meeting(), submitted()._id, decision, attempt).tickAt).toBe(noDue)
    expect(done().tickAt).toBe(sent)
    expect(settled(done(), new Map([[submitted()._id, 'written' as const]]), sent)).toMatchObject({
      tickAt: noDue,
      items: [{ written: true }],
    })
  })
})

it('an agenda that is put in another order keeps what was decided', () => {
  const two = [at('a'), at('b')]
  const decided = decideItem(meeting(two), 'b', decision, attempt)
  const turned = agenda(decided, [itemOf(at('b'), ['added']), itemOf(at('c'), ['added'])], attempt)
  expect(turned.items.map(({ id, decision }) => [id, decision?.words])).toEqual([
    ['b', decision.words],
    ['c', undefined],
  ])
})

it.each<[string, () => unknown, string]>([
  ['what is not on the agenda', () => decideItem(meeting(), 'x', decision, attempt), 'APPEAL_NOT_FOUND'],
  ['anything once it is over', () => agenda(finish(meeting(), attempt), [], attempt), 'MEETING_DONE'],
  [
    'more than a meeting holds',
    () =>
      raise(
        meeting(),
        Array.from({ length: 61 }, (_, i) => ({ id: `${i}`, number: '', title: '' })),
        attempt,
      ),
    'MEETING_FULL',
  ],
])('refuses %s', (_, run, code) => expect(codeOf(run)).toBe(code))
