import type { Colleague } from '../../../domain/duty/rota.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Person } from '../../../domain/people/person.ts'
import { type Hat, roleNames } from '../../../domain/people/roles.ts'
import { mayBeOnDuty } from '../../../domain/permission.ts'
import { hatsOf } from '../caller.ts'
import type { Context } from '../useCase.ts'

/** A person as colleagues at an organisation know them; undefined when they can't be on duty there (any more). */
export function colleagueOf(person: Person, organisationId: string, now: number): Colleague | undefined {
  const hat = hatsOf(person, now).find(
    ({ organisation, role }) => organisation.id === organisationId && mayBeOnDuty(role),
  )
  if (!hat) return undefined
  const title = hat.title ?? roleNames[hat.role]
  return { personId: person._id, name: person.nickname ?? title, title }
}

/** The hat whose organisation's rota a call is about. */
export function requireHat({ caller }: Pick<Context, 'caller'>): Hat {
  if (!caller.hat) throw new Refusal('NOT_YOURS')
  return caller.hat
}
