import { needsOf } from '../../../domain/appeal/bodies.ts'
import { type Facts, firingRule, type RuleSet } from '../../../domain/appeal/routing.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { ListedOrganisation } from '../../../domain/place/organisation.ts'
import { routingLimits } from '../../../domain/routing/limits.ts'
import { addMoves, wouldMove } from '../../../domain/routing/trial.ts'
import { type AppealSummary, appealsOfCity } from '../../store/appeals.ts'
import { organisationsNeeded } from '../../store/organisations.ts'
import { ruleSetInForce } from '../../store/rules.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { ownCity } from './cityOf.ts'
import { requireSound } from './soundRules.ts'

const day = 86_400_000

/**
 * 拿最近 90 天试: which appeals changed rules would send elsewhere than those in force, one batch a call, newest
 * first. Both are asked of today's organisations, so that only the rules make the difference.
 */
export const trial: UseCase<'routing.trial'> = async (context, { organisationId, rules, cursor }) => {
  const city = await ownCity('routing.trial', context, organisationId)
  const since = context.now - routingLimits.trialDays * day
  const from = cursorOf(cursor)
  const [inForce, found] = await Promise.all([
    ruleSetInForce(city),
    appealsOfCity(city._id, since, from, routingLimits.batch + 1),
    from === undefined ? requireSound(rules, city) : undefined,
  ])
  if (!inForce) throw new Refusal('CITY_NOT_READY')
  const changed = { _id: '', version: inForce.version + 1, rules }
  const { rows, next } = paged(
    found,
    routingLimits.batch,
    ({ createdAt }) => createdAt,
    (appeal) => appeal,
  )
  const cases = await casesOf(rows)
  const organisations = await organisationsNeeded(needsOfAll(cases, [inForce, changed]))
  const moved = cases.flatMap(({ appeal, facts }) => {
    const move = wouldMove(facts, { now: inForce, changed }, organisations)
    return move ? [{ appeal, move }] : []
  })
  return {
    checked: rows.length,
    reached: rows.at(-1)?.createdAt ?? since,
    moves: addMoves(moved.map(({ move }) => move)),
    // The title is masked when it is made; of what is confidential not even that is shown here.
    examples: moved
      .filter(({ appeal }) => !appeal.confidential)
      .slice(0, routingLimits.examples)
      .map(({ appeal: { number, title }, move: { from, to } }) => ({
        number,
        title,
        from: from.name,
        to: to.name,
      })),
    ...(next && { next }),
  }
}

interface Case {
  appeal: AppealSummary
  facts: Facts
}

/** Appeals with the places that they are about, as those stand in the tree now. */
async function casesOf(rows: readonly AppealSummary[]): Promise<Case[]> {
  const places = new Map<string, ListedOrganisation>()
  const ids = [...new Set(rows.map(({ place }) => place.area))]
  for (const place of await organisationsNeeded({ ids, departmentsIn: [] })) places.set(place._id, place)
  return rows.flatMap((appeal) => {
    const place = places.get(appeal.place.area)
    const { kind, category, urgency, trade } = appeal
    return place ? [{ appeal, facts: { kind, category, urgency, trade, place } }] : []
  })
}

function needsOfAll(cases: readonly Case[], sets: readonly RuleSet[]) {
  const needs = cases.flatMap(({ facts }) =>
    sets.map((ruleSet) => needsOf(firingRule(ruleSet, facts)?.rule, facts)),
  )
  return {
    ids: [...new Set(needs.flatMap(({ ids }) => ids))],
    departmentsIn: [...new Set(needs.flatMap(({ departmentsIn }) => departmentsIn))],
  }
}
