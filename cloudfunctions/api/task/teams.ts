import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { teamsUnder } from '../../store/organisations.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 选小队: the active teams of the organisation, and of what it lies in. */
export const teams: UseCase<'task.teams'> = async ({ caller: { hat } }, { cursor }) => {
  if (!hat || !granted('task.teams', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { id, ancestors } = hat.organisation
  const [, after = ''] = cursorOf(cursor) ?? []
  const found = await teamsUnder([id, ...ancestors], after, placeLimits.page + 1)
  return paged(
    found,
    placeLimits.page,
    // Their ids alone are the order.
    () => 0,
    ({ _id, name, location }) => ({ id: _id, name, location }),
  )
}
