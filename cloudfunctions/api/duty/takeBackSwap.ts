import { takeBackSwap as decide } from '../../../domain/duty/swaps.ts'
import type { UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'

/** Who asked for a swap thinks better of it, before the colleague has answered. */
export const takeBackSwap: UseCase<'duty.takeBackSwap'> = (context, { swapId }) =>
  changeRota(context, (rota) => ({ swaps: decide(rota, swapId, context.person._id, context.now) }))
