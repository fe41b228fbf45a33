import type { CityPlace } from './city.ts'
import {
  type CommitteeTrade,
  committeeId,
  committeeNames,
  nameSuffixes,
  type Organisation,
} from './organisation.ts'

/**
 * The organisations of a city (people.md): its territorial tree, and beside it the trade committees and the 两新工委
 * of each district and of the city. `places` lists each place after the one it belongs to, as `expandCity` does;
 * refuses a place whose parent has not come yet.
 */
export function organisationsOf(places: readonly CityPlace[]): Organisation[] {
  const territorial = new Map<string, Organisation>()
  const committees: Organisation[] = []
  for (const place of places) {
    const parent = place.parentCode === null ? undefined : territorial.get(place.parentCode)
    if (place.parentCode !== null && !parent) throw new Error(`${place.code} comes before its parent`)
    const area = areaOf(place, parent)
    territorial.set(place.code, area)
    if (place.level === 'city' || place.level === 'district') committees.push(...committeesOf(area))
  }
  return [...territorial.values(), ...committees]
}

function areaOf({ code, shortName, level }: CityPlace, parent: Organisation | undefined): Organisation {
  const ancestors = parent ? [parent._id, ...parent.ancestors] : []
  const city = ancestors.at(-1) ?? code
  const district = level === 'city' || level === 'district' ? code : (ancestors.at(-2) ?? city)
  return {
    _id: code,
    name: shortName,
    kind: level,
    area: code,
    ancestors,
    parentId: parent?._id ?? null,
    catchAllId: committeeId(district, 'newSectorCommittee'),
    location: locationOf(parent),
    active: true,
    suffixes: nameSuffixes(shortName),
  }
}

// Nobody needs to be told which city they are in.
function locationOf(parent: Organisation | undefined): string {
  if (!parent || parent.kind === 'city') return parent?.name ?? ''
  return parent.kind === 'district' ? parent.name : `${parent.location} · ${parent.name}`
}

function committeesOf(area: Organisation): Organisation[] {
  const city = area.ancestors.at(-1)
  const trades = Object.keys(committeeNames) as CommitteeTrade[]
  return [
    committee(
      area,
      'newSectorCommittee',
      `${area.name}两新工委`,
      city === undefined ? null : committeeId(city, 'newSectorCommittee'),
    ),
    ...trades.map((trade) => ({
      ...committee(
        area,
        'tradeCommittee',
        `${area.name}${committeeNames[trade]}行业党委`,
        committeeId(area._id, 'newSectorCommittee'),
        trade,
      ),
      trade,
    })),
  ]
}

function committee(
  area: Organisation,
  kind: 'tradeCommittee' | 'newSectorCommittee',
  name: string,
  catchAllId: string | null,
  trade?: CommitteeTrade,
): Organisation {
  return {
    _id: committeeId(area._id, kind, trade),
    name,
    kind,
    area: area._id,
    ancestors: [area._id, ...area.ancestors],
    parentId: area._id,
    catchAllId,
    location: area.name,
    active: true,
    suffixes: nameSuffixes(name),
  }
}
