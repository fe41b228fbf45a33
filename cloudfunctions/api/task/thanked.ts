import { Refusal } from '../../../domain/errors.ts'
import { thanksDigits } from '../../../domain/task/thanks.ts'
import { type Beneficiary, beneficiaryOfCode } from '../../store/beneficiaries.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'

/** What a code of thanks is about: the task and who asked for it, nothing of who did it. */
export const thanked: UseCase<'task.thanked'> = async (_, { code }) => {
  const { _id, thankedAt } = await requireCode(code)
  const { title, organisation } = await requireTask(_id)
  return { title, organisation: organisation.name, given: thankedAt !== null }
}

export async function requireCode(code: string): Promise<Beneficiary> {
  const digits = thanksDigits(code)
  const found = digits === undefined ? undefined : await beneficiaryOfCode(digits)
  if (!found) throw new Refusal('THANKS_WRONG')
  return found
}
