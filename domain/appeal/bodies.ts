import {
  type CommitteeTrade,
  committeeId,
  committeeNames,
  committeeOfTrade,
  type ListedOrganisation,
} from '../place/organisation.ts'
import { departmentIn, departmentNames } from './departments.ts'
import { type Facts, levelNames, type Rule, type Target } from './routing.ts'

/** Ids of the territorial chain of a place, the place itself first: community, street, district, city. */
export function chain(place: Facts['place']): string[] {
  return [place._id, ...place.ancestors]
}

/** One who may take it: its id, whether or not there is such an organisation, and what it is, in words. */
export interface Sought {
  id: string
  what: string
}

/**
 * Who should take it, best first: the body that the rule names, then whoever is above it, at the end the
 * 两新工委 of the district and of the city, so that nothing is ever left without an owner. Departments are looked
 * for by name among the organisations given.
 */
export function sought(
  target: Target | undefined,
  facts: Pick<Facts, 'place' | 'trade'>,
  organisations: readonly ListedOrganisation[] = [],
): Sought[] {
  const areas = areasOf(facts.place)
  const catchAll = (['district', 'city'] as const).map((level) => newSector(level, areas))
  const all = [...bodies(target, facts, areas, organisations), ...catchAll]
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index)
}

/** The ids of the same. */
export const candidates = (...asked: Parameters<typeof sought>): string[] =>
  sought(...asked).map(({ id }) => id)

/** What must be read to route by a rule: organisations by id, and the departments that stand in some areas. */
export interface Needs {
  ids: string[]
  departmentsIn: string[]
}

export function needsOf(rule: Rule | undefined, facts: Pick<Facts, 'place' | 'trade'>): Needs {
  const targets = [rule?.to, ...(rule?.assist ?? [])]
  const areas = areasOf(facts.place)
  return {
    ids: [...new Set(targets.flatMap((target) => candidates(target, facts)))],
    departmentsIn: [
      ...new Set(
        targets.flatMap((target) => (target?.body === 'department' ? departmentAreas(target, areas) : [])),
      ),
    ],
  }
}

interface Areas {
  /** The territorial chain, the place itself first. */
  chain: string[]
  street: string | undefined
  district: string
  city: string
}

export function areasOf(place: Facts['place']): Areas {
  const all = chain(place)
  const city = all.at(-1) ?? place._id
  const district = place.kind === 'city' ? city : (all.at(-2) ?? city)
  const above = place.kind === 'city' || place.kind === 'district' ? undefined : all.at(-3)
  // A community may stand directly below its district.
  const street = place.kind === 'community' && above === place._id ? undefined : above
  return { chain: all, street, district, city }
}

const newSector = (level: 'district' | 'city', areas: Areas): Sought => ({
  id: committeeId(areas[level], 'newSectorCommittee'),
  what: `${levelNames[level]}的两新工委`,
})

function departmentAreas({ level }: Extract<Target, { body: 'department' }>, areas: Areas): string[] {
  const { street, district, city } = areas
  const above = level === 'street' ? [street ?? district, district] : level === 'district' ? [district] : []
  return [...new Set([...above, city])]
}

/** The bodies themselves, without the catch-all behind them. */
export function bodies(
  target: Target | undefined,
  { place, trade: ownTrade }: Pick<Facts, 'place' | 'trade'>,
  areas: Areas,
  organisations: readonly ListedOrganisation[],
): Sought[] {
  const territorial = (ids: string[]): Sought[] =>
    ids.map((id) => ({
      id,
      what: levelNames[place.kind === 'community' && id === place._id ? 'community' : 'street'],
    }))
  switch (target?.body) {
    case undefined:
      return []
    case 'community':
      return place.kind === 'community' ? territorial(areas.chain.slice(0, -2)) : []
    case 'street':
      return territorial(areas.chain.slice(place.kind === 'community' ? 1 : 0, -2))
    case 'district':
      return [{ id: areas.district, what: levelNames.district }]
    case 'newSectorCommittee':
      return [newSector(target.level, areas)]
    case 'tradeCommittee': {
      const trade = target.trade === 'ownTrade' ? committeeOfTrade[ownTrade] : target.trade
      if (!trade) return []
      const levels = target.level === 'city' ? (['city'] as const) : (['district', 'city'] as const)
      return levels.map((level) => ({
        id: committeeId(areas[level], 'tradeCommittee', trade),
        what: `${levelNames[level]}的${committeeNames[trade]}行业党委`,
      }))
    }
    case 'department':
      return departmentAreas(target, areas).map((area) => ({
        // Where there is none, an id that nobody has.
        id:
          departmentIn(area, target.department, organisations)?._id ??
          `${area}-department-${target.department}`,
        what: `${area === areas.city ? levelNames.city : area === areas.district ? levelNames.district : levelNames.street}的${departmentNames[target.department]}部门`,
      }))
    case 'organisation':
      return [{ id: target.id, what: '指定的单位' }]
  }
}

/**
 * Ids that an appeal from an area most likely needs, so that one query finds them all: the area, what its code says
 * stands above it, and their committees. Whoever was moved elsewhere is asked for again.
 */
export function likelyBodies(area: string): string[] {
  const above = [9, 6, 4].flatMap((length) => (length < area.length ? [area.slice(0, length)] : []))
  const trades = Object.keys(committeeNames) as CommitteeTrade[]
  const committees = [area, ...above]
    .filter(({ length }) => length <= 6)
    .flatMap((each) => [
      committeeId(each, 'newSectorCommittee'),
      ...trades.map((trade) => committeeId(each, 'tradeCommittee', trade)),
    ])
  return [area, ...above, ...committees]
}
