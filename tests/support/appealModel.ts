import fc from 'fast-check'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { noDue } from '../../domain/appeal/appeal.ts'
import {
  closeUnanswered,
  confirm,
  decline,
  followUp,
  reopen,
  reply,
  review,
  support,
  urge,
  withdraw,
} from '../../domain/appeal/asking.ts'
import { clockRequest, dueNow, nextTick, page, warn } from '../../domain/appeal/clockwork.ts'
import { type Attempt, afterStep, check, type Decision } from '../../domain/appeal/decisions.ts'
import { conclude, merge, unmerge } from '../../domain/appeal/grouping.ts'
import { dispatch, escalate, giveBack, inherit, name, transfer } from '../../domain/appeal/handing.ts'
import { accept, askHelp, help, note, resolve, resume, suspend } from '../../domain/appeal/handling.ts'
import { type Carried, carriedOut, possibleActions, situationOf } from '../../domain/appeal/possible.ts'
import { relationsTo } from '../../domain/appeal/privacy.ts'
import { fits, isOpen, isWorking, transitions } from '../../domain/appeal/states.ts'
import { faultOf } from '../../domain/appeal/verify.ts'
import { Refusal } from '../../domain/errors.ts'
import type { Caller, Role } from '../../domain/people/roles.ts'
import { levelAbove, type Organisation } from '../../domain/place/organisation.ts'
import { answerRelief, decideRelief } from '../../domain/relief/deciding.ts'
import {
  catchAll,
  community,
  day,
  hat,
  hour,
  other,
  sent,
  submitted,
  top,
  tradeCommittee,
} from './exampleAppeal.ts'

const organisations = [community, other, tradeCommittee, catchAll, top]
const roles: Role[] = ['gridWorker', 'dispatcher', 'officer', 'secretary', 'supervisor', 'clerk']
const appealCount = 6

/** Everybody who takes part: some who ask, and every role at every organisation. */
const people: Caller[] = [
  ...[0, 1, 2].map((index) => ({ personId: `rider-${index}`, hat: undefined })),
  ...organisations.flatMap((holder) =>
    roles.map((role) => ({ personId: `${role}@${holder._id}`, hat: hat(holder, role) })),
  ),
  // Who asks may wear a hat as well.
  { personId: 'rider-0', hat: hat(community, 'gridWorker') },
]

/** One random thing that happens: somebody tries an action on an appeal, or only time passes. */
interface Happening {
  /** `possible`: one of those that somebody could take now; the others are tried whether or not they can be. */
  action: Carried | 'possible' | 'clock' | 'inherit' | 'submit'
  appeal: number
  who: number
  other: number
  choice: number
  /** Milliseconds since what happened before. */
  later: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  action: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...carriedOut) },
    { weight: 16, arbitrary: fc.constant('possible' as const) },
    { weight: 4, arbitrary: fc.constant('clock' as const) },
    { weight: 2, arbitrary: fc.constant('submit' as const) },
    { weight: 1, arbitrary: fc.constant('inherit' as const) },
  ),
  appeal: fc.nat(appealCount - 1),
  who: fc.nat(people.length - 1),
  other: fc.nat(organisations.length - 1),
  choice: fc.nat(11),
  later: fc.oneof(fc.nat(hour), fc.nat(3 * day)),
})

/** Sequences of up to so many happenings, half as many on average. */
export const sequences = (length: number): fc.Arbitrary<Happening[]> =>
  fc.array(happening, { minLength: 1, maxLength: length, size: 'max' })

export interface Walk {
  taken: number
  refused: number
  /** How often each action was taken. */
  actions: Record<string, number>
}

/** Lets it all happen and throws at the first thing that must never be. */
export function walk(sequence: readonly Happening[]): Walk {
  const appeals = Array.from({ length: appealCount }, (_, index) => fresh(index, index, sent))
  const done: Walk = { taken: 0, refused: 0, actions: {} }
  let now = sent
  for (const [index, each] of sequence.entries()) {
    now += each.later
    if (each.action === 'submit') {
      replaceEnded(appeals, each.appeal, index, now)
      continue
    }
    const tried = attempt(appeals, each, now, `request-${index}`)
    if (tried === 'refused') done.refused += 1
    else
      for (const [at, decision] of tried) {
        const before = appeals[at] as Appeal
        const after = afterStep(before, decision)
        demand(before, after, decision)
        appeals[at] = { ...after, outbox: [] }
        done.taken += 1
        done.actions[decision.event.action] = (done.actions[decision.event.action] ?? 0) + 1
      }
    if (tried !== 'refused') demandOfAll(appeals)
  }
  for (const appeal of appeals) {
    const fault = faultOf(appeal)
    if (fault) throw new Error(`${appeal._id}: the log doesn't tell ${fault}`)
  }
  return done
}

function fresh(index: number, number: number, at: number): Appeal {
  const id = number.toString(16).padStart(24, '0')
  if (index === 4) return freshRelief(id, at)
  return submitted(
    { kind: index % 3 === 0 ? 'snap' : 'request', urgency: index % 2 ? 'normal' : 'high' },
    {
      id,
      at,
      holder: index % 2 ? other : community,
      caller: { personId: `rider-${index % 3}`, hat: undefined },
    },
  )
}

/** One that the committee decides on. */
function freshRelief(id: string, at: number): Appeal {
  const relief = {
    platform: '美团',
    orderNumber: '4519',
    occurredAt: at,
    fineYuan: 50,
    cause: 'heavyRain',
  } as const
  return submitted(
    { kind: 'relief', category: 'penalty', text: '', relief },
    {
      id,
      at,
      holder: tradeCommittee,
      caller: { personId: 'rider-1', hat: undefined },
      assessed: { assessment: 'eligible', points: 0, threshold: 0, ruleVersion: 1 },
    },
  )
}

/** A new appeal in place of one that has ended and that nobody follows. */
function replaceEnded(appeals: Appeal[], at: number, index: number, now: number): void {
  const old = appeals[at] as Appeal
  if (isOpen(old.state) || old.state === 'merged' || old.children > 0) return
  const fault = faultOf(old)
  if (fault) throw new Error(`${old._id}: the log doesn't tell ${fault}`)
  appeals[at] = fresh(at, 1000 + index, now)
}

/** Somebody who can do something with an appeal now, and what: each action is as likely as the other. */
function somebodyWho(appeal: Appeal, now: number, which: number): [Carried, Caller] | undefined {
  const can = people.flatMap((caller) =>
    possibleActions(
      situationOf(appeal, caller.personId),
      caller.hat?.role,
      relationsTo(appeal, caller),
      now,
    ).map((action) => [action, caller] as [Carried, Caller]),
  )
  const actions = [...new Set(can.map(([action]) => action))]
  const action = actions[which % Math.max(1, actions.length)]
  const callers = can.filter(([each]) => each === action)
  return callers[which % Math.max(1, callers.length)]
}

function attempt(
  appeals: readonly Appeal[],
  happening: Happening,
  now: number,
  requestId: string,
): [number, Decision][] | 'refused' {
  try {
    return decide(appeals, happening, now, requestId)
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

function decide(
  appeals: readonly Appeal[],
  { action, appeal: at, who, other, choice }: Happening,
  now: number,
  requestId: string,
): [number, Decision][] {
  const appeal = appeals[at] as Appeal
  if (action === 'clock') return clock(appeals, at, now)
  if (action === 'submit') return []
  const target = organisations[other] as Organisation
  if (action === 'inherit')
    return isOpen(appeal.state) && target._id !== appeal.organisation.id
      ? [
          [
            at,
            inherit(
              appeal,
              { caller: 'clock', now },
              { _id: appeal.organisation.id, name: appeal.organisation.name },
              target,
              null,
            ),
          ],
        ]
      : []
  const [chosen, caller] =
    action === 'possible'
      ? (somebodyWho(appeal, now, who + 7 * choice) ?? [])
      : [action, people[who] as Caller]
  if (!chosen || !caller) return []
  const by = { caller, now, requestId }
  check(appeal, chosen, by, appeal.version)
  const above = levelAbove(appeal.organisation, appeal.trade, organisations)
  const said = { words: `第${choice}句`, photos: choice % 2 ? ['cloud://e/photos/x/1.jpg'] : [] }
  const one = (decision: Decision): [number, Decision][] => [[at, decision]]
  switch (chosen) {
    case 'dispatch':
      return one(dispatch(appeal, by, target, null, '', { hard: choice === 0 }))
    case 'accept':
      return one(accept(appeal, by))
    case 'return': {
      const catchAllId = appeal.organisation.catchAllId
      const upper = organisations.find(({ _id }) => _id === catchAllId) ?? top
      return one(giveBack(appeal, by, upper, null, { id: target._id, name: target.name }, '不归我们'))
    }
    case 'transfer':
      return one(transfer(appeal, by, target, null, ''))
    case 'assist':
      return one(
        choice < 6
          ? askHelp(appeal, by, { id: target._id, name: target.name }, '', undefined)
          : help(appeal, by, appeal.helperIds[0] ?? target._id, choice < 9 ? 'finish' : 'report', said),
      )
    case 'note':
      return one(note(appeal, by, { ...said, internal: choice % 3 === 0 }))
    case 'suspend':
      return one(suspend(appeal, by, now + choice * day, ''))
    case 'resume':
      return one(resume(appeal, by, ''))
    case 'resolve':
      return one(resolve(appeal, by, { ...said, unsolved: choice === 0 }))
    case 'confirm':
      return one(confirm(appeal, by, answers[choice % 3] ?? 'satisfied', ''))
    case 'followUp':
      return one(followUp(appeal, by, choice < 4 ? undefined : answers[choice % 3], ''))
    case 'reopen':
      return one(reopen(appeal, by, above, null, ''))
    case 'review':
      return one(review(appeal, by, above, null, ''))
    case 'reply':
      return one(reply(appeal, by, '说的话'))
    case 'urge':
      return one(urge(appeal, by, ''))
    case 'escalate':
      return one(escalate(appeal, by, above, null, { words: '' }))
    case 'support':
      return one(support(appeal, by, 200))
    case 'withdraw':
      return one(withdraw(appeal, by, ''))
    case 'decline':
      return one(decline(appeal, by, 'outside', ''))
    case 'merge': {
      const into = (at + 1 + (choice % (appealCount - 1))) % appealCount
      const decided = merge(appeal, appeals[into] as Appeal, by, '')
      return [
        [at, decided.child],
        [into, decided.parent],
      ]
    }
    case 'decideRelief':
      return one(decideRelief(appeal, by, `第${choice}句`, choice % 3 ? `${choice}号` : undefined))
    case 'answerRelief': {
      const outcome = platformAnswers[choice % 3] ?? 'refused'
      return one(answerRelief(appeal, by, { outcome, yuan: 20, words: '' }))
    }
    case 'unmerge': {
      const parent = appeals.findIndex(({ _id }) => _id === appeal.parent?.id)
      const decided = unmerge(appeal, appeals[parent], by, '')
      return [
        [at, decided.child],
        ...(decided.parent ? [[parent, decided.parent] as [number, Decision]] : []),
      ]
    }
  }
}
const platformAnswers = ['waived', 'partly', 'refused'] as const
const answers = ['satisfied', 'partly', 'unsatisfied'] as const

/** The timer looks at one appeal, as cloudfunctions/clock does. */
function clock(appeals: readonly Appeal[], at: number, now: number): [number, Decision][] {
  const appeal = appeals[at] as Appeal
  const parent = appeals.find(({ _id }) => _id === appeal.parent?.id)
  const follows: Attempt = { caller: 'clock', now, requestId: `clock-follow-${now}` }
  if (appeal.state === 'merged' && parent && !isOpen(parent.state) && parent.state !== 'merged')
    return [
      [
        at,
        parent.state === 'withdrawn'
          ? unmerge(appeal, undefined, follows, '').child
          : conclude(appeal, parent, follows),
      ],
    ]
  const due = dueNow(appeal, now)
  if (!appeal.named && fits('name', appeal.state) && due?.what !== 'breach')
    return [[at, name(appeal, now, { personId: `gridWorker@${appeal.organisation.id}`, title: '网格员' })]]
  if (!due) return []
  const by: Attempt = { caller: 'clock', now, requestId: clockRequest(appeal, due) }
  const above = levelAbove(appeal.organisation, appeal.trade, organisations)
  switch (due.what) {
    case 'page':
      return [[at, page(appeal, by, undefined)]]
    case 'warn':
      return [[at, warn(appeal, by, due.clock, undefined)]]
    case 'breach':
      return [[at, escalate(appeal, by, above, null, { words: '', clock: due.clock })]]
    case 'resume':
      return [[at, resume(appeal, by, '')]]
    case 'callPerson':
      return [[at, warn(appeal, by, 'followUp', undefined)]]
    case 'close':
      return [[at, closeUnanswered(appeal, by)]]
    case 'forget':
      return []
  }
}

/** What must hold of every step. */
function demand(before: Appeal, after: Appeal, { event }: Decision): void {
  const { action } = event
  const to: readonly string[] = transitions[action].to
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${action} from ${before.state} to ${after.state}: ${what}`)
  }
  must(fits(action, before.state), 'the table has no such step')
  must(
    to.includes(after.state) || (to.includes('same') && after.state === before.state),
    'the table leads elsewhere',
  )
  must(event.previousHash === before.events.at(-1)?.hash, 'the chain is broken')
  must(event.sequence === before.version + 1 && after.version === event.sequence, 'the numbers have a gap')
  must(event.at >= (before.events.at(-1)?.at ?? 0), 'time runs backwards')
  must(after.acceptBy >= before.acceptBy, 'the clock to accept moves backwards')
  must((after.resolveBy ?? 0) >= (before.resolveBy ?? 0), 'the clock to resolve moves backwards')
  must(after.open === isOpen(after.state) && after.working === isWorking(after.state), 'a list would miss it')
  must(
    !isOpen(after.state) || organisations.some(({ _id }) => _id === after.organisation.id),
    'nobody owns it',
  )
  must(!isWorking(after.state) || after.dueAt !== noDue, 'no clock runs though somebody must work')
  must(after.state !== 'accepted' || after.responsible !== null, 'taken on by nobody')
  must(after.state !== 'closed' || after.outcome !== undefined, 'closed without an outcome')
  must(
    action !== 'resolve' || before.assistants.every(({ why, state }) => why !== 'asked' || state !== 'open'),
    'somebody still helps',
  )
  must(
    action !== 'resolve' || !after.reliefCase || after.reliefCase.decision !== undefined,
    'resolved before anybody decided',
  )
  must(
    !before.reliefCase?.letter || before.reliefCase.letter === after.reliefCase?.letter,
    'a letter changed after it went out',
  )
  must(after.returns <= 3 && (after.returns < 3 || after.final), 'returned too often')
  must(after.suspensions.count <= 2 && after.suspensions.days <= 15, 'suspended too long')
  must(after.reopens <= 2 && after.reviews <= 1 && after.followUps <= 3, 'more often than allowed')
  const handles = event.actor.role !== 'person' && event.actor.role !== 'clock'
  must(!handles || event.actor.personId !== after.reporterId, 'somebody handles their own')
}

/** What must hold of all appeals together. */
function demandOfAll(appeals: readonly Appeal[]): void {
  for (const appeal of appeals) {
    if (appeal.state !== 'merged') continue
    const seen = new Set([appeal._id])
    for (let next = appeal.parent; next; ) {
      if (seen.has(next.id)) throw new Error(`${appeal._id} follows itself`)
      seen.add(next.id)
      const parent = appeals.find(({ _id }) => _id === next?.id)
      if (!parent) throw new Error(`${appeal._id} follows nothing`)
      next = parent.state === 'merged' ? parent.parent : null
    }
  }
  for (const appeal of appeals)
    if (appeal.state === 'resolved' && nextTick(appeal) === noDue)
      throw new Error(`${appeal._id} would wait for ever`)
}
