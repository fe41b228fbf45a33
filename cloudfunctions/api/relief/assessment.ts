import type { Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { spendable } from '../../../domain/points/expiry.ts'
import { type Assessed, assess } from '../../../domain/relief/assessing.ts'
import { accounts } from '../../store/accounts.ts'
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
  { person, now }: Pick<Context, 'person' | 'now'>,
): Promise<Assessed | undefined> {
  if (!relief) return undefined
  const [rules, account] = await Promise.all([
    reliefRulesOf(place.ancestors.at(-1) ?? place._id),
    accounts.get(person._id),
  ])
  return assess(relief.cause, account ? spendable(account, 'supervision', now) : 0, rules)
}
