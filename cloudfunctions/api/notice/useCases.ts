import type { UseCases } from '../useCase.ts'
import { listNotices } from './list.ts'
import { readNotices } from './read.ts'
import { remindersLeft } from './reminders.ts'
import { subscribe } from './subscribe.ts'
import { unread } from './unread.ts'

/** What the router calls for each action whose use case stands here. */
export const noticeUseCases = {
  'notice.list': listNotices,
  'notice.reminders': remindersLeft,
  'notice.subscribe': subscribe,
  'notice.unread': unread,
  'notice.read': readNotices,
} satisfies Partial<UseCases>
