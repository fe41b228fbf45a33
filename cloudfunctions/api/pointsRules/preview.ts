import { Refusal } from '../../../domain/errors.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { preview as decide } from '../../../domain/points/preview.ts'
import { rulesFault } from '../../../domain/points/rules.ts'
import { beijingDate, inBeijing } from '../../../domain/time.ts'
import { transfersByPerson } from '../../store/transfers.ts'
import type { UseCase } from '../useCase.ts'
import { ruledPlace } from './scope.ts'

/** What last month would have paid by changed rules, some persons at a time: the page adds the answers up. */
export const preview: UseCase<'pointsRules.preview'> = async (context, { rules, from }) => {
  const { _id } = ruledPlace('pointsRules.preview', context)
  const fault = rulesFault(rules)
  if (fault) throw new Refusal('POINTS_RULES_FAULTY', { fault })
  const month = beijingDate(inBeijing(context.now).startOf('month').subtract(1, 'day').valueOf()).slice(0, 7)
  const found = await transfersByPerson(_id, month, from, pointsLimits.preview)
  const last = found.length < pointsLimits.preview ? undefined : found.at(-1)?.personId
  const whole = found.filter(({ personId }) => personId !== last)
  // Who alone fills a page is taken as far as it goes, or nobody would come after them.
  const rows = whole.length > 0 || last === undefined ? whole : found
  const next = last === undefined ? undefined : whole.length > 0 ? last : `${last}0`
  return { month, sums: decide(rows, rules, _id), ...(next !== undefined && { from: next }) }
}
