import type { UseCases } from '../useCase.ts'
import { publish } from './publish.ts'
import { versions } from './versions.ts'
import { view } from './view.ts'

export { settingsContract as contract } from '../../../domain/settings/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'settings.view': view,
  'settings.versions': versions,
  'settings.publish': publish,
} satisfies Partial<UseCases>
