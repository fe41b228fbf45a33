import { answerSwap as decide } from '../../../domain/duty/swaps.ts'
import type { UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'

/** The colleague's word on a shift that they were asked to take over. */
export const answerSwap: UseCase<'duty.answerSwap'> = (context, { swapId, agrees }) =>
  changeRota(context, (rota) => ({
    swaps: decide(rota, swapId, agrees, context.person._id, context.now),
  }))
