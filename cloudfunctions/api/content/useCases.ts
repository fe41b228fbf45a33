import type { UseCases } from '../useCase.ts'
import { held } from './held.ts'
import { judge } from './judge.ts'

/** What the router calls for each action whose use case stands here. */
export const contentUseCases = { 'content.judge': judge, 'content.held': held } satisfies Partial<UseCases>
