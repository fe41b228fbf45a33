import { randomInt } from 'node:crypto'
import { actorOf } from '../../../domain/appeal/decisions.ts'
import { Refusal } from '../../../domain/errors.ts'
import { codeDigits } from '../../../domain/filing/filing.ts'
import { granted } from '../../../domain/permission.ts'
import { addFiled } from '../../store/filings.ts'
import type { UseCase } from '../useCase.ts'
import { composed, receipt } from './submit.ts'

/**
 * 代报: entered for somebody else, under the hat that is worn. Who filed it follows it and answers for them, until they
 * claim it by its code (docs/decisions/17).
 */
export const submitFor: UseCase<'appeal.submitFor'> = async (context, { nickname, phone, ...input }) => {
  const { caller, now } = context
  if (!granted('appeal.submitFor', caller.hat?.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { personId, title } = actorOf(caller)
  const composition = await composed(context, input, { personId, title })
  const { appeal, filing } = await addFiled(composition, {
    _id: composition._id,
    code: newCode(),
    ...(nickname && { nickname }),
    ...(phone && { phone }),
    at: now,
    claimedAt: null,
  })
  return { ...receipt(appeal), code: filing.code }
}

const newCode = (): string => Array.from({ length: codeDigits }, () => randomInt(10)).join('')
