import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { object as raise } from '../../../domain/honour/deciding.ts'
import { isPublic } from '../../../domain/honour/honour.ts'
import type { UseCase } from '../useCase.ts'
import { step } from './step.ts'

/** 提异议: a sentence that the deciders alone read. */
export const object: UseCase<'honour.object'> = (context, { id, words }) =>
  step(context, id, (honour, attempt) => {
    if (!isPublic(honour.state)) throw new Refusal('HONOUR_NOT_FOUND')
    return raise(honour, context.person, attempt, maskContacts(words))
  })
