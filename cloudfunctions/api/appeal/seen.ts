import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { maySee } from '../../../domain/appeal/similar.ts'
import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { loadAppeal } from './step.ts'

/** A snap as a passer-by sees it: how it was, how it is, and how it stands; nothing of who took it or who does it. */
export const seen: UseCase<'appeal.seen'> = async ({ person, now }, { id, position }) => {
  const appeal = await loadAppeal(id)
  // What somebody may not see is for them not there.
  if (!maySee(appeal, person._id, position, now)) throw new Refusal('APPEAL_NOT_FOUND')
  const { category, place, state, photos } = appeal
  const done = resolutionOf(appeal)
  return {
    category,
    placeName: place.name,
    state,
    ...endOf(appeal),
    before: photos,
    after: done?.photos ?? [],
    ...(done && { words: maskContacts(done.words) }),
  }
}

/** The resolution that still stands: its own, or of the one that it was merged into; who asked may have said that it is not done. */
function resolutionOf({ state, resolvedAt, events }: Appeal): Appeal['events'][number] | undefined {
  if (resolvedAt === null && state !== 'closed') return undefined
  return events
    .filter(({ action, to }) => action === 'resolve' || (action === 'conclude' && to === 'closed'))
    .at(-1)
}

function endOf({ state, outcome, events }: Appeal): Pick<Output<'appeal.seen'>, 'outcome' | 'declined'> {
  if (state === 'closed') return outcome ? { outcome } : {}
  const declined = state === 'declined' ? events.at(-1)?.declined : undefined
  return declined ? { declined } : {}
}
