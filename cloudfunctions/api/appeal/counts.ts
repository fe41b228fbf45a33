import { countsOf } from '../../../domain/appeal/counting.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { dueFirst } from '../../store/appealWork.ts'
import type { UseCase } from '../useCase.ts'

/** How much waits at the organisation whose hat the caller wears; the list asks for it beside its first page. */
export const counts: UseCase<'appeal.counts'> = async ({ caller, now }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  return countsOf(await dueFirst(organisation, limits.counted + 1), now)
}
