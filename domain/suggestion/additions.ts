import { type Category, categoryNames } from '../appeal/categories.ts'
import { cover } from '../appeal/personal.ts'
import { gramsOf, signsOf } from '../appeal/suggest/features.ts'
import { Refusal } from '../errors.ts'
import { suggestionLimits } from './limits.ts'

/** A word or sentence that an administrator added: what it says, and what it is about. */
export interface AddedText {
  id: string
  category: Category
  /** Without personal numbers. */
  text: string
  at: number
}

/** Everything that was added, as it is stored: one document among the rules. */
export interface Suggestions {
  _id: string
  version: number
  added: AddedText[]
}

export const suggestionsId = 'suggestions'
export const noSuggestions: Suggestions = { _id: suggestionsId, version: 0, added: [] }

/** A text as it may be learnt: on one line, personal numbers covered, as long as may be. */
export function learnable(text: string): string {
  const line = cover(text).replace(/\s+/g, ' ').trim()
  return [...line].slice(0, suggestionLimits.text).join('').trim()
}

/** With one more text; refuses what is there already, what says nothing, and more than a category takes. */
export function withAdded(now: Suggestions, { id, category, text, at }: AddedText): Suggestions {
  const limit = suggestionLimits.perCategory
  const details = { category: categoryNames[category], limit }
  const learnt = learnable(text)
  if (!gramsOf(signsOf(learnt)).some(({ length }) => length > 1)) throw new Refusal('SUGGESTION_MUTE')
  const same = now.added.filter((each) => each.category === category)
  if (same.some((each) => each.text === learnt)) throw new Refusal('SUGGESTION_KNOWN', details)
  if (same.length >= limit) throw new Refusal('SUGGESTIONS_FULL', details)
  return { ...now, version: now.version + 1, added: [{ id, category, text: learnt, at }, ...now.added] }
}

/** Without one of them, and that one; refuses one that isn't there. */
export function withRemoved(now: Suggestions, id: string): { left: Suggestions; gone: AddedText } {
  const gone = now.added.find((each) => each.id === id)
  if (!gone) throw new Refusal('SUGGESTION_NOT_FOUND')
  const added = now.added.filter((each) => each !== gone)
  return { left: { ...now, version: now.version + 1, added }, gone }
}
