import { markRead } from '../../store/notices.ts'
import type { UseCase } from '../useCase.ts'

/** The caller has seen the list. */
export const readNotices: UseCase<'notice.read'> = async ({ person }, { until }) => {
  await markRead(person._id, until)
  return {}
}
