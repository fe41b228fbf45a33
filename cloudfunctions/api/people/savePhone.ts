import { Refusal } from '../../../domain/errors.ts'
import { contacts } from '../../store/contacts.ts'
import { phoneBehind } from '../../store/wechat.ts'
import type { UseCase } from '../useCase.ts'

/** 留电话: by WeChat's own button. Who already has it stored gets the same answer again, though the code is spent. */
export const savePhone: UseCase<'person.savePhone'> = async ({ person, now }, { code }) => {
  const phone = await phoneBehind(code)
  if (phone === undefined) {
    const stored = await contacts.get(person._id)
    if (!stored) throw new Refusal('PHONE_NOT_GIVEN')
    return { phone: stored.phone }
  }
  await contacts.put({ _id: person._id, phone, at: now })
  return { phone }
}
