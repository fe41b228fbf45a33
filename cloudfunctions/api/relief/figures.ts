import { Refusal } from '../../../domain/errors.ts'
import { waivedIn } from '../../store/tallies.ts'
import type { UseCase } from '../useCase.ts'

/** 本月免了多少: one document of the hat's organisation, kept by the steps themselves. */
export const figures: UseCase<'relief.figures'> = async ({ caller: { hat }, now }) => {
  if (!hat) throw new Refusal('NOT_YOURS')
  return { ...(await waivedIn(hat.organisation.id, now)), at: now }
}
