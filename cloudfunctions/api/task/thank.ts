import { Refusal } from '../../../domain/errors.ts'
import { type Check, newCheck } from '../../../domain/safety/check.ts'
import { thanksKey, withThanks } from '../../../domain/task/thanks.ts'
import { beneficiaries } from '../../store/beneficiaries.ts'
import { addChecks } from '../../store/checks.ts'
import { requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'
import { changeTask, requireTask } from './change.ts'
import { requireCode } from './thanked.ts'

/** 谢谢: once, from the beneficiary to those who did it. */
export const thank: UseCase<'task.thank'> = async (context, { code, words }) => {
  const { now } = context
  const { _id, thankedAt, thankedBy } = await requireCode(code)
  const key = requestKey(context)
  if (thankedAt !== null && thankedBy !== key) throw new Refusal('THANKS_GIVEN')
  const mine = { _id, thankedAt: null }
  if (thankedAt === null && (await beneficiaries.update(mine, { thankedAt: now, thankedBy: key })) === 0)
    throw new Refusal('THANKS_GIVEN')
  const piece = thanksKey(key)
  // First: thanks that nobody checks would never be told.
  if (words !== '') await addChecks([await checkOf(_id, piece, context)])
  await changeTask(context, _id, (task) => withThanks(task, piece, words, now))
  return {}
}

async function checkOf(taskId: string, piece: string, { person, now }: Context): Promise<Check> {
  const { organisation } = await requireTask(taskId)
  return newCheck({ kind: 'task', id: taskId }, { key: piece, kind: 'text' }, now, {
    scopes: [organisation.id, ...organisation.ancestors],
    authorId: person._id,
  })
}
