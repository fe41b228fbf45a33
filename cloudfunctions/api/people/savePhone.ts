import { Refusal } from '../../../domain/errors.ts'
import { contacts } from '../../store/contacts.ts'
import { people } from '../../store/people.ts'
import { inTransaction } from '../../store/transaction.ts'
import { phoneBehind } from '../../store/wechat.ts'
import type { UseCase } from '../useCase.ts'

/**
 * 留电话: by WeChat's own button. Who already has it stored gets the same answer again, though the code is spent. The
 * person is written to as well, so that somebody who is being deleted leaves no number behind.
 */
export const savePhone: UseCase<'person.savePhone'> = async ({ person, now }, { code }) => {
  const phone = await phoneBehind(code)
  if (phone === undefined) {
    const stored = await contacts.get(person._id)
    if (!stored) throw new Refusal('PHONE_NOT_GIVEN')
    return { phone: stored.phone }
  }
  return inTransaction(async (transaction) => {
    if (!(await transaction.get(people, person._id))) throw new Refusal('PERSON_NOT_FOUND')
    await transaction.update(people, person._id, { contactAt: now })
    const stored = await transaction.get(contacts, person._id)
    if (stored) await transaction.update(contacts, person._id, { phone, at: now })
    else await transaction.add(contacts, { _id: person._id, phone, at: now })
    return { phone }
  })
}
