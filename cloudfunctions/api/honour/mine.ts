import { honourLimits } from '../../../domain/honour/kinds.ts'
import { honoursOf } from '../../store/honours.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { honourRow } from './row.ts'

/** 我的荣誉: what one was nominated for, and what became of it. */
export const mine: UseCase<'honour.mine'> = async ({ person }, { cursor }) =>
  paged(
    await honoursOf(person._id, cursorOf(cursor), honourLimits.page + 1),
    honourLimits.page,
    ({ createdAt }) => createdAt,
    honourRow,
  )
