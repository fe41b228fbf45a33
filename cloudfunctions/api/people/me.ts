import type { Output } from '../../../domain/contract.ts'
import { roleNames } from '../../../domain/people/roles.ts'
import { hatsOf } from '../caller.ts'
import type { Context, UseCase } from '../useCase.ts'

/** Who the caller is here, and the hats they may wear. */
export const me: UseCase<'person.me'> = async (context) => selfOf(context)

export function selfOf({ person, now }: Context): Output<'person.me'> {
  return {
    personId: person._id,
    ...(person.trade && { trade: person.trade }),
    hats: hatsOf(person, now).map(({ id, role, title, organisation }) => ({
      id,
      role,
      title: title ?? roleNames[role],
      organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    })),
  }
}
