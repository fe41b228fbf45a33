import { accept as decide } from '../../../domain/appeal/handling.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 接单: the first taker is responsible. */
export const accept: UseCase<'appeal.accept'> = (context, input) => takeStep(context, 'accept', input, decide)
