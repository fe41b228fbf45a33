import { Refusal } from '../../../domain/errors.ts'
import { changed } from '../../../domain/task/claiming.ts'
import { holding } from '../../../domain/task/task.ts'
import { telling } from '../../../domain/task/telling.ts'
import { thankedWords, thanksKey } from '../../../domain/task/thanks.ts'
import { beneficiaries } from '../../store/beneficiaries.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
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
  await changeTask(context, _id, (task) => {
    if (task.log.some((event) => event.key === thanksKey(key))) return task
    const doers = task.claims.filter(({ state }) => holding.includes(state)).map(({ personId }) => personId)
    const log = [...task.log, { key: thanksKey(key), action: 'thank' as const, actor: null, at: now, words }]
    return changed(telling({ ...task, log }, doers, 'taskThanked', thankedWords(words), now), {}, now)
  })
  return {}
}
