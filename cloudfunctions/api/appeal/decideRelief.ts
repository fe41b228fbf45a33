import { decideRelief as decided } from '../../../domain/relief/deciding.ts'
import { letterNumber, letterYear } from '../../../domain/relief/letterNumber.ts'
import { nextLetter } from '../../store/tallies.ts'
import type { UseCase } from '../useCase.ts'
import { takeCountedStep } from './countedStep.ts'

/** 核定: who is responsible at the committee approves, and a letter gets its number; or says why not. */
export const decideRelief: UseCase<'appeal.decideRelief'> = (context, { approved, words, ...input }) =>
  takeCountedStep(context, 'decideRelief', input, async (appeal, attempt, transaction) => {
    if (!approved) return decided(appeal, attempt, words, undefined)
    const year = letterYear(context.now)
    const count = await nextLetter(transaction, appeal.organisation.id, year)
    return decided(appeal, attempt, words, letterNumber(appeal.organisation, year, count))
  })
