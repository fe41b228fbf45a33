import { categoryNames } from '../../../domain/appeal/categories.ts'
import { withAdded } from '../../../domain/suggestion/additions.ts'
import { audited, requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeSuggestions } from './change.ts'
import { administeredCity } from './city.ts'

/** 学这一句: a word or sentence that phones take into account from then on. */
export const add: UseCase<'suggestion.add'> = (context, { category, text }) =>
  audited(context, 'suggestion.add', async (transaction) => {
    const organisation = administeredCity('suggestion.add', context)
    const id = requestKey(context)
    const { version, added } = await changeSuggestions(transaction, (now) =>
      withAdded(now, { id, category, text, at: context.now }),
    )
    return {
      answer: { id, version },
      organisation,
      words: `“${added[0]?.text}”算${categoryNames[category]}`,
    }
  })
