import { Refusal } from '../../../domain/errors.ts'
import { beneficiaries } from '../../store/beneficiaries.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** The digits that the community gives to the beneficiary, on paper or aloud. */
export const thanksCode: UseCase<'task.thanksCode'> = async ({ caller }, { id }) => {
  requireOrganised('task.thanksCode', await requireTask(id), caller)
  const found = await beneficiaries.get(id)
  if (!found) throw new Refusal('TASK_NOT_FOUND')
  return { code: found.thanksCode }
}
