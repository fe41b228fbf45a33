import type { UseCases } from '../useCase.ts'
import { dryRun } from './dryRun.ts'
import { publish } from './publish.ts'
import { trial } from './trial.ts'
import { versions } from './versions.ts'
import { view } from './view.ts'

export { routingContract as contract } from '../../../domain/routing/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'routing.view': view,
  'routing.versions': versions,
  'routing.dryRun': dryRun,
  'routing.trial': trial,
  'routing.publish': publish,
} satisfies Partial<UseCases>
