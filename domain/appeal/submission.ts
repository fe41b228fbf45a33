import type { Parsed } from '../contract.ts'
import { type Organisation, organisationReference } from '../place/organisation.ts'
import { beijingDate } from '../time.ts'
import { type Appeal, kindNames } from './appeal.ts'
import { categoryNames } from './categories.ts'
import { deadlines } from './clocks.ts'
import { type Attempt, actorOf, dueAt } from './decisions.ts'
import { sealEvent } from './log.ts'
import { maskOrderNumber, titleOf } from './privacy.ts'
import type { Route } from './routing.ts'

/**
 * A new appeal with its first event: where the rules send it, why, and by when (appeals.md). `id` is 24 hexadecimal
 * digits derived from the request.
 */
export function submission(
  id: string,
  input: Parsed<'appeal.submit'>,
  place: Organisation,
  { organisation, dispatch, confidential, placed }: Route,
  { caller, now, requestId }: Attempt,
): Appeal {
  const { kind, category, urgency, text, photos, identity, trade, relief } = input
  const state = placed ? 'dispatched' : 'submitted'
  const { acceptBy, resolveBy } = deadlines(kind, urgency, now)
  const holder = organisationReference(organisation)
  return {
    _id: id,
    number: numberOf(id, now),
    kind,
    category,
    urgency,
    text,
    title: titleOf(text, `${categoryNames[category]} · ${kindNames[kind]}`),
    photos,
    ...(relief && { relief: { ...relief, orderNumber: maskOrderNumber(relief.orderNumber) } }),
    identity,
    confidential,
    reporterId: caller.personId,
    city: place.ancestors.at(-1) ?? place._id,
    trade,
    place: { area: place._id, name: place.name, location: place.location },
    state,
    organisation: holder,
    dispatch,
    responsible: null,
    returns: 0,
    final: false,
    proposed: null,
    acceptBy,
    ...(resolveBy !== undefined && { resolveBy }),
    dueAt: dueAt(state, acceptBy, resolveBy),
    open: true,
    working: true,
    createdAt: now,
    updatedAt: now,
    version: 1,
    events: [
      sealEvent(undefined, {
        action: 'submit',
        from: null,
        to: state,
        actor: actorOf({ ...caller, hat: undefined }),
        at: now,
        requestId,
        words: '',
        photos: [],
        organisation: { id: holder.id, name: holder.name },
        dispatch,
      }),
    ],
  }
}

/** What people quote: month and day in Beijing, then six digits from the id, such as 1202-041733. */
function numberOf(id: string, now: number): string {
  const [, month, day] = beijingDate(now).split('-')
  const digits = (Number.parseInt(id.slice(0, 12), 16) % 1_000_000).toString().padStart(6, '0')
  return `${month}${day}-${digits}`
}
