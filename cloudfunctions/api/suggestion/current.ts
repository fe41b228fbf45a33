import { suggestionsNow } from '../../store/rules.ts'
import type { UseCase } from '../useCase.ts'

/** What phones learn beside the shipped words; nothing but the version when they have it already. */
export const current: UseCase<'suggestion.current'> = async (_context, known) => {
  const { version, added } = await suggestionsNow()
  if (version === known.version) return { version }
  return { version, added: added.map(({ category, text }) => ({ category, text })) }
}
