import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  community,
  day,
  hat,
  resolved,
  rider,
  save,
  sent,
  submitted,
  supervisor,
  top,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import type { Payable } from '../points/cause.ts'
import type { Appeal } from './appeal.ts'
import { closeUnanswered, confirm, reopen, support } from './asking.ts'
import { merge } from './grouping.ts'
import { accept, resolve } from './handling.ts'

const snap = () => submitted({ kind: 'snap', category: 'fireLane', photos: ['cloud://e/photos/rider/1.jpg'] })
const seenBy = (appeal: Appeal, people: number) =>
  Array.from({ length: people }).reduce<Appeal>(
    (before, _, index) =>
      save(before, support(before, by({ personId: `passer-${index}`, hat: undefined }), 200)),
    appeal,
  )
const done = (appeal = snap()) => resolved(accepted(appeal))
const told = (causes: readonly Payable[]) => causes.map(({ kind, personId }) => `${kind} ${personId}`)
const satisfied = (appeal: Appeal) => confirm(appeal, by(rider), 'satisfied', '')

describe('what an appeal pays', () => {
  it('a snap that was true: who took it, and the first ten who saw it too, in their order', () => {
    const { pay } = satisfied(done(seenBy(snap(), 12)))
    expect(told(pay)).toEqual([
      'snapConfirmed rider',
      ...Array.from({ length: 10 }, (_, index) => `snapSeen passer-${index}`),
    ])
    expect(pay[0]).toMatchObject({ communityId: community._id, cityId: 'city', doneAt: sent })
    expect(pay.slice(1).map((cause) => ('rank' in cause ? cause.rank : 0))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  it('with what the flags are found from: the photos, who may see them, whose it was', () => {
    const evidenceOf = (cause: Payable | undefined) =>
      cause && 'evidence' in cause ? cause.evidence : undefined
    const { pay } = satisfied(done(seenBy(snap(), 2)))
    expect(evidenceOf(pay[0])).toEqual({ photos: ['cloud://e/photos/rider/1.jpg'] })
    const [one, two] = pay.slice(1).map(evidenceOf)
    expect(one?.follows).toMatch(/^[0-9a-f]{16}$/)
    // Nobody who reads two of them learns that they are about the same person.
    expect(one?.follows).not.toBe(two?.follows)
    const kitchen = done(submitted({ kind: 'snap', category: 'foodSafety', photos: ['x'] }))
    expect(evidenceOf(satisfied(kitchen).pay[0])?.confidentialTo).toBe(kitchen.organisation.id)
  })

  it.each<[string, () => readonly Payable[], string[]]>([
    ['partly', () => confirm(done(), by(rider), 'partly', '').pay, ['snapConfirmed rider']],
    ['not done', () => confirm(done(), by(rider), 'unsatisfied', '').pay, []],
    ['by silence', () => closeUnanswered(done(), by('clock', sent + 12 * day)).pay, ['snapConfirmed rider']],
    [
      'that can’t be solved',
      () => {
        const said = { words: '拆不了', photos: ['cloud://e/photos/worker/1.jpg'], unsolved: true }
        const appeal = accepted(snap())
        return satisfied(save(appeal, resolve(appeal, by(worker), said))).pay
      },
      [],
    ],
    [
      'about food',
      () => satisfied(done(submitted({ kind: 'snap', category: 'foodSafety', photos: ['x'] }))).pay,
      ['foodSafetyConfirmed rider'],
    ],
    ['of one’s own need', () => satisfied(done(submitted())).pay, []],
    [
      'merged into another',
      () => merge(snap(), { ...snap(), _id: 'other' }, by(supervisor), '').child.pay,
      [],
    ],
  ])('a snap %s', (_, pay, expected) => {
    expect(told(pay())).toEqual(expected)
  })

  it('reopened: takes back what was paid, and pays again under another key when it is done', () => {
    const appeal = done(seenBy(snap(), 2))
    const first = satisfied(appeal)
    const closed = save(appeal, first)
    const again = reopen(closed, by(rider), top, null, '还堵着')
    expect(again.pay.map((each) => 'reverses' in each && each.reverses)).toEqual(
      first.pay.map(({ key }) => key),
    )
    const open = save(closed, again)
    const handler = { personId: 'above', hat: hat(top, 'supervisor') }
    const taken = save(open, accept(open, by(handler)))
    const said = { words: '清了', photos: ['cloud://e/photos/above/1.jpg'], unsolved: false }
    const solved = save(taken, resolve(taken, by(handler), said))
    const second = satisfied(solved)
    expect(told(second.pay)).toEqual(told(first.pay))
    expect(second.pay.some(({ key }) => first.pay.some((each) => each.key === key))).toBe(false)
  })

  it('filed for somebody: who filed it as a volunteer, once it is taken on', () => {
    const messenger = { personId: 'messenger', hat: hat(community, 'messenger') }
    const filed = submitted(
      {},
      { caller: messenger, filedBy: { personId: 'messenger', title: '社情传递员' } },
    )
    expect(told(accept(filed, by(worker)).pay)).toEqual(['filedForSomebody messenger'])
    const secretary = { personId: 'secretary', hat: hat(community, 'secretary') }
    const official = submitted({}, { caller: secretary, filedBy: { personId: 'secretary', title: '书记' } })
    expect(accept(official, by(worker)).pay).toEqual([])
  })
})
