import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { granted } from '../../../domain/permission.ts'
import { file } from '../filing/file.ts'
import type { UseCase } from '../useCase.ts'
import { receipt } from './submit.ts'

/**
 * 代报: entered for somebody else, under the hat that is worn. Who filed it follows it and answers for them, until they
 * claim it by its code (docs/decisions/17).
 */
export const submitFor: UseCase<'appeal.submitFor'> = async (context, { nickname, phone, ...input }) => {
  const { caller } = context
  if (!granted('appeal.submitFor', caller.hat?.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { personId, title } = actorOf(caller)
  const { appeal, filing } = await file(context, input, { personId, title }, { nickname, phone })
  return { ...receipt(appeal), code: filing.code }
}
