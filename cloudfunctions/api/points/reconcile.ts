import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { checkSome } from '../../carry/reconcile.ts'
import { nightlyId, reconciliations } from '../../store/reconciliations.ts'
import type { UseCase } from '../useCase.ts'

/** 对账: the invariants of the ledger over the next persons; for who administers the city. Ids and figures, no names. */
export const reconcile: UseCase<'points.reconcile'> = async ({ caller: { hat } }, { after }) => {
  if (hat?.organisation.kind !== 'city' || !granted('points.reconcile', hat.role, ['organisation']))
    throw new Refusal('NOT_YOURS')
  const [{ next, ...checked }, nightly] = await Promise.all([
    checkSome(after ?? ''),
    reconciliations.get(nightlyId),
  ])
  return {
    ...checked,
    ...(next !== undefined && { after: next }),
    ...(nightly && {
      nightly: {
        day: nightly.day,
        persons: nightly.persons,
        transfers: nightly.transfers,
        faults: nightly.faultCount,
        finished: nightly.finishedAt !== null,
      },
    }),
  }
}
