import { decline as giveUp } from '../../../domain/honour/deciding.ts'
import type { UseCase } from '../useCase.ts'
import { step } from './step.ts'

/** 谢绝: the person's own word, before or after it is awarded. */
export const decline: UseCase<'honour.decline'> = (context, { id }) => step(context, id, giveUp)
