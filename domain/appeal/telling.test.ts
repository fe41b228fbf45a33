import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  catchAll,
  codeOf,
  colleague,
  day,
  hour,
  other,
  passed,
  resolved,
  rider,
  save,
  sent,
  submitted,
  supervisor,
  tradeCommittee,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import { noticesOf } from '../notice/notice.ts'
import { hatOrganisation } from '../place/organisation.ts'
import { carry } from '../project/carrying.ts'
import { close, create } from '../project/decisions.ts'
import type { Appeal } from './appeal.ts'
import { closeUnanswered, confirm, decline, followUp, reopen, support, withdraw } from './asking.ts'
import { page, warn } from './clockwork.ts'
import type { Decision } from './decisions.ts'
import { conclude, merge, unmerge } from './grouping.ts'
import { dispatch, escalate } from './handing.ts'
import { askHelp, help, resolve, resume, suspend } from './handling.ts'
import type { News } from './news.ts'

const passerBy = { personId: 'passer-by', hat: undefined }
const seen = (appeal: Appeal) => save(appeal, support(appeal, by(passerBy), 200))
const snap = (text = '') => seen(submitted({ kind: 'snap', category: 'fireLane', text, photos: ['1'] }))
const done = () => resolved(accepted(snap()))
const toldOf = ({ tell }: Decision) =>
  tell.filter(({ personId }) => personId === 'passer-by').map(({ news }) => news)

/** A snap that was merged into another, which then ended. */
function follower(end: (parent: Appeal) => Appeal): Decision {
  const child = snap()
  const parent = { ...submitted({ kind: 'snap', category: 'fireLane' }), _id: 'b'.repeat(24) }
  const merged = merge(child, parent, by(colleague), '')
  return conclude(save(child, merged.child), end(save(parent, merged.parent)), by('clock'))
}

it('who saw it too, and who sent it, read what a project has done for it', () => {
  const appeal = snap()
  const project = close(
    create('p', { title: '北门', progress: '', milestones: [] }, [appeal._id], hatOrganisation(catchAll), {
      caller: supervisor,
      now: sent,
      key: 'k',
    }),
    { words: '装了栏杆', photos: [] },
    { caller: supervisor, now: sent, key: 'l' },
  )
  const [join, done] = carry(project, 'finishing', appeal, { caller: supervisor, now: sent }).decisions
  if (!join || !done) throw new Error('it was not carried over')
  const after = save(save(appeal, join), done)
  expect(after.lastNote).toBe('装了栏杆')
  const said = noticesOf(after, done.tell).map(({ personId, sentence, about }) => [
    personId,
    sentence,
    about.as,
  ])
  expect(said).toEqual(
    expect.arrayContaining([
      ['rider', expect.stringContaining('装了栏杆'), 'person'],
      // Others don't read words that may still wait for the content check.
      ['passer-by', expect.not.stringContaining('装了栏杆'), 'passerBy'],
    ]),
  )
})

it('who was merged into another reads what was done there', () => {
  const concluded = follower((parent) =>
    save(resolved(accepted(parent)), confirm(resolved(accepted(parent)), by(rider), 'satisfied', '')),
  )
  expect(concluded.event).toMatchObject({
    words: '小门开到 23:00',
    photos: ['cloud://e/photos/worker/1.jpg'],
  })
  expect(concluded.patch.lastNote).toBe('小门开到 23:00')
  const { tell } = concluded
  expect(tell.find(({ personId }) => personId === 'rider')?.news).toBe('closedTogether')
})

describe('who saw it too is told how it ends, once', () => {
  it.each<[string, () => Decision, string[]]>([
    [
      'the person says it is solved',
      () => confirm(done(), by(rider), 'satisfied', '我家在三楼'),
      ['seenClosed'],
    ],
    ['the person says it is not', () => confirm(done(), by(rider), 'unsatisfied', '还堵着'), []],
    [
      'an officer hears that it is solved',
      () => followUp(done(), by(supervisor), 'satisfied', ''),
      ['seenClosed'],
    ],
    ['an officer reaches nobody', () => followUp(done(), by(supervisor), undefined, ''), []],
    ['nobody answers', () => closeUnanswered(done(), by('clock')), ['seenClosed']],
    ['it is declined', () => decline(snap(), by(colleague), 'outside', '请张三来'), ['seenDeclined']],
    ['it is withdrawn', () => withdraw(snap(), by(rider), '我自己挪了'), ['seenWithdrawn']],
    [
      'the one that it followed is closed',
      () =>
        follower((parent) =>
          save(resolved(accepted(parent)), confirm(resolved(accepted(parent)), by(rider), 'satisfied', '')),
        ),
      ['seenClosed'],
    ],
    [
      'the one that it followed is declined',
      () => follower((parent) => save(parent, decline(parent, by(colleague), 'outside', ''))),
      ['seenDeclined'],
    ],
  ])('%s', (_, decide, news) => {
    expect(toldOf(decide())).toEqual(news)
  })

  it('in words that hold nothing of what was said to who asked, and open it as to a passer-by', () => {
    const appeal = passed(snap('车堵了'))
    const decision = decline(appeal, by(colleague, sent + hour), 'outside', '请张三来')
    const notice = noticesOf(save(appeal, decision), decision.tell).find(
      ({ personId }) => personId === 'passer-by',
    )
    expect(notice).toMatchObject({
      head: '您也看到的那件没受理',
      sentence: '「车堵了」没有受理，点开看为什么。',
      about: { as: 'passerBy' },
    })
  })

  it('by its category, while its words wait for the content check', () => {
    const appeal = snap('车堵了')
    const decision = decline(appeal, by(colleague, sent + hour), 'outside', '')
    const sentences = noticesOf(save(appeal, decision), decision.tell).map(({ personId, sentence }) => [
      personId,
      sentence,
    ])
    expect(sentences).toContainEqual(['passer-by', '「消防通道」没有受理，点开看为什么。'])
    expect(sentences).toContainEqual(['rider', expect.stringContaining('「车堵了」')])
  })
})

it('who saw it too hears no more of what has become confidential', () => {
  expect(toldOf(confirm({ ...done(), confidential: true }, by(rider), 'satisfied', ''))).toEqual([])
})

describe('says what is so, to each', () => {
  const named = { personId: 'named', title: '值班' }
  const waiting = () => accepted()
  const suspended = () => {
    const appeal = waiting()
    return save(appeal, suspend(appeal, by(supervisor), sent + 3 * day, '等厂家'))
  }
  const resolvedAs = (unsolved: boolean) => {
    const appeal = waiting()
    return resolve(appeal, by(worker), { words: '厂家不在了', photos: [], unsolved })
  }
  const merged = (child: Appeal) => {
    const parent = { ...submitted(), _id: 'b'.repeat(24) }
    return save(child, merge(child, parent, by(supervisor), '').child)
  }
  const apart = (child: Appeal) => unmerge(merged(child), undefined, by(supervisor), '').child
  const urgent = () => ({ ...accepted(submitted({ urgency: 'urgent' })) })
  const place = (over: Partial<Appeal>) => ({ ...submitted({ urgency: 'urgent' }), named, ...over })
  it.each<[string, () => Decision, string, News]>([
    [
      'half solved, says the person',
      () => confirm(resolved(), by(rider), 'partly', '还差一盏'),
      'worker',
      'partlySatisfied',
    ],
    [
      'half solved, an officer hears',
      () => followUp(resolved(), by(supervisor), 'partly', ''),
      'worker',
      'partlySatisfied',
    ],
    [
      'late, and up',
      () => escalate(waiting(), by('clock'), catchAll, named, { words: '', clock: 'resolve' }),
      'rider',
      'raised',
    ],
    [
      'up by hand, not late',
      () => escalate(waiting(), by(worker), catchAll, named, { words: '要上面定' }),
      'rider',
      'raisedByHand',
    ],
    [
      'up by hand: who had it',
      () => escalate(waiting(), by(supervisor), catchAll, named, { words: '' }),
      'worker',
      'takenByHand',
    ],
    ['declined', () => decline(submitted(), by(colleague), 'outside', ''), 'rider', 'declined'],
    [
      'declined after the review',
      () => decline({ ...submitted(), reviews: 1 }, by(colleague), 'outside', ''),
      'rider',
      'declinedForGood',
    ],
    ['goes on because the day has come', () => resume(suspended(), by('clock'), ''), 'rider', 'resumedOnDay'],
    ['goes on because somebody answered', () => resume(suspended(), by(supervisor), ''), 'rider', 'resumed'],
    ['goes on by hand: who has it', () => resume(suspended(), by(supervisor), ''), 'worker', 'resumedByHand'],
    ['solved', () => resolvedAs(false), 'rider', 'resolved'],
    ['not to be solved', () => resolvedAs(true), 'rider', 'resolvedUnsolved'],
    ['sent on', () => dispatch(submitted(), by(supervisor), tradeCommittee, named, ''), 'rider', 'moved'],
    [
      'sent on with more time',
      () => dispatch(submitted(), by(supervisor), tradeCommittee, named, '', { hard: true }),
      'rider',
      'movedHard',
    ],
    ['reopened one level up', () => reopen(resolved(), by(rider), catchAll, named, ''), 'worker', 'reopened'],
    [
      'reopened where nothing is above',
      () => reopen(resolved(), by(rider), undefined, named, ''),
      'worker',
      'reopenedHere',
    ],
    [
      'merged: who had it in hand',
      () => merge(waiting(), { ...submitted(), _id: 'b'.repeat(24) }, by(supervisor), '').child,
      'worker',
      'mergedWork',
    ],
    ['on its own again: who has it in hand', () => apart(waiting()), 'worker', 'unmergedWork'],
    ['on its own again, resolved before', () => apart(resolved()), 'rider', 'unmergedResolved'],
    [
      'danger that was taken comes near its limit: who is on duty',
      () => warn(urgent(), by('clock'), 'resolve', named),
      'named',
      'resolveSoon',
    ],
    ['danger that nobody has taken', () => page(place({}), by('clock'), undefined), 'named', 'stillUrgent'],
    [
      'danger that nobody has placed',
      () => page(place({ state: 'submitted' }), by('clock'), undefined),
      'named',
      'stillUnplaced',
    ],
  ])('%s', (_, decide, personId, wanted) => {
    const told = decide().tell.filter((each) => each.personId === personId)
    expect(told.map(({ news }) => news)).toEqual([wanted])
  })
})

it.each([
  ['who was called for help', { personId: 'helper', title: '网格员' }, { personId: 'helper' }],
  ['else whom the organisation names', undefined, { personId: '', organisationId: other._id }],
])('is told that it is not waited for: %s', (_, called, told) => {
  const appeal = accepted()
  const asked = save(
    appeal,
    askHelp(appeal, by(worker), { id: other._id, name: other.name }, '借个梯子', called),
  )
  const released = help(asked, by(worker), other._id, 'release', { words: '', photos: [] })
  expect(released.tell).toEqual([{ sequence: asked.version + 1, news: 'released', ...told }])
})

it('nobody passes by what is confidential', () => {
  const food = submitted({ kind: 'snap', category: 'foodSafety' }, { confidential: true })
  expect(codeOf(() => support(food, by(passerBy), 200))).toBe('APPEAL_NOT_FOUND')
})
