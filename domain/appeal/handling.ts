import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import { requireAnswer } from '../relief/deciding.ts'
import { settingOf } from '../settings/settings.ts'
import { type Appeal, type Assistant, type Named, noDue } from './appeal.ts'
import { afterWorkingTime, workingDaysBetween, workingTimeBetween } from './clocks.ts'
import { type Attempt, type Decision, step } from './decisions.ts'
import { limits } from './limits.ts'

/** Steps of those who have an appeal in hand. */

export interface Said {
  words: string
  photos: string[]
}

export function accept(appeal: Appeal, attempt: Attempt): Decision {
  const { personId, title } = actorOf(attempt.caller)
  const ahead = appeal.acceptBy - attempt.now
  return step(appeal, 'accept', 'accepted', attempt, { ahead }, { responsible: { personId, title } })
}

export function note(appeal: Appeal, attempt: Attempt, said: Said & { internal: boolean }): Decision {
  return step(appeal, 'note', appeal.state, attempt, said)
}

/** A snap asks for a photo of how it looks now. `unsolved`: it can't be solved, the words say why. */
export function resolve(appeal: Appeal, attempt: Attempt, said: Said & { unsolved: boolean }): Decision {
  const { words, photos, unsolved } = said
  if (appeal.kind === 'snap' && !unsolved && photos.length === 0) throw new Refusal('PHOTO_NEEDED')
  requireAnswer(appeal, unsolved)
  const changes = { unsolved, resolvedAt: attempt.now, followUps: 0, alarms: { ...appeal.alarms } }
  changes.alarms.followUp = 'quiet'
  return step(appeal, 'resolve', 'resolved', attempt, { words, photos }, changes)
}

/**
 * Waits for someone outside until a day. The second clock stands still meanwhile. How often and how long altogether its
 * city has said; what is longer than a handler may grant alone is for a supervisor above.
 */
export function suspend(appeal: Appeal, attempt: Attempt, until: number, words: string): Decision {
  const { count, days } = appeal.suspensions
  const asked = workingDaysBetween(attempt.now, until)
  if (until <= attempt.now || asked < 1) throw new Refusal('SUSPEND_UNTIL_PAST')
  const left = settingOf(appeal.terms, 'suspendedDays') - days
  if (asked > left) throw new Refusal('SUSPENDED_TOO_LONG', { limit: left })
  const mayAlone = attempt.caller !== 'clock' && attempt.caller.hat?.role === 'supervisor'
  const alone = settingOf(appeal.terms, 'suspendedAlone')
  if (asked > alone && !mayAlone) throw new Refusal('SUPERVISOR_NEEDED', { limit: alone })
  const suspensions = { count: count + 1, days: days + asked, until, since: attempt.now }
  return step(appeal, 'suspend', 'suspended', attempt, { words }, { suspensions })
}

/** Goes on; what was left of the second clock is left still. Days that were not waited for are given back. */
export function resume(appeal: Appeal, attempt: Attempt, words: string): Decision {
  const { since, until, days, count } = appeal.suspensions
  const unused = workingDaysBetween(attempt.now, until ?? attempt.now)
  const suspensions = { count, days: Math.max(0, days - unused), until: null, since }
  const clock = appeal.resolveBy === undefined ? {} : { resolveBy: moved(appeal, since, attempt.now) }
  return step(appeal, 'resume', 'accepted', attempt, { words }, { suspensions, ...clock })
}

/** Where a deadline stands after a wait: as much time is left as when the wait began. It never comes nearer. */
function moved({ resolveBy = noDue, urgency, organisation }: Appeal, since: number, now: number): number {
  if (resolveBy <= since) return resolveBy
  if (urgency === 'urgent') return resolveBy + (now - since)
  const left = workingTimeBetween(since, resolveBy, organisation.hours)
  return Math.max(resolveBy, afterWorkingTime(now, left, organisation.hours))
}

/** Another organisation is asked to help; resolving waits until it has finished, or is not waited for any more. */
export function askHelp(
  appeal: Appeal,
  attempt: Attempt,
  { id, name }: Pick<Assistant, 'id' | 'name'>,
  words: string,
  called: Named | undefined,
): Decision {
  if (id === appeal.organisation.id) throw new Refusal('ORGANISATION_SAME', { organisation: name })
  const others = appeal.assistants.filter((each) => each.id !== id)
  const earlier = appeal.assistants.find((each) => each.id === id)
  if (earlier?.state === 'open' && earlier.why === 'asked')
    throw new Refusal('ASSISTS_ALREADY', { organisation: name })
  if (others.length >= limits.assistants) throw new Refusal('ASSISTANTS_FULL', { limit: limits.assistants })
  const assistants: Assistant[] = [...others, { id, name, why: 'asked', state: 'open' }]
  const details = { words, help: 'ask', organisation: { id, name }, ...(called && { called }) } as const
  return step(appeal, 'assist', appeal.state, attempt, details, { assistants })
}

/** What an assistant says: how it goes, or that their part is done. */
export function help(
  appeal: Appeal,
  attempt: Attempt,
  assistantId: string,
  how: 'report' | 'finish' | 'release',
  said: Said,
): Decision {
  const assistant = appeal.assistants.find(({ id, state }) => id === assistantId && state === 'open')
  if (!assistant) throw new Refusal('NOT_ASSISTING')
  const { id, name } = assistant
  const assistants = appeal.assistants.map((each) =>
    each === assistant ? ({ ...each, state: 'finished' } as const) : each,
  )
  const details = { ...said, help: how, organisation: { id, name }, internal: true }
  return step(appeal, 'assist', appeal.state, attempt, details, how === 'report' ? {} : { assistants })
}
