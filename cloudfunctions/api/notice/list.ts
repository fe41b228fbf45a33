import { noticesShown } from '../../../domain/notice/notice.ts'
import { noticesFor } from '../../store/notices.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** What the caller was told, newest first. */
export const listNotices: UseCase<'notice.list'> = async ({ person }, { cursor }) =>
  paged(
    await noticesFor(person._id, cursorOf(cursor), noticesShown + 1),
    noticesShown,
    ({ at }) => at,
    ({ _id, at, head, sentence, about, read }) => ({ id: _id, at, head, sentence, about, read }),
  )
