import type { ShiftView, SwapView } from '../../../domain/contract.ts'
import type { HandOverNote, Rota, Swap } from '../../../domain/duty/rota.ts'
import { type Shift, shiftsBetween } from '../../../domain/duty/shifts.ts'
import { horizon, isOpenSwap, sameShift } from '../../../domain/duty/swaps.ts'

export const onDutyView = ({ who, to }: Shift) => ({ name: who.name, title: who.title, until: to })

/** A shift as one reader sees it: names, and whether it is theirs. */
export function shiftView({ day, slotId, from, to, who, insteadOf }: Shift, reader: string): ShiftView {
  const { name, title } = who
  return {
    day,
    slotId,
    from,
    to,
    name,
    title,
    mine: who.personId === reader,
    ...(insteadOf && { insteadOf: insteadOf.name }),
  }
}

export const noteView = ({ id, from, words, at }: HandOverNote) => ({ id, name: from.name, words, at })

/** The swaps that wait for an answer and concern a reader, by the shift's beginning. */
export function swapViews(rota: Rota, reader: string, now: number): SwapView[] {
  const shifts = shiftsBetween(rota, now, horizon(now))
  return rota.swaps
    .filter((swap) => concerns(swap, reader) && isOpenSwap(rota, swap, now))
    .flatMap((swap) => {
      const shift = shifts.find((each) => sameShift(each, swap))
      const mine = swap.from.personId === reader
      const { name } = mine ? swap.to : swap.from
      return shift
        ? [{ id: swap.id, day: swap.day, slotId: swap.slotId, from: shift.from, to: shift.to, name, mine }]
        : []
    })
    .sort((a, b) => a.from - b.from)
}

const concerns = ({ from, to }: Swap, reader: string) => [from.personId, to.personId].includes(reader)
