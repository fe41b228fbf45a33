import { Refusal } from '../../../domain/errors.ts'
import { requireDecider, requireOther } from '../../../domain/honour/deciding.ts'
import type { Honour } from '../../../domain/honour/honour.ts'
import { honourLimits } from '../../../domain/honour/kinds.ts'
import type { Caller } from '../../../domain/people/roles.ts'
import { granted } from '../../../domain/permission.ts'
import { honoursAt } from '../../store/honours.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { honourRow } from './row.ts'

/** 荣誉: what was nominated at the hat's organisation and below, with objections and log; for those who decide. */
export const queue: UseCase<'honour.queue'> = async ({ caller }, { state, cursor }) => {
  const { hat } = caller
  if (!hat || !granted('honour.queue', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  return paged(
    await honoursAt(hat.organisation.id, state, cursorOf(cursor), honourLimits.page + 1),
    honourLimits.page,
    ({ createdAt }) => createdAt,
    (honour) => {
      const locked = lockOf(honour, caller)
      return {
        ...honourRow(honour),
        objections: honour.objections.map(({ at, words }) => ({ at, words })),
        log: honour.log
          .filter(({ action }) => action !== 'object')
          .map(({ action, actor, at, words }) => ({
            action,
            who: [actor.organisation?.name, actor.title].filter(Boolean).join(' · '),
            at,
            words,
          })),
        ...(locked !== undefined && { locked }),
      }
    },
  )
}

/** Why the caller can't take the next step. */
function lockOf(honour: Honour, caller: Caller): string | undefined {
  try {
    if (honour.state === 'proposed') requireOther(honour, caller)
    const isAbove = honour.organisation.id !== caller.hat?.organisation.id
    if (honour.state === 'contested') requireDecider(honour, caller, isAbove)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
