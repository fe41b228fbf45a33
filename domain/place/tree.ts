import type { CityPlace } from './city.ts'
import { keyed } from './nameKeys.ts'
import {
  type CommitteeTrade,
  committeeId,
  committeeNames,
  type Organisation,
  type Spell,
  searchable,
} from './organisation.ts'
import { type Placement, placedUnder } from './placement.ts'

/**
 * The organisations of a city (people.md): its territorial tree, and beside it the trade committees and the 两新工委
 * of each district and of the city. `places` lists each place after the one it belongs to, as `expandCity` does;
 * refuses a place whose parent has not come yet. `spell` makes them found by pinyin.
 */
export function organisationsOf(places: readonly CityPlace[], spell: Spell = () => []): Organisation[] {
  const territorial = new Map<string, Organisation>()
  const committees: Organisation[] = []
  for (const place of places) {
    const parent = place.parentCode === null ? undefined : territorial.get(place.parentCode)
    if (place.parentCode !== null && !parent) throw new Error(`${place.code} comes before its parent`)
    const area = areaOf(place, parent, spell)
    territorial.set(place.code, area)
    if (place.level === 'city' || place.level === 'district') committees.push(...committeesOf(area, spell))
  }
  return [...territorial.values(), ...committees].map((organisation) => ({
    ...organisation,
    official: { code: organisation._id, name: organisation.name, parentId: organisation.parentId },
  }))
}

function areaOf(
  { code, shortName, level }: CityPlace,
  parent: Organisation | undefined,
  spell: Spell,
): Organisation {
  const placement: Placement = parent
    ? placedUnder({ _id: code, kind: level }, parent)
    : {
        parentId: null,
        ancestors: [],
        area: code,
        location: '',
        catchAllId: committeeId(code, 'newSectorCommittee'),
      }
  return keyed({
    _id: code,
    name: shortName,
    kind: level,
    ...placement,
    active: true,
    ...searchable(shortName, spell),
  })
}

/** The bodies that stand beside a city or district: its 两新工委, and a committee for each trade. */
export function committeesOf(area: Organisation, spell: Spell): Organisation[] {
  const committee = (
    kind: 'tradeCommittee' | 'newSectorCommittee',
    name: string,
    trade?: CommitteeTrade,
  ): Organisation => {
    const _id = committeeId(area._id, kind, trade)
    return keyed({
      _id,
      name,
      kind,
      ...(trade && { trade }),
      ...placedUnder({ _id, kind }, area),
      active: true,
      ...searchable(name, spell),
    })
  }
  const trades = Object.keys(committeeNames) as CommitteeTrade[]
  return [
    committee('newSectorCommittee', `${area.name}两新工委`),
    ...trades.map((trade) =>
      committee('tradeCommittee', `${area.name}${committeeNames[trade]}行业党委`, trade),
    ),
  ]
}
