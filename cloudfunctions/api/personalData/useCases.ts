import type { UseCases } from '../useCase.ts'
import { deletePerson } from './delete.ts'
import { deletion } from './deletion.ts'
import { exportData } from './export.ts'

export { personalDataContract as contract } from '../../../domain/people/personalData/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'personalData.export': exportData,
  'personalData.deletion': deletion,
  'personalData.delete': deletePerson,
} satisfies Partial<UseCases>
