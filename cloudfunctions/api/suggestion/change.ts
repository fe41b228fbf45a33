import { noSuggestions, type Suggestions, suggestionsId } from '../../../domain/suggestion/additions.ts'
import { suggestions } from '../../store/rules.ts'
import type { Transaction } from '../../store/transaction.ts'

/** Changes what was added; the document comes into being with the first addition. */
export async function changeSuggestions(
  transaction: Transaction,
  change: (now: Suggestions) => Suggestions,
): Promise<Suggestions> {
  const known = await transaction.get(suggestions, suggestionsId)
  const changed = change(known ?? noSuggestions)
  if (known)
    await transaction.update(suggestions, suggestionsId, { version: changed.version, added: changed.added })
  else await transaction.add(suggestions, changed)
  return changed
}
