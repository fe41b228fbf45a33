import { paidKinds } from '../../../domain/points/cause.ts'
import { ruleFor } from '../../../domain/points/rules.ts'
import { organisations } from '../../store/organisations.ts'
import { rulesFor } from '../../store/pointsRules.ts'
import type { UseCase } from '../useCase.ts'
import { city } from './city.ts'

/** 分怎么算: what holds where the caller is registered; elsewhere, in the city. */
export const rules: UseCase<'points.rules'> = async ({ person }) => {
  const place = person.community && (await organisations.get(person.community.id))
  const cityId = place ? (place.ancestors.at(-1) ?? place._id) : await city()
  const found = await rulesFor(place?._id ?? cityId, cityId)
  return {
    place: place?.name ?? '全市',
    rules: paidKinds.map((what) => ruleFor(what, found.community, found.city).rule),
  }
}
