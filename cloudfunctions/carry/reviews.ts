import { noDue } from '../../domain/appeal/appeal.ts'
import { reviewNotices } from '../../domain/points/review/telling.ts'
import { stepFailed } from '../log.ts'
import { deliver } from '../store/notices.ts'
import { dueReviews, reviews } from '../store/reviews.ts'

const batch = 50
/** What fails must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000

/** Tells everybody how it stands with what was held, until nothing is left or time is up; each once. */
export async function tellReviews(now: () => number, until: number): Promise<void> {
  while (now() < until) {
    const at = now()
    const due = await dueReviews(at, batch)
    if (due.length === 0) return
    for (const review of due)
      try {
        await deliver(reviewNotices(review))
        await reviews.update({ _id: review._id, version: review.version }, { outbox: [], tickAt: noDue })
      } catch (error) {
        stepFailed('review', error, review._id)
        await reviews.update({ _id: review._id }, { tickAt: at + again })
      }
  }
}
