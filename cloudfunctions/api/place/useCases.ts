import type { UseCases } from '../useCase.ts'
import { list } from './list.ts'
import { named } from './named.ts'
import { near } from './near.ts'
import { search } from './search.ts'

export { placeContract as contract } from '../../../domain/place/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'place.search': search,
  'place.list': list,
  'place.named': named,
  'place.near': near,
} satisfies Partial<UseCases>
