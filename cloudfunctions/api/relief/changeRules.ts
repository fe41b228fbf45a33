import { Refusal } from '../../../domain/errors.ts'
import { reliefRulesId, shippedReliefRules, thresholdsChanged } from '../../../domain/relief/rules.ts'
import { command } from '../../store/collection.ts'
import { reliefRules } from '../../store/rules.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { ruledCity } from './city.ts'

/** 改免责门槛: holds for what is sent from now on; what was assessed before stays as it was. */
export const changeRules: UseCase<'relief.changeRules'> = (context, { version, thresholds }) =>
  audited(context, 'relief.changeRules', async (transaction) => {
    const { cityId, organisation } = ruledCity('relief.changeRules', context)
    const id = reliefRulesId(cityId)
    const stored = await transaction.get(reliefRules, id)
    const before = stored ?? shippedReliefRules(cityId)
    if (before.version !== version) throw new Refusal('RELIEF_RULES_STALE')
    const words = thresholdsChanged(before.thresholds, thresholds)
    if (words === undefined) throw new Refusal('RELIEF_RULES_SAME')
    const changed = { version: version + 1, thresholds }
    if (stored) await transaction.update(reliefRules, id, { ...changed, thresholds: command.set(thresholds) })
    else await transaction.add(reliefRules, { _id: id, ...changed })
    return { answer: changed, organisation, words }
  })
