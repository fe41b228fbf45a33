import { maskContacts } from '../../../domain/appeal/privacy.ts'
import type { Output } from '../../../domain/contract.ts'
import type { Review } from '../../../domain/points/review/review.ts'

type Facts = Pick<
  Output<'pointsReview.view'>,
  'id' | 'version' | 'title' | 'points' | 'bucket' | 'at' | 'state' | 'since' | 'inPart'
>

/** What its person and its officers both see of a held payment. */
export function factsOf({ _id, version, cause, reckoned, state, since, inPart }: Review): Facts {
  return {
    id: _id,
    version,
    title: maskContacts(cause.title),
    points: reckoned.points,
    bucket: reckoned.bucket,
    at: cause.doneAt ?? cause.at,
    state,
    since,
    inPart,
  }
}
