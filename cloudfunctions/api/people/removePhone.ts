import { contacts } from '../../store/contacts.ts'
import type { UseCase } from '../useCase.ts'

/** 不留电话了: nobody can see it from now on; who looked before stays written down. */
export const removePhone: UseCase<'person.removePhone'> = async ({ person }) => {
  await contacts.remove(person._id)
  return {}
}
