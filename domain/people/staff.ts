import type { Appointment } from './person.ts'

/**
 * Under which keys a person is found among the staff of an area: for each appointment in force, its organisation and
 * all above it, each alone, with the role, and with every suffix of the nickname (alone and with the role). One index then serves the list, the
 * filter by role and the search by name, for a community and for a whole city alike.
 */
export function staffKeys(
  appointments: readonly Appointment[],
  nickname: string | undefined,
  now: number,
): string[] {
  const keys = appointments
    .filter(({ until }) => until === null || until > now)
    .flatMap(({ role, organisation }) => [
      ownKey(organisation.id),
      roleKey(ownKey(organisation.id), role),
      ...[organisation.id, ...organisation.ancestors].flatMap((scope) => [
        scope,
        roleKey(scope, role),
        ...suffixes(nickname).flatMap((suffix) => [
          nameKey(scope, suffix),
          nameKey(roleKey(scope, role), suffix),
        ]),
      ]),
    ])
  return [...new Set(keys)]
}

/** The key of those who work in an organisation itself, not below it. */
export const ownKey = (organisationId: string): string => `=${organisationId}`

/** The key of those who wear a role in an area. */
export const roleKey = (scope: string, role: string): string => `${scope}/${role}`

/** The start of the keys of those in an area in whose nickname the text stands. */
export const nameKey = (scope: string, text: string): string => `${scope}~${text.toLowerCase()}`

function suffixes(nickname: string | undefined): string[] {
  const characters = [...(nickname ?? '')]
  return characters.map((_, index) => characters.slice(index).join(''))
}
