import { needsOf } from '../../../domain/appeal/bodies.ts'
import { firingRule } from '../../../domain/appeal/routing.ts'
import { Refusal } from '../../../domain/errors.ts'
import { isTerritorial } from '../../../domain/place/placement.ts'
import { dryRun as run } from '../../../domain/routing/dryRun.ts'
import { organisationOrHeir, organisationsNeeded } from '../../store/organisations.ts'
import { ruleSetInForce, versionInForce } from '../../store/rules.ts'
import type { UseCase } from '../useCase.ts'
import { cityOf } from './cityOf.ts'

/** 试一试: where something would go, and why not elsewhere; nothing is sent. */
export const dryRun: UseCase<'routing.dryRun'> = async (
  context,
  { organisationId, area, rules, ...input },
) => {
  const city = await cityOf('routing.dryRun', context, organisationId)
  const [place, inForce] = await Promise.all([organisationOrHeir(area), ruleSetInForce(city)])
  if (!inForce) throw new Refusal('CITY_NOT_READY')
  const inCity = place && (place._id === city._id || place.ancestors.includes(city._id))
  if (!place?.active || !inCity || !isTerritorial(place.kind)) throw new Refusal('AREA_NOT_FOUND')
  const ruleSet = rules ? { _id: '', version: versionInForce(city) + 1, rules } : inForce
  const facts = { ...input, place }
  const found = await organisationsNeeded(needsOf(firingRule(ruleSet, facts)?.rule, facts))
  const { organisation, ...outcome } = run(ruleSet, facts, found)
  return { ...outcome, ...(organisation && { organisation }) }
}
