import type { AppealView } from '../../../domain/contract'
import { type LetterText, letterText } from '../../../domain/relief/letter'
import type { Letter } from '../../../domain/relief/reliefCase'

/** The letter of a relief; `draft` stands in before there is one. */
export function letterOf(
  { relief, reliefCase, trade }: Pick<AppealView, 'relief' | 'reliefCase' | 'trade'>,
  draft?: Letter,
): LetterText | undefined {
  const letter = reliefCase?.letter ?? draft
  if (!relief || !reliefCase || !letter) return undefined
  return letterText({ relief, trade, assessment: reliefCase.assessment, letter })
}
