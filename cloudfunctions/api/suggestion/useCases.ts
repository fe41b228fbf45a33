import type { UseCases } from '../useCase.ts'
import { add } from './add.ts'
import { candidates } from './candidates.ts'
import { current } from './current.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'

export { suggestionContract as contract } from '../../../domain/suggestion/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'suggestion.current': current,
  'suggestion.list': list,
  'suggestion.candidates': candidates,
  'suggestion.add': add,
  'suggestion.remove': remove,
} satisfies Partial<UseCases>
