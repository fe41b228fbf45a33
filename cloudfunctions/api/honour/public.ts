import { honourLimits } from '../../../domain/honour/kinds.ts'
import { publicHonours } from '../../store/honours.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { honourRow } from './row.ts'

/** 荣誉榜: who is in notice, and who has been honoured. */
export const publicList: UseCase<'honour.public'> = async (_, { state, cursor }) =>
  paged(
    await publicHonours(state, cursorOf(cursor), honourLimits.page + 1),
    honourLimits.page,
    ({ publishedAt }) => publishedAt,
    honourRow,
  )
