import { countUnread } from '../../store/notices.ts'
import type { UseCase } from '../useCase.ts'

/** How much the caller has not seen yet. */
export const unread: UseCase<'notice.unread'> = async ({ person }) => ({
  count: await countUnread(person._id),
})
