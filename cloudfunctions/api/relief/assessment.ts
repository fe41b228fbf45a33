import type { Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { type Assessed, assess } from '../../../domain/relief/assessing.ts'
import { reliefRulesOf } from '../../store/rules.ts'
import type { Context } from '../useCase.ts'

// A phone's clock may run a little ahead.
const ahead = 10 * 60_000

/** Refuses a relief for what has not happened yet. */
export function requirePast({ relief }: Pick<Parsed<'appeal.submit'>, 'relief'>, now: number): void {
  if (relief && relief.occurredAt > now + ahead) throw new Refusal('RELIEF_LATER')
}

/** How a relief is assessed by the rules of its city as it is sent; undefined of every other appeal. */
export async function assessmentOf(
  { relief }: Pick<Parsed<'appeal.submit'>, 'relief'>,
  place: Pick<Organisation, '_id' | 'ancestors'>,
  { person }: Pick<Context, 'person'>,
): Promise<Assessed | undefined> {
  if (!relief) return undefined
  const rules = await reliefRulesOf(place.ancestors.at(-1) ?? place._id)
  return assess(relief.cause, person.supervision ?? 0, rules)
}
