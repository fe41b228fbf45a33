import type { UseCases } from '../useCase.ts'
import { bind } from './bind.ts'
import { here } from './here.ts'
import { list } from './list.ts'
import { unbind } from './unbind.ts'

export { groupContract as contract } from '../../../domain/group/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'group.here': here,
  'group.bind': bind,
  'group.unbind': unbind,
  'group.list': list,
} satisfies Partial<UseCases>
