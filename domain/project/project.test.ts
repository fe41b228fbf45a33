import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  codeOf,
  community,
  hat,
  other,
  resolved,
  save,
  sent,
  submitted,
  top,
} from '../../tests/support/exampleAppeal.ts'
import { type Appeal, noDue } from '../appeal/appeal.ts'
import { suspend } from '../appeal/handling.ts'
import { faultOf } from '../appeal/verify.ts'
import type { Caller } from '../people/roles.ts'
import { hatOrganisation } from '../place/organisation.ts'
import { decideRelief } from '../relief/deciding.ts'
import { carry, settled } from './carrying.ts'
import { add, close, create, progress, remove } from './decisions.ts'
import { countOf, nextMilestone, type Project, toCarry } from './project.ts'

const secretary: Caller = { personId: 'secretary', hat: hat(community, 'secretary') }
const attempt = (now = sent + 1) => ({ caller: secretary, now, key: `key-${now}` })
const plan = {
  title: '北门夜间通行',
  progress: '约了物业',
  milestones: [{ name: '装门禁', by: sent + 9, done: false }],
}
const project = (ids: string[] = [], lead = community): Project =>
  create('p1', plan, ids, hatOrganisation(lead), attempt())
const closed = (photos: string[] = [], lead = community) =>
  close(project([submitted()._id], lead), { words: '门开了', photos }, attempt())
const clock = { caller: 'clock', now: sent + 2 } as const

/** All that carrying does to an appeal, checked against its log. */
function carriedOver(of: Project, standing: Parameters<typeof carry>[1], appeal: Appeal) {
  const { decisions, standing: after } = carry(of, standing, appeal, clock)
  const end = decisions.reduce(save, appeal)
  expect(faultOf(end)).toBeUndefined()
  return { end, after, actions: decisions.map(({ event }) => event.action) }
}

describe('what people decide', () => {
  it('takes appeals in once, lets them go, and counts them', () => {
    const some = add(project(['a', 'b', 'a']), ['b', 'c'], attempt())
    expect(some.members.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'a joining',
      'b joining',
      'c joining',
    ])
    const less = remove(some, 'b', attempt())
    expect(countOf(less)).toBe(2)
    expect(countOf(add(less, ['b'], attempt()))).toBe(3)
    expect(less.version).toBe(3)
  })

  it('keeps the day on which a milestone was done', () => {
    const done = progress(
      project(),
      { progress: '装好了', milestones: [{ name: '装门禁', by: sent + 9, done: true }] },
      attempt(sent + 5),
    )
    expect(done.milestones).toEqual([{ name: '装门禁', by: sent + 9, doneAt: sent + 5 }])
    const later = progress(
      done,
      {
        progress: '试开',
        milestones: [
          { name: '装门禁', by: sent + 9, done: true },
          { name: '试开', by: sent + 7, done: false },
        ],
      },
      attempt(sent + 8),
    )
    expect(later.milestones[0]?.doneAt).toBe(sent + 5)
    expect(nextMilestone(later)?.name).toBe('试开')
  })

  it.each<[string, () => unknown, string]>([
    [
      'more than 200',
      () =>
        add(
          project(),
          Array.from({ length: 201 }, (_, i) => `a${i}`),
          attempt(),
        ),
      'PROJECT_FULL',
    ],
    ['to let go what it has not', () => remove(project(), 'a', attempt()), 'APPEAL_NOT_FOUND'],
    ['anything once it is closed', () => add(closed(), ['b'], attempt()), 'PROJECT_CLOSED'],
    ['to close twice', () => close(closed(), { words: '', photos: [] }, attempt()), 'PROJECT_CLOSED'],
  ])('refuses %s', (_, run, code) => expect(codeOf(run)).toBe(code))
})

describe('what is carried over', () => {
  it('joins, and leaves again', () => {
    const { end, actions } = carriedOver(project(), 'joining', submitted())
    expect(actions).toEqual(['join'])
    expect(end).toMatchObject({ state: 'dispatched', project: { id: 'p1', title: '北门夜间通行' } })
    expect(carriedOver(project(), 'joining', end).actions).toEqual([])
    expect(carriedOver(project(), 'leaving', end).end.project).toBeNull()
  })

  it('what is finished or in another project does not join', () => {
    const elsewhere = carriedOver({ ...project(), _id: 'p2' }, 'joining', submitted()).end
    expect(carriedOver(project(), 'joining', elsewhere).after).toBe('gone')
    expect(carry(project(), 'joining', undefined, clock).standing).toBe('gone')
  })

  const suspended = () => {
    const appeal = accepted()
    return save(
      appeal,
      suspend(
        appeal,
        by({ personId: 'worker', hat: hat(community, 'gridWorker') }),
        sent + 3 * 86_400_000,
        '等物业',
      ),
    )
  }
  /** A relief that was taken on; with a letter or a refusal when there is one. */
  const relief = (letter?: string, refusal = '') => {
    const assessed = { assessment: 'eligible', points: 0, threshold: 0, ruleVersion: 1 } as const
    const taken = accepted(submitted({ kind: 'relief' }, { assessed }))
    const decided = letter !== undefined || refusal !== ''
    return decided ? save(taken, decideRelief(taken, by(secretary), refusal, letter)) : taken
  }
  it.each<[string, () => Appeal, Project, string[], string]>([
    ['dispatched at the lead', submitted, closed(), ['join', 'accept', 'resolve'], 'resolved'],
    ['accepted there', accepted, closed(), ['join', 'resolve'], 'resolved'],
    ['suspended there', suspended, closed(), ['join', 'resume', 'resolve'], 'resolved'],
    ['resolved already', resolved, closed(), ['join'], 'resolved'],
    [
      'held by another',
      () => submitted({}, { holder: other }),
      closed(),
      ['join', 'projectDone'],
      'dispatched',
    ],
    [
      'a snap without a photo',
      () => submitted({ kind: 'snap' }),
      closed(),
      ['join', 'projectDone'],
      'dispatched',
    ],
    [
      'a snap with one',
      () => submitted({ kind: 'snap' }),
      closed(['cloud://e/photos/s/1.jpg']),
      ['join', 'accept', 'resolve'],
      'resolved',
    ],
    [
      'of who closes it',
      () => submitted({}, { caller: secretary }),
      closed(),
      ['join', 'projectDone'],
      'dispatched',
    ],
    ['a relief that nobody has decided on', () => relief(), closed(), ['join', 'projectDone'], 'accepted'],
    [
      'a relief whose letter nobody has answered',
      () => relief('沈河网约党函〔2026〕1号'),
      closed(),
      ['join', 'projectDone'],
      'accepted',
    ],
    [
      'a relief that was refused',
      () => relief(undefined, '没到线'),
      closed(),
      ['join', 'resolve'],
      'resolved',
    ],
    ['another lead above', submitted, closed([], top), ['join', 'projectDone'], 'dispatched'],
  ])('at the end: %s', (_, appeal, done, actions, state) => {
    const carried = carriedOver(done, 'finishing', appeal())
    expect(carried.actions).toEqual(actions)
    expect(carried.end.state).toBe(state)
    // Broken off before it was written down: asked again, nothing more happens.
    expect(carriedOver(done, 'finishing', carried.end).actions).toEqual([])
  })

  it('the timer comes again until nothing is left', () => {
    const before = project(['a', 'b'])
    expect(before.tickAt).toBe(sent + 1)
    const half = { ...before, ...settled(before, new Map([['a', 'in'] as const]), sent) }
    expect(toCarry(half)).toHaveLength(1)
    const all = settled(half, new Map([['b', 'gone'] as const]), sent)
    expect(all).toEqual({ members: [{ id: 'a', standing: 'in' }], tickAt: noDue })
  })
})
