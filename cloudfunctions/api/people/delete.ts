import { appealsOf } from '../../store/appeals.ts'
import { contacts } from '../../store/contacts.ts'
import { people } from '../../store/people.ts'
import { inTransaction } from '../../store/transaction.ts'
import { hatsOf } from '../caller.ts'
import { leaveRota } from '../duty/leaveRota.ts'
import type { UseCase } from '../useCase.ts'
import { requireAnotherAdministrator } from './appointments.ts'

/**
 * 注销: identity and contact details go; appeals and logs keep the pseudonym that they always had, so what is being
 * handled is handled to its end, with nobody to ask. Who never said anything leaves nothing at all behind: then the
 * same request again, which meets a person made anew, ends the same.
 */
export const deletePerson: UseCase<'person.delete'> = async ({ person, now }) => {
  const [said] = await appealsOf(person._id, 'all', undefined, 1)
  await inTransaction(async (transaction) => {
    for (const { role, organisation } of hatsOf(person, now)) {
      if (role === 'administrator')
        await requireAnotherAdministrator(transaction, organisation, person._id, now)
      await leaveRota(transaction, organisation.id, { ...person, appointments: [] }, now)
    }
    await transaction.remove(contacts, person._id)
    await transaction.remove(people, person._id)
    if (said)
      await transaction.add(people, {
        _id: person._id,
        // Unique, and nobody's: the next call of this OPENID meets a new person.
        openid: `deleted-${person._id}`,
        trade: null,
        appointments: [],
        createdAt: person.createdAt,
        deletedAt: now,
      })
  })
  return {}
}
