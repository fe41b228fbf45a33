import { flagBounds } from '../../../domain/points/flags.ts'
import { type Between, monthPairsOf, pairOf } from '../../../domain/task/proving.ts'
import { pairsAmong } from '../../store/tasks.ts'
import type { Context } from '../useCase.ts'

/**
 * What there is between the caller and these people: who verified the caller today, and who does so again and again,
 * with how often it went either way. One request; one more where somebody does.
 */
export async function between(
  { person: { _id: me }, now }: Pick<Context, 'person' | 'now'>,
  claimers: readonly string[],
): Promise<Between> {
  const today = (claimer: string) => pairOf(me, claimer, now)
  const lately = (claimer: string) => monthPairsOf(me, claimer, now)
  const stored = await pairsAmong(claimers.flatMap((claimer) => [today(claimer), ...lately(claimer)]))
  const often = claimers.filter((claimer) => sumOf(stored, lately(claimer)) > flagBounds.pair)
  const back = await pairsAmong(often.flatMap((claimer) => monthPairsOf(claimer, me, now)))
  const mutual = often.map((claimer) => {
    const times = sumOf(back, monthPairsOf(claimer, me, now))
    return [claimer, { times, back: sumOf(stored, lately(claimer)) }] as const
  })
  return {
    verifiedMe: new Set(claimers.filter((claimer) => stored.has(today(claimer)))),
    mutual: new Map(mutual),
  }
}

const sumOf = (counts: ReadonlyMap<string, number>, marks: readonly string[]): number =>
  marks.reduce((sum, mark) => sum + (counts.get(mark) ?? 0), 0)
