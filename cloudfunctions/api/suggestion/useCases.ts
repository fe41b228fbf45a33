import type { UseCases } from '../useCase.ts'
import { add } from './add.ts'
import { candidates } from './candidates.ts'
import { current } from './current.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'

/** What the router calls for each action whose use case stands here. */
export const suggestionUseCases = {
  'suggestion.current': current,
  'suggestion.list': list,
  'suggestion.candidates': candidates,
  'suggestion.add': add,
  'suggestion.remove': remove,
} satisfies Partial<UseCases>
