import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { changeWords, ruleChanges } from '../../../domain/routing/changes.ts'
import { organisations } from '../../store/organisations.ts'
import { ruleSetInForce, ruleSets, versionId, versionInForce } from '../../store/rules.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { ownCity } from './cityOf.ts'
import { requireSound } from './soundRules.ts'

/**
 * 生效: the rules become the next version, and the city points at it. Refused when somebody else did so since the
 * caller looked. What was dispatched before keeps the version that it was dispatched by.
 */
export const publish: UseCase<'routing.publish'> = (
  context,
  { organisationId, version: seen, rules, words: typed, restored },
) =>
  audited(context, 'routing.publish', async (transaction) => {
    const city = await ownCity('routing.publish', context, organisationId, transaction)
    if (versionInForce(city) !== seen) throw new Refusal('RULES_STALE')
    const before = await ruleSetInForce(city)
    if (!before) throw new Refusal('CITY_NOT_READY')
    const changes = ruleChanges(before.rules, rules)
    if (changes.length === 0) throw new Refusal('RULES_SAME')
    await requireSound(rules, city)
    const version = seen + 1
    const changed = changeWords(changes)
    const words = maskContacts(restored === undefined ? typed : `恢复第 ${restored} 版。${typed}`)
    await transaction.add(ruleSets, {
      _id: versionId(city._id, version),
      city: city._id,
      version,
      rules,
      by: actorOf(context.caller),
      at: context.now,
      words,
      changed,
    })
    await transaction.update(organisations, city._id, { routing: version })
    return {
      answer: { version },
      organisation: city,
      words: `第 ${version} 版规则生效：${changed}。原因：${words}`,
    }
  })
