import type { Named } from '../appeal/appeal.ts'
import type { Person } from '../people/person.ts'
import { roleNames } from '../people/roles.ts'
import { mayEver, type PermissionKey } from '../permission.ts'
import { emptyRota, type Load, type Rota } from './rota.ts'
import { nextOnDuty } from './shifts.ts'

/** Who may handle appeals of an organisation, and until when; `until` absent: open-ended. */
export interface Handler extends Named {
  until?: number
}

/**
 * Whom an organisation names for an appeal that arrives: who is on duty, latest begun first, else the handler with the
 * least open work (appeals.md, Routing). Null where nobody is known. Never one of `except`, as the person who asked,
 * and nobody whose appointment has ended.
 */
export function nameFor(rota: Rota | undefined, at: number, except: readonly string[]): Named | null {
  if (!rota) return null
  const onDuty = called(rota, at, except)
  if (onDuty) return onDuty
  const least = Object.entries(rota.load?.people ?? {})
    .filter(([personId, { until }]) => !except.includes(personId) && (until === undefined || until > at))
    .sort(([idA, a], [idB, b]) => a.weight - b.weight || (idA < idB ? -1 : 1))[0]
  return least ? { personId: least[0], title: least[1].title } : null
}

/** Whom to call beside those who have been called: on duty, or coming on duty within a day. */
export function called(rota: Rota, at: number, before: readonly string[]): Named | undefined {
  const colleague = nextOnDuty(rota, at, before)
  return colleague && { personId: colleague.personId, title: colleague.title }
}

/** Those of an organisation's staff who may take appeals on at a moment, or do something else to them. */
export function handlersAt(
  organisationId: string,
  staff: readonly Pick<Person, '_id' | 'appointments'>[],
  at: number,
  action: PermissionKey = 'appeal.accept',
): Handler[] {
  return staff.flatMap(({ _id, appointments }) => {
    const posts = appointments.filter(
      ({ organisation, role, until }) =>
        organisation.id === organisationId && (until === null || until > at) && mayEver(action, role),
    )
    const [post] = posts
    if (!post) return []
    const until = Math.max(...posts.map((each) => each.until ?? Number.POSITIVE_INFINITY))
    const title = post.title ?? roleNames[post.role]
    return [{ personId: _id, title, ...(Number.isFinite(until) && { until }) }]
  })
}

/** A rota that knows just these handlers, each with the work that it has counted for them. */
export function withHandlers(
  rota: Rota | undefined,
  organisationId: string,
  handlers: readonly Handler[],
): Rota & { load: Load } {
  const { people = {}, counted = [] } = rota?.load ?? {}
  const known = handlers.map(({ personId, title, until }) => [
    personId,
    { title, weight: people[personId]?.weight ?? 0, ...(until !== undefined && { until }) },
  ])
  return { ...(rota ?? emptyRota(organisationId)), load: { people: Object.fromEntries(known), counted } }
}

/** A load with more work for somebody. */
export function withMore(load: Load, personId: string, weight: number): Load {
  const known = load.people[personId]
  if (!known) return load
  return { ...load, people: { ...load.people, [personId]: { ...known, weight: known.weight + weight } } }
}
