import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { refuse as disagree } from '../../../domain/honour/deciding.ts'
import type { UseCase } from '../useCase.ts'
import { requireDeciding, step } from './step.ts'

/** 复核没同意, with a reason that the person reads too. */
export const refuse: UseCase<'honour.refuse'> = (context, { id, words }) =>
  step(context, id, (honour, attempt) => {
    requireDeciding(honour, 'honour.refuse', context)
    return disagree(honour, attempt, maskContacts(words))
  })
