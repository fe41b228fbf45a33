import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { decide as settle } from '../../../domain/honour/deciding.ts'
import type { UseCase } from '../useCase.ts'
import { requireDeciding, step } from './step.ts'

/** 看过异议，定了: by who signed, or somebody above; with a reason. */
export const decide: UseCase<'honour.decide'> = (context, { id, awarded, words }) =>
  step(context, id, (honour, attempt) => {
    const isAbove = requireDeciding(honour, 'honour.decide', context) === 'below'
    return settle(honour, attempt, { awarded, words: maskContacts(words), isAbove })
  })
