import type { UseCase } from '../useCase.ts'
import { administered } from './administered.ts'
import { carryOn } from './carryOn.ts'

/**
 * 接着办: the next batch of what a move, a rename or a merger left. Asking again, by whomever, goes on from where it
 * stands: a batch that was done before is done again to no effect.
 */
export const settle: UseCase<'organisation.settle'> = async (context, { id }) =>
  carryOn(await administered('organisation.settle', context, id), context)
