import { suggestionsNow } from '../../store/rules.ts'
import type { UseCase } from '../useCase.ts'
import { administeredCity } from './city.ts'

/** Everything that administrators added, the newest first. */
export const list: UseCase<'suggestion.list'> = async (context) => {
  administeredCity('suggestion.list', context)
  const { version, added } = await suggestionsNow()
  return { version, added }
}
