import { reply as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 补充: the person answers what a handler asked, or adds something; nobody need know their number for it. */
export const reply: UseCase<'appeal.reply'> = (context, { words, ...input }) =>
  takeStep(context, 'reply', input, (appeal, attempt) => decide(appeal, attempt, words))
