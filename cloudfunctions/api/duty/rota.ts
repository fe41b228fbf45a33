import { gapsBetween } from '../../../domain/duty/gaps.ts'
import { isSaid, shiftKey, shiftToHandOver } from '../../../domain/duty/handOver.ts'
import { isThere } from '../../../domain/duty/rota.ts'
import { onDutyAt, shiftsBetween } from '../../../domain/duty/shifts.ts'
import { horizon } from '../../../domain/duty/swaps.ts'
import type { UseCase } from '../useCase.ts'
import { rotaOf } from './change.ts'
import { colleagueView, requireHat } from './colleague.ts'
import { noteView, onDutyView, shiftView, swapViews } from './view.ts'

const notesShown = 10

/** The rota of the organisation whose hat is worn: now, the two weeks ahead, what is missing, what waits for me. */
export const rota: UseCase<'duty.rota'> = async (context) => {
  const { person, now } = context
  const rota = await rotaOf(requireHat(context).organisation.id)
  const handing = shiftToHandOver(rota, person._id, now)
  const isMine = ({ who }: { who: { personId: string } }) => who.personId === person._id
  return {
    version: rota.version,
    cover: rota.cover,
    now: onDutyAt(rota, now).map((shift) => ({ ...onDutyView(shift), mine: isMine(shift) })),
    shifts: shiftsBetween(rota, now, horizon(now)).map((shift) => shiftView(shift, person._id)),
    gaps: gapsBetween(rota, now, horizon(now)),
    swaps: swapViews(rota, person._id, now),
    notes: rota.notes.filter(isSaid).slice(0, notesShown).map(noteView),
    ...(handing && { toHandOver: shiftKey(handing) }),
    // Who has left by the end of their term is planned anew, or their hours are a gap.
    weekly: rota.weekly
      .filter(({ who }) => isThere(who, now))
      .map((slot) => ({ ...slot, who: colleagueView(slot.who) })),
  }
}
