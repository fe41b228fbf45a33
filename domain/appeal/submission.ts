import type { Parsed } from '../contract.ts'
import type { Caller } from '../people/roles.ts'
import { type ListedOrganisation, organisationReference } from '../place/organisation.ts'
import type { Assessed } from '../relief/assessing.ts'
import { reliefTitle } from '../relief/words.ts'
import type { AppealTerms } from '../settings/settings.ts'
import { beijingDate } from '../time.ts'
import type { Appeal, Assistant, Changes, Named } from './appeal.ts'
import { categoryNames, isConfidential } from './categories.ts'
import { deadlines } from './clocks.ts'
import { type Attempt, step } from './decisions.ts'
import { saidDigest } from './log.ts'
import { type Channel, kindNames } from './names.ts'
import { maskOrderNumber, titleOf } from './privacy.ts'
import type { Route } from './routing.ts'

/** What an appeal is before anything happens to it. */
const untouched = {
  responsible: null,
  assistants: [],
  returns: 0,
  final: false,
  proposed: null,
  alarms: { accept: 'quiet', resolve: 'quiet', followUp: 'quiet' },
  suspensions: { count: 0, days: 0, until: null, since: 0 },
  unsolved: false,
  resolvedAt: null,
  followUps: 0,
  endedAt: null,
  reopens: 0,
  reviews: 0,
  urgedAt: null,
  parent: null,
  children: 0,
  project: null,
} as const satisfies Changes

/** What comes in: by whichever channel, where somebody files it for another. */
type Submitted = Omit<Parsed<'appeal.submit'>, 'channel'> & { channel: Channel }

/**
 * A new appeal with its first event: where the rules send it, why, whom the organisation names for it, and by when
 * (appeals.md). `id` is 24 hexadecimal digits derived from the request.
 */
export function submission(
  id: string,
  input: Submitted,
  place: ListedOrganisation,
  { organisation, assistants, dispatch, confidential: ruled, placed }: Route,
  named: Named | null,
  attempt: Omit<Attempt, 'caller'> & { caller: Caller },
  {
    assessed,
    filedBy,
    terms,
  }: {
    assessed?: Assessed | undefined
    filedBy?: Named | undefined
    terms?: AppealTerms | undefined
  } = {},
): Appeal {
  const { kind, category, urgency, text, photos, voice, identity, trade, relief, channel, position } = input
  const { now } = attempt
  const confidential = ruled || isConfidential(category)
  const { acceptBy, resolveBy } = deadlines(kind, urgency, now, organisation.hours, terms)
  const changes = {
    ...untouched,
    assistants: assistants.map(
      ({ _id, name }): Assistant => ({ id: _id, name, why: 'asked', state: 'open' }),
    ),
    category,
    confidential,
    urgency,
    organisation: organisationReference(organisation),
    dispatch,
    named,
    acceptFrom: now,
    acceptBy,
    resolveFrom: now,
    ...(resolveBy !== undefined && { resolveBy }),
    ...(assessed && { reliefCase: assessed }),
    ...(terms && { terms }),
  } satisfies Changes
  const said: Appeal = {
    _id: id,
    number: numberOf(id, now),
    kind,
    text,
    title: titleOf(text, wordless(input)),
    photos,
    ...(voice && { voice }),
    ...(relief && { relief: { ...relief, orderNumber: maskOrderNumber(relief.orderNumber) } }),
    identity,
    reporterId: attempt.caller.personId,
    city: place.ancestors.at(-1) ?? place._id,
    trade,
    place: {
      area: place._id,
      name: place.name,
      location: place.location,
      // Passers-by find it once it has passed the content check: the timer gives it its cell.
      ...(position && { point: position }),
    },
    channel,
    ...(filedBy && { filedBy }),
    ...changes,
    supporters: [],
    helperIds: [],
    state: placed ? 'dispatched' : 'submitted',
    open: true,
    working: true,
    dueAt: acceptBy,
    tickAt: now,
    loaded: null,
    outbox: [],
    createdAt: now,
    updatedAt: now,
    version: 0,
    events: [],
  }
  const holder = { id: organisation._id, name: organisation.name }
  const { patch, event, tell } = step(
    said,
    'submit',
    said.state,
    attempt,
    { organisation: holder, dispatch, said: saidDigest(said) },
    changes,
  )
  return { ...said, ...patch, version: 1, events: [event], outbox: tell }
}

// What stands in lists for an appeal without words.
function wordless({ kind, category, photos, voice, relief }: Submitted): string {
  if (relief) return reliefTitle(relief)
  const spoken = voice && photos.length === 0
  return spoken
    ? `语音 ${voice.seconds} 秒 · ${categoryNames[category]}`
    : `${categoryNames[category]} · ${kindNames[kind]}`
}

/** What people quote: month and day in Beijing, then six digits from the id, such as 1202-041733. */
function numberOf(id: string, now: number): string {
  const [, month, day] = beijingDate(now).split('-')
  const digits = (Number.parseInt(id.slice(0, 12), 16) % 1_000_000).toString().padStart(6, '0')
  return `${month}${day}-${digits}`
}
