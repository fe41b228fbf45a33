import type { UseCases } from '../useCase.ts'
import { listNotices } from './list.ts'
import { readNotices } from './read.ts'
import { unread } from './unread.ts'

/** What the router calls for each action whose use case stands here. */
export const noticeUseCases = {
  'notice.list': listNotices,
  'notice.unread': unread,
  'notice.read': readNotices,
} satisfies Partial<UseCases>
