import { sign as agree } from '../../../domain/honour/deciding.ts'
import type { UseCase } from '../useCase.ts'
import { requireDeciding, step } from './step.ts'

/** 复核同意: everybody can see it from now on, and object. */
export const sign: UseCase<'honour.sign'> = (context, { id }) =>
  step(context, id, (honour, attempt) => {
    requireDeciding(honour, 'honour.sign', context)
    return agree(honour, attempt)
  })
