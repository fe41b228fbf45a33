import type { UseCases } from '../useCase.ts'
import { forgive } from './forgive.ts'
import { save } from './save.ts'
import { view } from './view.ts'

/** What the router calls for each action whose use case stands here. */
export const volunteerUseCases = {
  'volunteer.forgive': forgive,
  'volunteer.view': view,
  'volunteer.save': save,
} satisfies Partial<UseCases>
