import type { UseCases } from '../useCase.ts'
import { listNotices } from './list.ts'
import { readNotices } from './read.ts'
import { remindersLeft } from './reminders.ts'
import { subscribe } from './subscribe.ts'
import { unread } from './unread.ts'

export { noticeContract as contract } from '../../../domain/notice/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'notice.list': listNotices,
  'notice.reminders': remindersLeft,
  'notice.subscribe': subscribe,
  'notice.unread': unread,
  'notice.read': readNotices,
} satisfies Partial<UseCases>
