import type { Named } from '../appeal/appeal.ts'
import type { Person } from '../people/person.ts'
import { roleNames } from '../people/roles.ts'
import { mayEver } from '../permission.ts'
import type { Rota } from './rota.ts'
import { nextOnDuty } from './shifts.ts'

/**
 * Whom an organisation names for an appeal that arrives: who is on duty, latest begun first, else the handler with the
 * least open work (appeals.md, Routing). Null where nobody is known: then all of them see it alike. Never `except`,
 * the person who asked.
 */
export function nameFor(rota: Rota | undefined, at: number, except: string): Named | null {
  if (!rota) return null
  const onDuty = called(rota, at, [except])
  if (onDuty) return onDuty
  const least = Object.entries(rota.load?.people ?? {})
    .filter(([personId]) => personId !== except)
    .sort(([idA, a], [idB, b]) => a.weight - b.weight || (idA < idB ? -1 : 1))[0]
  return least ? { personId: least[0], title: least[1].title } : null
}

/** Whom to call beside those who have been called: on duty, or coming on duty within a day. */
export function called(rota: Rota, at: number, before: readonly string[]): Named | undefined {
  const colleague = nextOnDuty(rota, at, before)
  return colleague && { personId: colleague.personId, title: colleague.title }
}

/** Those of an organisation's staff who may take appeals on at a moment. */
export function handlersAt(organisationId: string, staff: readonly Person[], at: number): Named[] {
  return staff.flatMap(({ _id, appointments }) => {
    const post = appointments.find(
      ({ organisation, role, until }) =>
        organisation.id === organisationId &&
        (until === null || until > at) &&
        mayEver('appeal.accept', role),
    )
    return post ? [{ personId: _id, title: post.title ?? roleNames[post.role] }] : []
  })
}
