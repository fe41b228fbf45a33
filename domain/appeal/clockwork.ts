import { settingOf } from '../settings/settings.ts'
import { type Appeal, type Named, noDue } from './appeal.ts'
import { pageAt, warningAt } from './clocks.ts'
import { type Attempt, type Decision, step } from './decisions.ts'

const day = 86_400_000

/** What the timer has to do for an appeal. */
export type Due =
  | { what: 'warn' | 'breach'; clock: 'accept' | 'resolve' }
  | { what: 'resume' | 'callPerson' | 'page' | 'close' | 'forget' }

interface Alarm {
  at: number
  due: Due
}

/** All that will become due of an appeal if nothing else happens; what has been done is not among it. */
function alarms(appeal: Appeal): Alarm[] {
  const { state, suspensions, resolvedAt, endedAt, alarms } = appeal
  switch (state) {
    case 'submitted':
    case 'dispatched':
      return [...clock(appeal, 'accept'), ...clock(appeal, 'resolve'), ...pages(appeal)]
    case 'accepted':
      return clock(appeal, 'resolve')
    case 'suspended':
      return suspensions.until === null ? [] : [{ at: suspensions.until, due: { what: 'resume' } }]
    case 'resolved': {
      const since = resolvedAt ?? appeal.updatedAt
      const call: Alarm = {
        at: since + settingOf(appeal.terms, 'answerDays') * day,
        due: { what: 'callPerson' },
      }
      const close: Alarm = { at: since + settingOf(appeal.terms, 'closeDays') * day, due: { what: 'close' } }
      return alarms.followUp === 'quiet' ? [close, call] : [close]
    }
    case 'closed':
    case 'withdrawn':
    case 'declined':
      return appeal.reporterId === '' || endedAt === null
        ? []
        : // Closed appeals keep the person's identity for a while (appeals.md, Privacy).
          [{ at: endedAt + settingOf(appeal.terms, 'identityDays') * day, due: { what: 'forget' } }]
    case 'merged':
      return []
  }
}

function clock(appeal: Appeal, clock: 'accept' | 'resolve'): Alarm[] {
  const [from, by, alarm] =
    clock === 'accept'
      ? [appeal.acceptFrom, appeal.acceptBy, appeal.alarms.accept]
      : [appeal.resolveFrom, appeal.resolveBy ?? noDue, appeal.alarms.resolve]
  if (by === noDue || alarm === 'breached') return []
  const breach: Alarm = { at: by, due: { what: 'breach', clock } }
  const warning: Alarm = { at: from + warningAt * (by - from), due: { what: 'warn', clock } }
  const paged = clock === 'accept' && appeal.urgency === 'urgent'
  return alarm === 'quiet' && !paged ? [breach, warning] : [breach]
}

/** What is urgent is called out until somebody has taken it; that takes the place of the warning at 80 %. */
function pages({ urgency, acceptFrom, alarms, terms }: Appeal): Alarm[] {
  const at = urgency === 'urgent' ? pageAt(acceptFrom, alarms.pages ?? 0, terms) : undefined
  return at === undefined ? [] : [{ at, due: { what: 'page' } }]
}

/**
 * The one thing that is due at a moment: of several, what weighs most, so that after an outage of days there is one
 * notice and not one for each clock. Undefined when nothing is.
 */
export function dueNow(appeal: Appeal, now: number): Due | undefined {
  // Breaches and endings stand before warnings in every list.
  const due = alarms(appeal).filter(({ at }) => at <= now)
  return (due.find(({ due: { what } }) => what !== 'warn' && what !== 'page') ?? due[0])?.due
}

/** When the timer must look at an appeal again; `noDue` when never. */
export function nextTick(appeal: Appeal): number {
  return Math.ceil(Math.min(noDue, ...alarms(appeal).map(({ at }) => at)))
}

/** 80 % of a clock has run, or the person has not answered for days; `called` is told beside who has it. */
export function warn(
  appeal: Appeal,
  attempt: Attempt,
  clock: 'accept' | 'resolve' | 'followUp',
  called: Named | undefined,
): Decision {
  return step(
    appeal,
    'warn',
    appeal.state,
    attempt,
    { clock, internal: true, ...(called && { called }) },
    { alarms: { ...appeal.alarms, [clock]: 'warned' } },
  )
}

/**
 * The rota is called for what is urgent and not taken: `called` is next on it; undefined when all of them have been
 * called, and are called again. What was missed while the timer stood still is not made up for.
 */
export function page(appeal: Appeal, attempt: Attempt, called: Named | undefined): Decision {
  let pages = appeal.alarms.pages ?? 0
  while ((pageAt(appeal.acceptFrom, pages, appeal.terms) ?? noDue) <= attempt.now) pages += 1
  return step(
    appeal,
    'warn',
    appeal.state,
    attempt,
    { clock: 'accept', internal: true, ...(called && { called }) },
    { alarms: { ...appeal.alarms, pages } },
  )
}

/** The request id of what the timer does: the same thing at the same point of a log is done once. */
export const clockRequest = ({ _id, version }: Appeal, due: Due): string =>
  `clock-${due.what}-${_id.slice(0, 8)}-${version}`
