import { Refusal } from '../../../domain/errors.ts'
import { peopleById } from '../../store/people.ts'
import { type RuleVersion, ruleVersion, versionInForce } from '../../store/rules.ts'
import { mayAdminister } from '../organisation/administered.ts'
import type { UseCase } from '../useCase.ts'
import { cityOf } from './cityOf.ts'
import { namedBy } from './soundRules.ts'

/** 派单规则: those in force, or an older version. */
export const view: UseCase<'routing.view'> = async (context, { organisationId, version }) => {
  const city = await cityOf('routing.view', context, organisationId)
  const inForce = versionInForce(city)
  const found = await ruleVersion(city._id, version ?? inForce)
  if (!found) throw new Refusal(version === undefined ? 'CITY_NOT_READY' : 'RULES_NOT_FOUND')
  const [named, [row]] = await Promise.all([namedBy(found.rules), rowsOf([found])])
  return {
    ...(row ?? { version: found.version }),
    city: { id: city._id, name: city.name },
    inForce,
    rules: found.rules,
    organisations: [...named.values()].map(({ _id, name, active }) => ({ id: _id, name, active })),
    mayPublish: mayAdminister('routing.publish', context, city),
  }
}

/** Versions as rows of a list, with the names that people have now. */
export async function rowsOf(versions: readonly Omit<RuleVersion, 'rules'>[]) {
  const ids = [...new Set(versions.flatMap(({ by }) => (by ? [by.personId] : [])))]
  const named = ids.length > 0 ? await peopleById(ids) : []
  return versions.map(({ version, by, at, words, changed }) => ({
    version,
    ...(by && {
      by: [named.find(({ _id }) => _id === by.personId)?.nickname, by.title].filter(Boolean).join(' · '),
    }),
    ...(at !== undefined && { at }),
    ...(words !== undefined && { words }),
    ...(changed !== undefined && { changed }),
  }))
}
