import { grant, subscriptions } from '../../store/subscriptions.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** The caller has said yes to one message of each of these; whoever makes that up is refused by WeChat when it is sent. */
export const subscribe: UseCase<'notice.subscribe'> = async (context, { granted }) => {
  await grant(context.person._id, [...new Set(granted)], requestKey(context))
  return { left: (await subscriptions.get(context.person._id))?.quota ?? {} }
}
