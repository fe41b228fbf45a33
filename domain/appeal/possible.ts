import type { Role } from '../people/roles.ts'
import { granted, type Relation } from '../permission.ts'
import type { Appeal } from './appeal.ts'
import { limits } from './limits.ts'
import { type AppealAction, fits } from './states.ts'

/** Actions of the table that the functions carry out today; a test holds it against the contract. */
export const carriedOut = [
  'dispatch',
  'accept',
  'return',
  'note',
  'resolve',
  'confirm',
  'withdraw',
] as const satisfies readonly AppealAction[]

export type Carried = (typeof carriedOut)[number]

/** What the rules of an action need to know of an appeal. */
export type Situation = Pick<Appeal, 'state' | 'final' | 'returns'> & { catchAllId: string | null }

/** Why an organisation has to keep an appeal although its state would let it go back. */
export function mustKeep(situation: Situation): 'RETURNED_TOO_OFTEN' | 'NOTHING_ABOVE' | undefined {
  if (situation.final || situation.returns > limits.returns) return 'RETURNED_TOO_OFTEN'
  return situation.catchAllId === null ? 'NOTHING_ABOVE' : undefined
}

/** What a caller can do with an appeal now: the same answer for a button and for the function behind it. */
export function possibleActions(
  situation: Situation,
  role: Role | undefined,
  relations: readonly Relation[],
): Carried[] {
  return carriedOut.filter(
    (action) =>
      granted(`appeal.${action}`, role, relations) &&
      fits(action, situation.state) &&
      (action !== 'return' || !mustKeep(situation)),
  )
}
