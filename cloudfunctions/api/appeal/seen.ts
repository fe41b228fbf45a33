import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { maySee } from '../../../domain/appeal/similar.ts'
import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { photosBefore, stepForOthers } from '../../../domain/safety/seeing.ts'
import { appeals } from '../../store/appeals.ts'
import type { UseCase } from '../useCase.ts'
import { loadAppeal } from './step.ts'

/** A snap as a passer-by sees it: how it was, how it is, and how it stands; nothing of who took it or who does it. */
export const seen: UseCase<'appeal.seen'> = async ({ person, now }, { id, position }) => {
  const appeal = await loadAppeal(id)
  // What somebody may not see is for them not there.
  if (!maySee(appeal, person._id, position, now)) throw new Refusal('APPEAL_NOT_FOUND')
  const { category, place, state, photos } = appeal
  const own = appeal.reporterId === person._id
  const done = await doneOf(appeal, own)
  return {
    category,
    placeName: place.name,
    state,
    ...endOf(appeal),
    before: own ? photos : photosBefore(appeal),
    after: done?.photos ?? [],
    ...(done?.words !== undefined && { words: maskContacts(done.words) }),
  }
}

/** What was done, as far as others may see it; who asked sees it as whoever did it wrote it. */
async function doneOf(
  appeal: Appeal,
  own: boolean,
): Promise<{ words?: string; photos: string[] } | undefined> {
  const done = resolutionOf(appeal)
  if (!done || own) return done
  if (!done.other) return stepForOthers(appeal.safety, done)
  // It repeats what was done in the one that it was merged into; the content check looked at it there.
  const parent = await appeals.get(done.other.id)
  const there = parent && resolutionOf(parent)
  return parent && there && there.words === done.words ? stepForOthers(parent.safety, there) : { photos: [] }
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
