import { subscriptions } from '../../store/subscriptions.ts'
import type { UseCase } from '../useCase.ts'

/** How many messages WeChat may still send to the caller, by template. */
export const remindersLeft: UseCase<'notice.reminders'> = async ({ person }) => ({
  left: (await subscriptions.get(person._id))?.quota ?? {},
})
