import type { UseCases } from '../useCase.ts'
import { preview } from './preview.ts'
import { publish } from './publish.ts'
import { versions } from './versions.ts'
import { view } from './view.ts'

export { pointsContract as contract } from '../../../domain/points/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'pointsRules.view': view,
  'pointsRules.versions': versions,
  'pointsRules.preview': preview,
  'pointsRules.publish': publish,
} satisfies Partial<UseCases>
