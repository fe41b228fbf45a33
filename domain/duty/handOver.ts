import { limits } from './limits.ts'
import type { HandOverNote, Rota } from './rota.ts'
import { day, type Shift, shiftsBetween } from './shifts.ts'

const grace = limits.grace * 60_000

/** The shift that a person can hand over at a moment: the one that runs, or that ended within the grace. */
export function shiftToHandOver(
  rota: Pick<Rota, 'weekly' | 'swaps'>,
  personId: string,
  at: number,
): Shift | undefined {
  return shiftsBetween(rota, at - grace - 1, at + 1)
    .filter(({ who, from, to }) => who.personId === personId && from <= at && at <= to + grace)
    .at(-1)
}

/** One shift, told from those before and after it. */
export const shiftKey = ({ day, slotId }: Pick<Shift, 'day' | 'slotId'>): string => `${day} ${slotId}`

// Over a weekend; older ones have been heard.
const fresh = 3 * day

/** Whether a note still says something: those of who had everything about them deleted don't. */
export const isSaid = ({ words }: HandOverNote): boolean => words !== ''

/** What the shift before has to say: the newest note that somebody else left, while it is fresh. */
export function noteFor(
  { notes }: Pick<Rota, 'notes'>,
  personId: string,
  at: number,
): HandOverNote | undefined {
  return notes.filter(isSaid).find((note) => note.from.personId !== personId && note.at > at - fresh)
}
