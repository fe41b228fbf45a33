import { Refusal } from '../../../domain/errors.ts'
import { scanText } from '../../../domain/points/code.ts'
import { redemptions } from '../../store/redemptions.ts'
import type { UseCase } from '../useCase.ts'
import { redemptionRow } from './row.ts'
import { signatureOf } from './signature.ts'

/** 领取码: one's own redemption, step by step; the code once it was approved. */
export const view: UseCase<'redemption.view'> = async ({ person }, { id }) => {
  const redemption = await redemptions.get(id)
  // Of others it says nothing, not even that it is there.
  if (redemption?.personId !== person._id) throw new Refusal('REDEMPTION_NOT_FOUND')
  const { code, state, cancellable, log } = redemption
  return {
    ...redemptionRow(redemption),
    ...(state === 'approved' && { code, scan: scanText({ code, signature: signatureOf(redemption) }) }),
    cancellable: state === 'pending' || (state === 'approved' && cancellable),
    steps: log.map(({ action, at, words }) => ({ action, at, words })),
  }
}
