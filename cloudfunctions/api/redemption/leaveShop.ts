import { Refusal } from '../../../domain/errors.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { releaseRedemption } from '../../carry/release.ts'
import { forgetRedeemer, openRedemptionsOf } from '../../store/redemptions.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

/** Before somebody is deleted: what they asked for goes back to the shelf, and their name out of what they had. */
export async function leaveShop(context: Context): Promise<void> {
  const { person, caller, now } = context
  const attempt = { caller, now, key: requestKey(context) }
  for (;;) {
    const open = await openRedemptionsOf(person._id, pointsLimits.page)
    for (const { _id } of open)
      await releaseRedemption(_id, 'leave', attempt, '', (found) => {
        if (!found) throw new Refusal('REDEMPTION_NOT_FOUND')
        return found
      }).catch((error: unknown) => {
        // Handed over or given back at this very moment.
        if (!(error instanceof Refusal)) throw error
      })
    if (open.length < pointsLimits.page) break
  }
  await forgetRedeemer(person._id)
}
