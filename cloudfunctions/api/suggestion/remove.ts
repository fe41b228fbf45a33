import { categoryNames } from '../../../domain/appeal/categories.ts'
import { withRemoved } from '../../../domain/suggestion/additions.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeSuggestions } from './change.ts'
import { administeredCity } from './city.ts'

/** Forgets a word or sentence that was added. */
export const remove: UseCase<'suggestion.remove'> = (context, { id }) =>
  audited(context, 'suggestion.remove', async (transaction) => {
    const organisation = administeredCity('suggestion.remove', context)
    let words = ''
    const { version } = await changeSuggestions(transaction, (now) => {
      const { left, gone } = withRemoved(now, id)
      words = `“${gone.text}”不再算${categoryNames[gone.category]}`
      return left
    })
    return { answer: { id, version }, organisation, words }
  })
