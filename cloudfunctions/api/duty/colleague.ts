import type { Colleague } from '../../../domain/duty/rota.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Person } from '../../../domain/people/person.ts'
import { type Hat, roleNames } from '../../../domain/people/roles.ts'
import { mayBeOnDuty } from '../../../domain/permission.ts'
import { hatsOf } from '../caller.ts'
import type { Context } from '../useCase.ts'

/** A person as colleagues at an organisation know them; undefined when they can't be on duty there (any more). */
export function colleagueOf(person: Person, organisationId: string, now: number): Colleague | undefined {
  const ids = hatsOf(person, now).map(({ id }) => id)
  const held = person.appointments.filter(
    ({ id, organisation, role }) =>
      ids.includes(id) && organisation.id === organisationId && mayBeOnDuty(role),
  )
  const [first] = held
  if (!first) return undefined
  const title = first.title ?? roleNames[first.role]
  const until = Math.max(...held.map((each) => each.until ?? Number.POSITIVE_INFINITY))
  return {
    personId: person._id,
    name: person.nickname ?? title,
    title,
    ...(Number.isFinite(until) && { until }),
  }
}

/** A colleague as other colleagues see them: when somebody's appointment ends is not everybody's to know. */
export const colleagueView = ({ personId, name, title }: Colleague) => ({ personId, name, title })

/** The hat whose organisation's rota a call is about. */
export function requireHat({ caller }: Pick<Context, 'caller'>): Hat {
  if (!caller.hat) throw new Refusal('NOT_YOURS')
  return caller.hat
}
