import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { type PointsRules, startingRules } from '../../../domain/points/rules.ts'
import { pointsVersion, rulesFor } from '../../store/pointsRules.ts'
import type { UseCase } from '../useCase.ts'
import { ruledPlace } from './scope.ts'

/** 积分规则: those in force at the hat's community or city, or an earlier version; the city's beside them. */
export const view: UseCase<'pointsRules.view'> = async (context, { version }) => {
  const { _id, name, cityId, isCity } = ruledPlace('pointsRules.view', context)
  const inForce = await rulesFor(_id, cityId)
  const own = (isCity ? inForce.city : inForce.community) ?? startingRules(_id, isCity)
  const shown = version === undefined || version === own.version ? own : await pointsVersion(_id, version)
  if (!shown) throw new Refusal('RULES_NOT_FOUND')
  return {
    ...versionRow(shown),
    place: { id: _id, name },
    isCity,
    rules: shown.rules,
    city: inForce.city.rules,
  }
}

/** A version as lists show it. */
export const versionRow = ({
  version,
  by,
  at,
  words,
  changed,
}: Omit<PointsRules, 'rules'>): Output<'pointsRules.versions'>['rows'][number] => ({
  version,
  ...(by && { by: by.title }),
  ...(at !== undefined && { at }),
  ...(words !== undefined && { words }),
  ...(changed !== undefined && { changed }),
})
