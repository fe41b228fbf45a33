import type { UseCase } from '../useCase.ts'
import { administered } from './administered.ts'
import { handOver } from './handOver.ts'
import { written } from './progress.ts'
import { renewTree } from './renewTree.ts'

/**
 * 接着办: the next batch of what a move, a rename or a merger left. Asking again, by whomever, goes on from where it
 * stands: a batch that was done before is done again to no effect.
 */
export const settle: UseCase<'organisation.settle'> = async (context, { id }) => {
  const organisation = await administered('organisation.settle', context, id)
  const { mergedInto, unsettled } = organisation
  if (mergedInto) return written(organisation, await handOver(organisation, mergedInto.id, context))
  if (unsettled) return written(organisation, await renewTree(organisation, unsettled, context.now))
  return { moved: 0, left: false, done: 0, total: 0 }
}
