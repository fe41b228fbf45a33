import { pairOf } from '../../../domain/task/proving.ts'
import { pairsAmong } from '../../store/tasks.ts'
import type { Context } from '../useCase.ts'

/** Which of these people verified work of the caller today: their work is for somebody else to look at. */
export async function whoVerified(
  { person, now }: Pick<Context, 'person' | 'now'>,
  claimers: readonly string[],
): Promise<Set<string>> {
  const marks = new Map(claimers.map((claimer) => [pairOf(person._id, claimer, now), claimer]))
  const stored = await pairsAmong([...marks.keys()])
  return new Set([...marks].flatMap(([mark, claimer]) => (stored.has(mark) ? [claimer] : [])))
}
