import type { NoticeView } from '../../../domain/contract.ts'
import { asksForAnswer, type Notice, noticesShown } from '../../../domain/notice/notice.ts'
import { noticesFor } from '../../store/notices.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** What the caller was told, newest first. */
export const listNotices: UseCase<'notice.list'> = async ({ person }, { cursor }) =>
  paged(
    await noticesFor(person._id, cursorOf(cursor), noticesShown + 1),
    noticesShown,
    ({ at }) => at,
    noticeView,
  )

/** An item as the person whose inbox it is in sees it. */
export function noticeView(notice: Notice): NoticeView {
  const { _id, at, head, sentence, about, read, closeDays } = notice
  return {
    id: _id,
    at,
    head,
    sentence,
    about,
    read,
    asks: asksForAnswer(notice),
    ...(closeDays !== undefined && { closeDays }),
  }
}
