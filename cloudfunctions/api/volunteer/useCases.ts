import type { UseCases } from '../useCase.ts'
import { forgive } from './forgive.ts'
import { save } from './save.ts'
import { view } from './view.ts'

export { taskContract as contract } from '../../../domain/task/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'volunteer.forgive': forgive,
  'volunteer.view': view,
  'volunteer.save': save,
} satisfies Partial<UseCases>
