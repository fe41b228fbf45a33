import type { Appeal } from '../../domain/appeal/appeal.ts'
import { newCheck } from '../../domain/safety/check.ts'
import { piecesOf, withAsked } from '../../domain/safety/pieces.ts'
import type { Safety } from '../../domain/safety/safety.ts'
import { addChecks } from '../store/checks.ts'

/**
 * Gives to the content check what has been said in an appeal since it last was; what the appeal must then remember. First
 * the checks, then the appeal: what is broken off between is done again, and makes the same checks.
 */
export async function askAbout(appeal: Appeal, now: number): Promise<Safety> {
  const about = { kind: 'appeal', id: appeal._id } as const
  const pieces = piecesOf(appeal, appeal.safety?.asked)
  await addChecks(pieces.map((piece) => newCheck(about, piece, now)))
  return withAsked(appeal.safety, appeal)
}
