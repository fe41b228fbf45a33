import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import {
  type PointsRules,
  rulesChanged,
  rulesFault,
  rulesId,
  rulesVersionId,
  startingRules,
} from '../../../domain/points/rules.ts'
import { command } from '../../store/collection.ts'
import { pointsRules } from '../../store/pointsRules.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { ruledPlace } from './scope.ts'

/** 换积分规则: from now on; what was paid stays as it was paid. Every version is kept (docs/decisions/15). */
export const publish: UseCase<'pointsRules.publish'> = (context, { version, rules, words }) =>
  audited(context, 'pointsRules.publish', async (transaction) => {
    const organisation = ruledPlace('pointsRules.publish', context)
    const { _id: scope, isCity } = organisation
    const stored = await transaction.get(pointsRules, rulesId(scope))
    const before = stored ?? startingRules(scope, isCity)
    if (before.version !== version) throw new Refusal('POINTS_RULES_STALE')
    const fault = rulesFault(rules)
    if (fault) throw new Refusal('POINTS_RULES_FAULTY', { fault })
    const changed = rulesChanged(before.rules, rules)
    if (changed === undefined) throw new Refusal('POINTS_RULES_SAME')
    const after: PointsRules = {
      _id: rulesId(scope),
      scope,
      version: version + 1,
      rules,
      by: actorOf(context.caller),
      at: context.now,
      words: maskContacts(words),
      changed,
    }
    const kept = (each: PointsRules): PointsRules => ({
      ...each,
      _id: rulesVersionId(scope, each.version),
      versionOf: scope,
    })
    // The first version was never written down: it is kept with the first change of it.
    if (!stored) await transaction.add(pointsRules, kept(before))
    await transaction.add(pointsRules, kept(after))
    const { _id, by, ...plain } = after
    if (stored) await transaction.update(pointsRules, _id, { ...plain, by: command.set(by) })
    else await transaction.add(pointsRules, after)
    return { answer: { version: after.version }, organisation, words: `${changed}。${words}` }
  })
