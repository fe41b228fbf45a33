import type { UseCases } from '../useCase.ts'
import { answerSwap } from './answerSwap.ts'
import { askSwap } from './askSwap.ts'
import { colleagues } from './colleagues.ts'
import { handOver } from './handOver.ts'
import { now } from './now.ts'
import { plan } from './plan.ts'
import { rota } from './rota.ts'
import { takeBackSwap } from './takeBackSwap.ts'

export { dutyContract as contract } from '../../../domain/duty/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'duty.rota': rota,
  'duty.colleagues': colleagues,
  'duty.now': now,
  'duty.plan': plan,
  'duty.handOver': handOver,
  'duty.askSwap': askSwap,
  'duty.answerSwap': answerSwap,
  'duty.takeBackSwap': takeBackSwap,
} satisfies Partial<UseCases>
