import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { merchantsOfCity, merchantsUnder } from '../../store/organisations.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 选商家: those of the organisation and of what it lies in; for the city's shop all there are. */
export const merchants: UseCase<'reward.merchants'> = async ({ caller: { hat } }, { cursor }) => {
  if (!hat || !granted('reward.merchants', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { id, kind, ancestors } = hat.organisation
  const [, after = ''] = cursorOf(cursor) ?? []
  const most = placeLimits.page + 1
  const found =
    kind === 'city'
      ? await merchantsOfCity(after, most)
      : await merchantsUnder([id, ...ancestors], after, most)
  return paged(
    found,
    placeLimits.page,
    // Their ids alone are the order.
    () => 0,
    ({ _id, name, location }) => ({ id: _id, name, location }),
  )
}
