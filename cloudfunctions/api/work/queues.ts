import { mostCounted, type Queue, queuesFor } from '../../../domain/duty/queues.ts'
import type { Hat } from '../../../domain/people/roles.ts'
import { areaSeenFrom } from '../../../domain/place/organisation.ts'
import { countHeld } from '../../store/checks.ts'
import { countHonoursAt } from '../../store/honours.ts'
import { countRedemptionsAt } from '../../store/redemptions.ts'
import { countReviewsAt } from '../../store/reviews.ts'
import { countToVerify } from '../../store/tasks.ts'
import { requireHat } from '../duty/colleague.ts'
import type { UseCase } from '../useCase.ts'

/** One more than is said: where it is found, there may be more. */
const most = mostCounted + 1

const counts: Record<Queue, (at: Hat['organisation'], now: number) => Promise<number>> = {
  verify: ({ id }, now) => countToVerify(id, now, most),
  approvals: ({ id }) => countRedemptionsAt(id, 'pending', most),
  reviews: ({ id }) => countReviewsAt(id, ['waiting', 'appealed'], most),
  contents: (at) => countHeld(areaSeenFrom(at) ?? at.id, most),
  honours: ({ id }) => countHonoursAt(id, ['proposed', 'contested'], most),
}

/** 工作台: how much waits beside appeals, in each queue that the hat works on. */
export const queues: UseCase<'work.queues'> = async (context) => {
  const { role, organisation } = requireHat(context)
  const found = queuesFor(role).map(
    async (queue) => [queue, await counts[queue](organisation, context.now)] as const,
  )
  return Object.fromEntries(await Promise.all(found))
}
