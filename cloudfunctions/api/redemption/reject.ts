import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { redemptionNotice } from '../../../domain/points/telling.ts'
import { releaseRedemption } from '../../carry/release.ts'
import { deliver } from '../../store/notices.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { type Decided, requireDecidable } from './decidable.ts'

/** 不批, with a reason that the person reads; points and stock are free again. */
export const reject: UseCase<'redemption.reject'> = async (context, { ids, words }) => {
  const attempt = { caller: context.caller, now: context.now, key: requestKey(context) }
  const wanted = [...new Set(ids)]
  // One by itself says why in its answer.
  const isAlone = wanted.length === 1
  const decided: Decided[] = []
  for (const id of wanted)
    try {
      const done = await releaseRedemption(id, 'reject', attempt, maskContacts(words), (redemption) => {
        const own = requireDecidable(redemption, 'redemption.reject', context)
        if (own.personId === context.person._id) throw new Refusal('REDEMPTION_OWN')
        return own
      })
      await deliver([redemptionNotice(done)])
      decided.push({ id, state: done.state })
    } catch (error) {
      if (!(error instanceof Refusal) || isAlone) throw error
      decided.push({ id, refused: error.message })
    }
  return { decided }
}
