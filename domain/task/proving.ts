import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { Caller } from '../people/roles.ts'
import { metresBetween, type Point } from '../place/geography.ts'
import { type Cause, reversalOf } from '../points/cause.ts'
import { settingOf } from '../settings/settings.ts'
import { beijingDate, inBeijing } from '../time.ts'
import { advance, changed, withClaim } from './claiming.ts'
import { codeFits } from './code.ts'
import { needsPresence } from './kinds.ts'
import { spotChecked } from './spot.ts'
import { type CheckIn, type Claim, readySince, type Task } from './task.ts'
import { timesOf } from './times.ts'

/** How somebody shows that they are there. */
export type Presence = { code: string; point?: Point } | { point: Point } | { organiser: true }

/**
 * Checks somebody in: by the organiser's code or by position within the radius, while check-in is open; by the organiser
 * in any case. Checked in twice is checked in once.
 */
export function checkIn(task: Task, personId: string, presence: Presence, by: string, now: number): Task {
  if (task.phase !== 'published') throw new Refusal('TASK_CANCELLED')
  return withClaim(task, personId, now, (claim) => {
    if (claim.checkIn) return claim
    if (claim.state === 'held') throw new Refusal('REGISTER_FIRST')
    if (claim.state !== 'claimed') throw new Refusal('CLAIM_NONE')
    requireOpen(task, now)
    if (now > task.to + timesOf(task).noShowAfter) throw new Refusal('CHECK_IN_LATE')
    const shown = shownBy(task, presence, now)
    return advance({ ...claim, state: 'checkedIn', checkIn: shown }, 'checkIn', by, now)
  })
}

function requireOpen(task: Task, now: number): void {
  if (now < task.from - timesOf(task).early)
    throw new Refusal('CHECK_IN_EARLY', { minutes: settingOf(task.terms, 'checkInBefore') })
}

function shownBy(task: Task, presence: Presence, at: number): CheckIn {
  if ('organiser' in presence) return { at, by: 'organiser' }
  if ('code' in presence) {
    if (!codeFits(task.secret, presence.code, at)) throw new Refusal('CHECK_IN_CODE_WRONG')
    // The code alone decides; how far away it was typed is kept beside it.
    const { point } = presence
    return { at, by: 'code', ...(point && task.place.point && { metres: metresTo(task.place.point, point) }) }
  }
  if (!task.place.point) throw new Refusal('CHECK_IN_NO_PLACE')
  const metres = metresTo(task.place.point, presence.point)
  if (metres > task.radius) throw new Refusal('CHECK_IN_FAR', { metres, radius: task.radius })
  return { at, by: 'place', metres }
}

const metresTo = (place: Point, from: Point): number => Math.round(metresBetween(from, place))

/** Hands in what shows that it was done. Refuses without presence or photo where the task asks for them. */
export function submit(
  task: Task,
  personId: string,
  { photos, words }: { photos: string[]; words: string },
  now: number,
): Task {
  return withClaim(task, personId, now, (claim) => {
    if (claim.state === 'submitted') return claim
    if (claim.state === 'held') throw new Refusal('REGISTER_FIRST')
    if (claim.state !== 'claimed' && claim.state !== 'checkedIn') throw new Refusal('CLAIM_OVER_NOW')
    if (task.phase !== 'published') throw new Refusal('TASK_CANCELLED')
    if (needsPresence(task) && claim.state === 'claimed') throw new Refusal('CHECK_IN_FIRST')
    requireOpen(task, now)
    if (now > task.to + timesOf(task).proofAfter)
      throw new Refusal('PROOF_LATE', { days: settingOf(task.terms, 'proofDays') })
    if (task.proof.includes('photo') && photos.length === 0) throw new Refusal('TASK_PHOTO_NEEDED')
    return advance(
      { ...claim, state: 'submitted', proof: { at: now, photos, words } },
      'submit',
      personId,
      now,
    )
  })
}

/** The mark that somebody was verified by somebody on a day: the other way round is refused that day. */
export const pairOf = (claimer: string, verifier: string, now: number): string =>
  `${claimer}>${verifier}>${beijingDate(now)}`

/** The marks of this month and the last one, by which it is counted how often (points/flags.ts). */
export const monthPairsOf = (claimer: string, verifier: string, now: number): string[] => {
  const month = beijingDate(now).slice(0, 7)
  const before = inBeijing(now).subtract(1, 'month').format('YYYY-MM')
  return [month, before].map((each) => `${claimer}>${verifier}>${each}`)
}

/** How often, of late, somebody's work was verified by the caller, and the caller's work by them. */
export interface Mutual {
  times: number
  back: number
}

/** What is known of the caller and those whose work they verify. */
export interface Between {
  /** Who verified the caller today. */
  verifiedMe: ReadonlySet<string>
  /** Who verified the caller of late, and the other way round; absent: they did not. */
  mutual: ReadonlyMap<string, Mutual>
}

export interface Judged {
  claimId: string
  accepted: boolean
  words: string
}

/**
 * Verifies work, several claims at once. Refuses one's own, those who verified the caller today (`verifiedMe`), and what
 * nothing was handed in for. What was decided before stays. What is accepted leaves its cause to be paid, with how often
 * the two verify each other; the tenth is looked at again by the street.
 */
export function verify(
  task: Task,
  verdicts: readonly Judged[],
  caller: Caller,
  { verifiedMe, mutual }: Between,
  now: number,
): Task {
  const pairs = [...task.pairs]
  const causes = [...task.causes]
  const claims = task.claims.map((claim) => {
    const judged = verdicts.find(({ claimId }) => claimId === claim.id)
    if (!judged || claim.verdict) return claim
    if (claim.personId === caller.personId) throw new Refusal('VERIFY_OWN')
    if (verifiedMe.has(claim.personId)) throw new Refusal('VERIFY_PAIR', { name: claim.name })
    if (readySince(task, claim) === undefined || now < task.from - timesOf(task).early)
      throw new Refusal('NOTHING_TO_VERIFY')
    if (!judged.accepted && judged.words === '') throw new Refusal('VERIFY_REASON_NEEDED')
    const [month = ''] = monthPairsOf(claim.personId, caller.personId, now)
    pairs.push(pairOf(claim.personId, caller.personId, now), month)
    const { accepted, words } = judged
    const verdict = { at: now, by: actorOf(caller), accepted, words }
    const action = accepted ? 'verify' : 'reject'
    if (accepted) causes.push(verifiedCause(task, claim, caller, mutual.get(claim.personId), now))
    const spot = accepted && spotChecked(claim.id) ? 'open' : null
    return advance(
      { ...claim, state: accepted ? 'verified' : 'rejected', verdict, spot },
      action,
      caller.personId,
      now,
    )
  })
  if (verdicts.some(({ claimId }) => !claims.some(({ id }) => id === claimId)))
    throw new Refusal('NOTHING_TO_VERIFY')
  if (pairs.length === task.pairs.length) return task
  return changed(task, { claims, pairs: [...new Set(pairs)], causes }, now)
}

/** The street looks at one of the tenth again: what it does not find right is not paid, or taken back. */
export function spotCheck(task: Task, judged: Judged, caller: Caller, now: number): Task {
  const causes = [...task.causes]
  const claims = task.claims.map((claim) => {
    if (claim.id !== judged.claimId || claim.spot !== 'open') return claim
    if (claim.personId === caller.personId || claim.verdict?.by.personId === caller.personId)
      throw new Refusal('VERIFY_OWN')
    if (!judged.accepted && judged.words === '') throw new Refusal('VERIFY_REASON_NEEDED')
    const spot = { at: now, by: actorOf(caller), accepted: judged.accepted, words: judged.words }
    if (!judged.accepted) causes.push(reversalOf(causeOf(task, claim, 'taskVerified', now), now))
    const state = judged.accepted ? claim.state : ('rejected' as const)
    return advance({ ...claim, state, spot }, 'spot', caller.personId, now)
  })
  if (!claims.some(({ id }) => id === judged.claimId)) throw new Refusal('NOTHING_TO_VERIFY')
  return changed(task, { claims, causes }, now)
}

/** The cause of accepted work, with what the flags are found from. */
function verifiedCause(
  task: Task,
  claim: Claim,
  { personId: verifierId }: Caller,
  mutual: Mutual | undefined,
  now: number,
): Cause {
  const { checkIn, proof } = claim
  const { point } = task.place
  const evidence = {
    ...(proof && proof.photos.length > 0 && { photos: proof.photos }),
    ...(checkIn && point && { stood: { point, radius: task.radius } }),
    // This time counts too.
    ...(mutual && { mutual: { verifierId, times: mutual.times + 1, back: mutual.back } }),
  }
  return { ...causeOf(task, claim, 'taskVerified', now), evidence }
}

/** What a claim is worth points for, under a key that is derived from it: paid once. */
export function causeOf(
  task: Pick<Task, '_id' | 'title' | 'points' | 'organisation'>,
  { id, personId, checkIn, proof }: Claim,
  kind: 'taskVerified' | 'taskCancelled',
  at: number,
): Cause {
  const { organisation } = task
  const doneAt = checkIn?.at ?? proof?.at
  return {
    key: `claim:${id}:${kind === 'taskVerified' ? 'verified' : 'cancelled'}`,
    kind,
    personId,
    communityId: organisation.id,
    cityId: organisation.ancestors.at(-1) ?? organisation.id,
    title: `任务：${task.title}`,
    // Limits per day go by when it was done, not by when somebody came to look at it.
    at: kind === 'taskVerified' ? (doneAt ?? at) : at,
    ...(doneAt !== undefined && { doneAt }),
    // What was promised is paid; for a way in vain the rules say what.
    ...(kind === 'taskVerified' && { points: task.points }),
    about: { what: 'task', id: task._id },
  }
}
