import { limits } from '../../../domain/appeal/limits.ts'
import { appealsOf } from '../../store/appeals.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { pageOf } from './page.ts'

/** What the caller sent, newest first. */
export const mine: UseCase<'appeal.mine'> = async ({ person }, { filter, cursor }) =>
  pageOf(await appealsOf(person._id, filter, cursorOf(cursor), limits.page + 1), 'createdAt')
