import { learnable } from '../../../domain/suggestion/additions.ts'
import { suggestionLimits } from '../../../domain/suggestion/limits.ts'
import { correctedAppeals } from '../../store/appeals.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { administeredCity } from './city.ts'

/** 改过类别的诉求: what the suggestions of this city could learn from. Who wrote it is not in it. */
export const candidates: UseCase<'suggestion.candidates'> = async (context, { cursor }) => {
  const city = administeredCity('suggestion.candidates', context)
  const found = await correctedAppeals(city._id, cursorOf(cursor), suggestionLimits.page + 1)
  return paged(
    found,
    suggestionLimits.page,
    ({ corrected }) => corrected?.at ?? 0,
    ({ _id, text, category, corrected }) => ({
      id: _id,
      text: learnable(text),
      from: corrected?.from ?? category,
      category,
      at: corrected?.at ?? 0,
    }),
  )
}
