import type { UseCases } from '../useCase.ts'
import { list } from './list.ts'
import { named } from './named.ts'
import { near } from './near.ts'
import { search } from './search.ts'

/** What the router calls for each action whose use case stands here. */
export const placeUseCases = {
  'place.search': search,
  'place.list': list,
  'place.named': named,
  'place.near': near,
} satisfies Partial<UseCases>
