import { limits } from '../../../domain/appeal/limits.ts'
import { appealsOf } from '../../store/appeals.ts'
import { rowOf } from '../appeal/page.ts'
import type { UseCase } from '../useCase.ts'
import { selfOf } from './me.ts'

/** The home page: what of the caller's is moving, what waits for their word first, and their hats. */
export const home: UseCase<'person.home'> = async (context) => {
  const open = await appealsOf(context.person._id, 'open', undefined, limits.page + 1)
  const moving = open.slice(0, limits.page).map(rowOf)
  const yourTurn = (state: string) => (state === 'resolved' ? 0 : 1)
  moving.sort((a, b) => yourTurn(a.state) - yourTurn(b.state) || b.updatedAt - a.updatedAt)
  return { ...selfOf(context), moving, more: open.length > limits.page }
}
