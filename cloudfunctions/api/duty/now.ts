import { onDutyAt } from '../../../domain/duty/shifts.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { type Organisation, standingTo } from '../../../domain/place/organisation.ts'
import { organisations } from '../../store/organisations.ts'
import { rotas } from '../../store/rotas.ts'
import type { UseCase } from '../useCase.ts'
import { onDutyView } from './view.ts'

/** Who is on duty at an organisation now: one read, since the rota knows who is above. */
export const now: UseCase<'duty.now'> = async ({ caller, now }, { organisationId }) => {
  const require = (organisation: Pick<Organisation, '_id' | 'ancestors'>) => {
    const standing = standingTo(organisation, caller.hat)
    if (!granted('duty.now', caller.hat?.role, standing ? [standing] : [])) throw new Refusal('NOT_YOURS')
  }
  const rota = await rotas.get(organisationId)
  // One that the timer began for its load alone doesn't know who is above; nobody is on duty there.
  if (rota && rota.version > 0) {
    require(rota)
    return { now: onDutyAt(rota, now).map(onDutyView) }
  }
  const organisation = await organisations.get(organisationId)
  if (!organisation) throw new Refusal('ORGANISATION_NOT_FOUND')
  require(organisation)
  return { now: [] }
}
