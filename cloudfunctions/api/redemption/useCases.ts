import type { UseCases } from '../useCase.ts'
import { approve } from './approve.ts'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { check } from './check.ts'
import { fulfil } from './fulfil.ts'
import { mine } from './mine.ts'
import { queue } from './queue.ts'
import { reject } from './reject.ts'
import { setBudget } from './setBudget.ts'
import { view } from './view.ts'

export { pointsContract as contract } from '../../../domain/points/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'redemption.ask': ask,
  'redemption.mine': mine,
  'redemption.view': view,
  'redemption.cancel': cancel,
  'redemption.queue': queue,
  'redemption.approve': approve,
  'redemption.reject': reject,
  'redemption.setBudget': setBudget,
  'redemption.check': check,
  'redemption.fulfil': fulfil,
} satisfies Partial<UseCases>
