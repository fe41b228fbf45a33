import { type Organisation, organisationReference } from '../place/organisation.ts'
import { settingOf } from '../settings/settings.ts'
import type { Appeal, Assistant, Changes, Named } from './appeal.ts'
import type { Category } from './categories.ts'
import { deadlines } from './clocks.ts'
import { type Attempt, type Decision, type EventDetails, step } from './decisions.ts'

/** Steps that hand an appeal on to another organisation. */

const quiet = { accept: 'quiet', resolve: 'quiet', followUp: 'quiet' } as const

const named_ = ({ _id, name }: Organisation) => ({ id: _id, name })

/** What a dispatcher may set right while handing it on. */
export interface Correction {
  category?: Category | undefined
  /** 疑难: a supervisor grants more time. */
  hard?: boolean
}

/**
 * A dispatcher's own choice. The new organisation gets a full time to accept; the time to resolve, once promised to
 * the person, stays (docs/decisions), unless a supervisor finds it hard: then there is more.
 */
export function dispatch(
  appeal: Appeal,
  attempt: Attempt,
  target: Organisation,
  named: Named | null,
  words: string,
  { category, hard }: Correction = {},
): Decision {
  const urgency = hard ? 'hard' : appeal.urgency
  const { acceptBy, resolveBy } = deadlines(appeal.kind, urgency, attempt.now, target.hours, appeal.terms)
  const later = Math.max(appeal.resolveBy ?? 0, resolveBy ?? 0)
  const changes: Changes = {
    organisation: organisationReference(target),
    named,
    proposed: null,
    acceptFrom: attempt.now,
    acceptBy: Math.max(appeal.acceptBy, acceptBy),
    alarms: { ...appeal.alarms, accept: 'quiet', pages: 0, ...(hard && { resolve: 'quiet' as const }) },
    ...(category &&
      category !== appeal.category && { category, corrected: { from: appeal.category, at: attempt.now } }),
    // What turns out to be about food is confidential from then on (appeals.md, Snaps).
    ...(category === 'foodSafety' && { confidential: true }),
    ...(hard && { urgency, ...(later > 0 && { resolveFrom: attempt.now, resolveBy: later }) }),
    assistants: without(appeal.assistants, target._id),
  }
  return step(appeal, 'dispatch', 'dispatched', attempt, { words, organisation: named_(target) }, changes)
}

/**
 * Not ours: back to the catch-all above, with a proposal. Its dispatcher places it; the third time it must keep it.
 * No clock restarts.
 */
export function giveBack(
  appeal: Appeal,
  attempt: Attempt,
  catchAll: Organisation,
  named: Named | null,
  proposed: { id: string; name: string },
  words: string,
): Decision {
  const returns = appeal.returns + 1
  const final = returns > settingOf(appeal.terms, 'returns')
  const assistants = without(appeal.assistants, catchAll._id)
  return step(
    appeal,
    'return',
    final ? 'dispatched' : 'submitted',
    attempt,
    { words, proposed, organisation: named_(catchAll) },
    { returns, final, proposed, organisation: organisationReference(catchAll), named, assistants },
  )
}

/** To another organisation of the same branch. Who had taken it on stays responsible until another accepts. */
export function transfer(
  appeal: Appeal,
  attempt: Attempt,
  target: Organisation,
  named: Named | null,
  words: string,
): Decision {
  return step(
    appeal,
    'transfer',
    'dispatched',
    attempt,
    { words, organisation: named_(target) },
    {
      organisation: organisationReference(target),
      named,
      assistants: without(appeal.assistants, target._id),
    },
  )
}

/**
 * One level up, on new clocks; the lower organisation stays as assistant. Where nothing stands above, it stays where
 * it is, and the log says that a clock has run out.
 */
export function escalate(
  appeal: Appeal,
  attempt: Attempt,
  above: Organisation | undefined,
  named: Named | null,
  { words, clock }: { words: string; clock?: 'accept' | 'resolve' },
): Decision {
  if (above) return handOn(appeal, 'escalate', attempt, above, named, { words, ...(clock && { clock }) })
  const breached = clock ? { [clock]: 'breached' as const } : {}
  const details = { words, ...(clock && { clock }), internal: true }
  return step(appeal, 'escalate', appeal.state, attempt, details, {
    alarms: { ...appeal.alarms, ...breached },
  })
}

/** One level up, on new clocks; without a level above, the same organisation again. */
export function handOn(
  appeal: Appeal,
  action: 'escalate' | 'reopen' | 'review',
  attempt: Attempt,
  above: Organisation | undefined,
  named: Named | null,
  details: EventDetails,
  more: Changes = {},
): Decision {
  const { acceptBy, resolveBy } = deadlines(
    appeal.kind,
    appeal.urgency,
    attempt.now,
    above?.hours,
    appeal.terms,
  )
  const { id, name } = appeal.organisation
  const left: Assistant = { id, name, why: 'escalated', state: 'open' }
  const changes: Changes = {
    ...more,
    acceptFrom: attempt.now,
    acceptBy: Math.max(appeal.acceptBy, acceptBy),
    ...(resolveBy !== undefined && {
      resolveFrom: attempt.now,
      resolveBy: Math.max(appeal.resolveBy ?? 0, resolveBy),
    }),
    alarms: quiet,
    named,
    ...(above && {
      organisation: organisationReference(above),
      assistants: [...without(appeal.assistants, above._id, id), left],
    }),
  }
  return step(
    appeal,
    action,
    'dispatched',
    attempt,
    { organisation: above ? named_(above) : { id, name }, ...details },
    changes,
  )
}

const without = (assistants: readonly Assistant[], ...ids: string[]): Assistant[] =>
  assistants.filter(({ id }) => !ids.includes(id))

/**
 * The organisation that had it was merged into another, which has it from now on, in the state and on the clocks as
 * they are; `named` is whom it names. The event is named by the merger, so that it stands in the log once.
 */
export function inherit(
  appeal: Appeal,
  { caller, now }: Pick<Attempt, 'caller' | 'now'>,
  former: Pick<Organisation, '_id' | 'name'>,
  heir: Organisation,
  named: Named | null,
): Decision {
  const requestId = `inherit-${former._id}-${heir._id}`
  return step(
    appeal,
    'inherit',
    appeal.state,
    { caller, now, requestId },
    { words: `${former.name}并入${heir.name}，由${heir.name}承接`, organisation: named_(heir) },
    { organisation: organisationReference(heir), named },
  )
}

/**
 * Whom its organisation names for what waits there, when nobody was known as it came, or who was named has left. Named
 * by the version that it follows, so that it is done once.
 */
export function name(appeal: Appeal, now: number, named: Named): Decision {
  const requestId = `clock-name-${appeal._id.slice(0, 8)}-${appeal.version}`
  const attempt: Attempt = { caller: 'clock', now, requestId }
  return step(appeal, 'name', appeal.state, attempt, { called: named, internal: true }, { named })
}
