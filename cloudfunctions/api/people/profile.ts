import type { Output } from '../../../domain/contract.ts'
import { contacts } from '../../store/contacts.ts'
import type { Context, UseCase } from '../useCase.ts'

/** 我的资料: what is stored about the caller, beside their appeals. */
export const profile: UseCase<'person.profile'> = async (context) => profileOf(context)

export async function profileOf({ person }: Pick<Context, 'person'>): Promise<Output<'person.profile'>> {
  const { trade, nickname, platform, community, consent, createdAt } = person
  const contact = await contacts.get(person._id)
  return {
    ...(trade && { trade }),
    ...(nickname !== undefined && { nickname }),
    ...(platform && { platform }),
    ...(community && { community }),
    ...(consent && { consent }),
    ...(contact && { phone: contact.phone }),
    createdAt,
  }
}
