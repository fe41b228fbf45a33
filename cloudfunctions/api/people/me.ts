import type { Output } from '../../../domain/contract.ts'
import type { Appointment } from '../../../domain/people/person.ts'
import { type Hat, roleNames } from '../../../domain/people/roles.ts'
import { hatsOf } from '../caller.ts'
import type { Context, UseCase } from '../useCase.ts'

/** Who the caller is here, and the hats they may wear. */
export const me: UseCase<'person.me'> = async (context) => selfOf(context)

export function selfOf({ person, now }: Context): Output<'person.me'> {
  const { trade, nickname, community } = person
  return {
    personId: person._id,
    ...(trade && { trade }),
    ...(nickname !== undefined && { nickname }),
    ...(community && { community }),
    hats: hatsOf(person, now).map(hatView),
  }
}

/** A hat as its holder sees it. */
export function hatView({
  id,
  role,
  title,
  organisation,
}: Hat | Appointment): Output<'person.me'>['hats'][number] {
  return {
    id,
    role,
    title: title ?? roleNames[role],
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
  }
}
