import { Refusal } from '../../../domain/errors.ts'
import { releaseRedemption } from '../../carry/release.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** 不要了: one's own, before it is handed over. */
export const cancel: UseCase<'redemption.cancel'> = async (context, { id }) => {
  const attempt = { caller: context.caller, now: context.now, key: requestKey(context) }
  await releaseRedemption(id, 'cancel', attempt, '', (redemption) => {
    if (redemption?.personId !== context.person._id) throw new Refusal('REDEMPTION_NOT_FOUND')
    return redemption
  })
  return { id }
}
