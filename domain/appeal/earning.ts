import { type Cause, type Evidence, type Payable, reversalOf } from '../points/cause.ts'
import { pointsLimits } from '../points/limits.ts'
import type { Appeal } from './appeal.ts'
import { type AppealEvent, digest } from './log.ts'
import type { Outcome } from './states.ts'

/**
 * A snap was true when it ends like this: its person says so, or it was put right (the after-photo shows it) and they
 * said nothing. What can't be solved pays nothing, and what was merged into another has been paid with that one.
 */
const confirmed: readonly Outcome[] = ['solved', 'partly', 'silent', 'noAnswer']

/** Files for others as a volunteer; for the others it is their work. */
const volunteers: readonly string[] = ['messenger', 'partTimeGridWorker']

/**
 * What an event of an appeal pays, or takes back (points.md, Rules). It stands in the outbox of the very step; closing
 * it again after it was reopened pays again, under another key.
 */
export function earnings({
  before,
  after,
  event,
}: {
  before: Appeal
  after: Appeal
  event: AppealEvent
}): Payable[] {
  const { action, at } = event
  if (event.to === 'closed' && (action === 'confirm' || action === 'followUp')) return closing(after, at)
  if (action === 'reopen') return closing(before, before.endedAt ?? at).map((cause) => reversalOf(cause, at))
  if (action === 'join' && !isFiled(after))
    return [causeOf(after, 'projectAdopted', 'adopted', after.reporterId, at)]
  if (action === 'accept' && isFirst(before, 'accept')) return filing(after, at)
  if (action === 'claim' && after.channel === 'meeting')
    return [causeOf(after, 'raisedAtMeeting', 'raised', event.actor.personId, at)]
  return []
}

/** Whoever took it, and the first who saw it too. */
function closing(appeal: Appeal, at: number): Cause[] {
  const { kind, category, outcome, parent, reporterId, supporters, reopens, responsible, createdAt } = appeal
  if (kind !== 'snap' || parent || !outcome || !confirmed.includes(outcome)) return []
  const what = category === 'foodSafety' ? 'foodSafetyConfirmed' : 'snapConfirmed'
  const reporter =
    reporterId === '' || isFiled(appeal)
      ? []
      : [
          {
            ...causeOf(appeal, what, `confirmed:${reopens}`, reporterId, at),
            doneAt: createdAt,
            evidence: evidenceOf(appeal),
          },
        ]
  const seen = supporters
    .filter((personId) => personId !== responsible?.personId)
    .slice(0, pointsLimits.first)
    .map((personId, index) => ({
      ...causeOf(appeal, 'snapSeen', `seen:${personId}:${reopens}`, personId, at),
      rank: index + 1,
      evidence: { follows: digest(`${personId}>${reporterId}`).slice(0, 16) },
    }))
  return [...reporter, ...seen]
}

/** How far from where a snap says it was taken one may have stood: what a phone errs by. */
const snapRadius = 20

/** What the flags of a snap are found from. Of what is confidential only who handles it sees anything. */
function evidenceOf({ photos, place, confidential, organisation }: Appeal): Evidence {
  return {
    ...(photos.length > 0 && { photos }),
    ...(place.point && { stood: { point: place.point, radius: snapRadius } }),
    ...(confidential && { confidentialTo: organisation.id }),
  }
}

function filing(appeal: Appeal, at: number): Cause[] {
  const { filedBy, events } = appeal
  if (!filedBy || !volunteers.includes(events[0]?.actor.role ?? '')) return []
  return [causeOf(appeal, 'filedForSomebody', 'filed', filedBy.personId, at)]
}

const titles = {
  snapConfirmed: '随手拍',
  foodSafetyConfirmed: '食品安全',
  snapSeen: '我也看到',
  projectAdopted: '列入治理',
  filedForSomebody: '代报',
  raisedAtMeeting: '会上提的',
} as const

function causeOf(
  { _id, title, place, city, organisation }: Appeal,
  kind: keyof typeof titles,
  what: string,
  personId: string,
  at: number,
): Cause {
  const cityId = city ?? organisation.ancestors.at(-1) ?? organisation.area
  return {
    key: `appeal:${_id}:${what}`,
    kind,
    personId,
    communityId: place.area,
    cityId,
    title: `${titles[kind]}：${title}`,
    at,
    about: { what: 'appeal', id: _id },
  }
}

/** Somebody filed it, and nobody has claimed it yet. */
const isFiled = ({ filedBy, reporterId }: Appeal): boolean => filedBy?.personId === reporterId

const isFirst = ({ events }: Appeal, action: AppealEvent['action']): boolean =>
  events.every((event) => event.action !== action)
