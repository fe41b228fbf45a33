import { resume as decide } from '../../../domain/appeal/handling.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 恢复: whoever was waited for has answered; the timer does the same when the day comes. */
export const resume: UseCase<'appeal.resume'> = (context, { words, ...input }) =>
  takeStep(context, 'resume', input, (appeal, attempt) => decide(appeal, attempt, words))
