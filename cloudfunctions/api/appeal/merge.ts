import { check } from '../../../domain/appeal/decisions.ts'
import { merge as decide } from '../../../domain/appeal/grouping.ts'
import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import type { UseCase } from '../useCase.ts'
import { takeTwoSteps } from './twoSteps.ts'

/** 合并: one goes along with another that is about the same; its person is told how that one ends. */
export const merge: UseCase<'appeal.merge'> = (context, { id, version, parentId, words }) =>
  takeTwoSteps(context, id, async (child, load, attempt) => {
    check(child, 'merge', attempt, version)
    const parent = await load(parentId)
    if (!parent) throw new Refusal('APPEAL_NOT_FOUND')
    if (!granted('appeal.merge', context.caller.hat?.role, relationsTo(parent, context.caller)))
      throw new Refusal('NOT_YOURS')
    const decided = decide(child, parent, attempt, words)
    return { child: decided.child, other: { appeal: parent, decision: decided.parent } }
  })
