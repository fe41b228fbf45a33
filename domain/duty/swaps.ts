import { Refusal } from '../errors.ts'
import { beijingDate, startOfDay } from '../time.ts'
import { limits } from './limits.ts'
import { type Colleague, isThere, type Rota, type Swap, swapStates } from './rota.ts'
import { day, overlap, type Shift, shiftsBetween } from './shifts.ts'

type Planned = Pick<Rota, 'weekly' | 'swaps'>

/** The end of what can be seen and swapped: midnight after the last of the days ahead. */
export const horizon = (now: number): number => startOfDay(now) + limits.days * day

/**
 * Asks a colleague to take over one of one's own shifts that has not begun. Refuses a shift that is not the asker's,
 * a second question for the same shift, and a colleague who has a shift at that time or whose appointment ends before
 * it does. Gives the swaps as they are then.
 */
export function askSwap(
  rota: Planned,
  wish: Pick<Swap, 'id' | 'day' | 'slotId' | 'to'>,
  personId: string,
  now: number,
): Swap[] {
  const shift = shiftOf(rota, wish, now)
  if (shift.who.personId !== personId) throw new Refusal('SHIFT_NOT_YOURS')
  if (wish.to.personId === personId) throw new Refusal('SWAP_WITH_ONESELF')
  const pending = rota.swaps.find((swap) => swap.state === 'asked' && sameShift(swap, wish))
  if (pending) throw new Refusal('SWAP_PENDING', { name: pending.to.name })
  requireThere(wish.to, shift)
  requireFree(rota, wish.to, shift)
  const kept = stillToCome(rota.swaps, now)
  if (kept.length >= limits.swaps) throw new Refusal('SWAPS_FULL', { limit: limits.swaps })
  return [...kept, { ...wish, from: shift.who, state: 'asked', askedAt: now }]
}

/** The colleague's word. Agreeing asks again whether the shift is there, not begun, and the colleague free. */
export function answerSwap(
  rota: Planned,
  swapId: string,
  agrees: boolean,
  personId: string,
  now: number,
): Swap[] {
  const swap = openSwap(rota, swapId, ({ to }) => to.personId === personId)
  if (agrees) {
    const shift = shiftOf(rota, swap, now)
    if (shift.who.personId !== swap.from.personId) throw new Refusal('SHIFT_NOT_FOUND')
    requireThere(swap.to, shift)
    requireFree(rota, swap.to, shift)
  }
  return settled(rota, swap, agrees ? 'agreed' : 'declined', now)
}

/** Before the colleague has answered, the asker may think better of it. */
export function takeBackSwap(rota: Planned, swapId: string, personId: string, now: number): Swap[] {
  const swap = openSwap(rota, swapId, ({ from }) => from.personId === personId)
  return settled(rota, swap, 'takenBack', now)
}

/** Without the swaps of shifts that began before yesterday: nobody can be on duty by them any more. */
export function stillToCome(swaps: readonly Swap[], now: number): Swap[] {
  const yesterday = beijingDate(now - day)
  return swaps.filter((swap) => swap.day >= yesterday)
}

/** Whether a swap can still be answered: asked for, of a shift that is there, of who asked, and has not begun. */
export function isOpenSwap(rota: Planned, swap: Swap, now: number): boolean {
  const shift = shiftsBetween(rota, now, horizon(now)).find((each) => sameShift(each, swap))
  return swap.state === 'asked' && shift?.who.personId === swap.from.personId && shift.from > now
}

export const sameShift = (a: Pick<Swap, 'day' | 'slotId'>, b: Pick<Swap, 'day' | 'slotId'>): boolean =>
  a.day === b.day && a.slotId === b.slotId

function openSwap({ swaps }: Planned, swapId: string, isTheirs: (swap: Swap) => boolean): Swap {
  const swap = swaps.find(({ id }) => id === swapId)
  if (!swap || !isTheirs(swap)) throw new Refusal('SWAP_NOT_FOUND')
  if (swap.state !== 'asked') throw new Refusal('SWAP_SETTLED', { state: swapStates[swap.state] })
  return swap
}

function settled({ swaps }: Planned, swap: Swap, state: Swap['state'], now: number): Swap[] {
  const others = swaps.filter((each) => each !== swap)
  // Last, so that what was handed on is applied in the order in which it was agreed.
  return [...stillToCome(others, now), { ...swap, state }]
}

function shiftOf(rota: Planned, wish: Pick<Swap, 'day' | 'slotId'>, now: number): Shift {
  const shift = shiftsBetween(rota, now - day, horizon(now)).find((each) => sameShift(each, wish))
  if (!shift) throw new Refusal('SHIFT_NOT_FOUND')
  if (shift.from <= now) throw new Refusal('SHIFT_BEGUN')
  return shift
}

function requireThere(colleague: Colleague, { to }: Shift): void {
  if (!isThere(colleague, to - 1)) throw new Refusal('LEAVES_BEFORE', { name: colleague.name })
}

function requireFree(rota: Planned, { personId, name }: Colleague, shift: Shift): void {
  const busy = shiftsBetween(rota, shift.from, shift.to).some(
    (each) => each.who.personId === personId && overlap(each, shift),
  )
  if (busy) throw new Refusal('SWAP_OVERLAPS', { name })
}
