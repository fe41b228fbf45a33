import { check } from '../../../domain/appeal/decisions.ts'
import { unmerge as decide } from '../../../domain/appeal/grouping.ts'
import type { UseCase } from '../useCase.ts'
import { takeTwoSteps } from './twoSteps.ts'

/** 拆开: it goes on by itself again, in the state that it had. */
export const unmerge: UseCase<'appeal.unmerge'> = (context, { id, version, words }) =>
  takeTwoSteps(context, id, async (child, load, attempt) => {
    check(child, 'unmerge', attempt, version)
    const parent = child.parent ? await load(child.parent.id) : undefined
    const decided = decide(child, parent, attempt, words)
    const other = parent && decided.parent && { appeal: parent, decision: decided.parent }
    return { child: decided.child, ...(other && { other }) }
  })
