import type { Hat, OrganisationKind, Trade } from '../people/roles.ts'
import type { SettingsInForce } from '../settings/overrides.ts'
import type { Box, Point, Ring } from './geography.ts'
import type { WeekHours } from './hours.ts'

/** Committees of a trade, as 沈阳 has them (glossary: tradeCommittee). */
export const committeeNames = {
  delivery: '网约配送',
  express: '快递',
  transport: '交通运输',
  internet: '互联网',
} as const satisfies Record<string, string>

export type CommitteeTrade = keyof typeof committeeNames

/** Which committee a person's own trade belongs to; none for trades without one (appeals.md, routing). */
export const committeeOfTrade: Record<Trade, CommitteeTrade | undefined> = {
  delivery: 'delivery',
  express: 'express',
  rideHailing: 'transport',
  truck: 'transport',
  internet: 'internet',
  other: undefined,
}

/** An organisation as it is stored: one read answers who is above it. */
export interface Organisation {
  _id: string
  name: string
  kind: OrganisationKind
  /** The trade of a trade committee. */
  trade?: CommitteeTrade
  /** The territorial organisation that it stands for; its own id in the territorial tree. */
  area: string
  /** Ids of all territorial organisations above it, nearest first. */
  ancestors: string[]
  parentId: string | null
  /** The 两新工委 that takes what this organisation returns; null at the top (glossary: catch-all). */
  catchAllId: string | null
  /** Where it lies, for people: 于洪区 · 迎宾路街道. */
  location: string
  active: boolean
  /** Every suffix of the name and of its spellings, so that an index finds any part of it by prefix. */
  suffixes: string[]
  /** The same for each area that it lies in (nameKeys.ts); absent of organisations from before there were any. */
  nameKeys?: string[]
  /** The name in pinyin: its initials, then all of it: kxsq, kaixuanshequ. */
  spelling?: string[]
  centre?: Point
  /** The cell of the centre (cell.ts): what is near is found by it. */
  cell?: string
  /** Around its area; never read by lists. */
  boundary?: Ring
  box?: Box
  hours?: WeekHours
  /** Whom it serves; everybody when absent. */
  trades?: Trade[]
  /** The organisation's own number, for everybody; never a person's. */
  phone?: string
  /** Absent: 1, of organisations that nobody has changed yet. */
  version?: number
  /** When something was last put below it; who closes it at that moment is told to look again. */
  childrenAt?: number
  /** What the division of the country last said of it: what differs from that was changed by administrators. */
  official?: Official
  /** Of a city: the version of its routing rules that is in force; absent: 1, those that it came with. */
  routing?: number
  /** Of a city: what it does otherwise than the table of settings says; absent: nothing (docs/decisions/35). */
  settings?: SettingsInForce
  /** The organisation that took over all that it had. */
  mergedInto?: { id: string; name: string }
  /** What a move, a rename or a merger has not carried over yet (settling.ts). */
  unsettled?: Unsettled
}

/** The code, name and parent of an organisation in the division data; the parent as an organisation's id. */
export interface Official {
  code: string
  name: string
  parentId: string | null
}

/** The work that a change of the tree leaves behind: carried over in small batches, by whoever comes by. */
export interface Unsettled {
  why: 'move' | 'rename' | 'merge'
  /** Counts the batches: of two who carry on at once, one writes down how far it got. */
  step: number
  done: number
  /** How much there is, as counted at the start. */
  total: number
  /** How far it got: an organisation, and the last appeal of it. */
  after?: { organisation: string; appeal: string }
}

/** What an appeal remembers of the organisation that holds it. */
export interface OrganisationReference {
  id: string
  name: string
  kind: OrganisationKind
  trade?: CommitteeTrade
  area: string
  ancestors: string[]
  catchAllId: string | null
  /** Its own hours, where it keeps others than an office: the clocks run by them. */
  hours?: WeekHours
}

/** An organisation as lists see it: without what it is found by, and without its boundary. */
export type ListedOrganisation = Omit<Organisation, 'suffixes' | 'nameKeys' | 'boundary'>

export function organisationReference(organisation: ListedOrganisation): OrganisationReference {
  const { _id, name, kind, trade, area, ancestors, catchAllId, hours } = organisation
  return {
    id: _id,
    name,
    kind,
    ...(trade && { trade }),
    area,
    ancestors,
    catchAllId,
    ...(hours && { hours }),
  }
}

/** The city that an organisation lies in, or is. */
export const cityIdOf = ({ id, ancestors }: Pick<OrganisationReference, 'id' | 'ancestors'>): string =>
  ancestors.at(-1) ?? id

/** What an appointment remembers of the organisation it is at. */
export function hatOrganisation({
  _id,
  name,
  kind,
  area,
  ancestors,
}: ListedOrganisation): Hat['organisation'] {
  return { id: _id, name, kind, area, ancestors }
}

/** The syllables of a name in pinyin, without tones; the domain knows no dictionary and is told one. */
export type Spell = (name: string) => string[]

/**
 * What a name is found by: every end of it that someone may type, in characters, initials and pinyin; and its
 * spellings. `凯旋社区` → `凯旋社区, 旋社区, 社区, 区, kxsq, xsq, sq, q, kaixuanshequ, xuanshequ, shequ, qu`.
 */
export function searchable(name: string, spell: Spell): Pick<Organisation, 'suffixes' | 'spelling'> {
  const typed = typedText(name)
  const syllables = spell(typed)
  if (syllables.length === 0) return { suffixes: ends([...typed]) }
  const initials = syllables.map((syllable) => syllable.slice(0, 1))
  return {
    suffixes: [...new Set([...ends([...typed]), ...ends(initials), ...ends(syllables)])],
    spelling: [initials.join(''), syllables.join('')],
  }
}

const ends = (parts: string[]) => parts.map((_, index) => parts.slice(index).join(''))

/** Text as it is compared: capitals don't matter. */
export const typedText = (text: string): string => text.trim().toLowerCase()

/**
 * Who stands one level above, best first (product.md, 三级办理): the trade's committee of the district, then the 两新工委
 * of the district and of the city. Empty at the top.
 */
export function levelsAbove(
  { id, kind, area, ancestors }: Pick<OrganisationReference, 'id' | 'kind' | 'area' | 'ancestors'>,
  trade: Trade,
): string[] {
  const city = ancestors.at(-1) ?? area
  const district = ancestors.at(-2) ?? (kind === 'district' ? area : undefined)
  const committee = committeeOfTrade[trade]
  const local = kind === 'community' || kind === 'street' || !territorialOrCommittee.includes(kind)
  return [
    ...(local && district !== undefined && committee
      ? [committeeId(district, 'tradeCommittee', committee)]
      : []),
    ...(district !== undefined ? [committeeId(district, 'newSectorCommittee')] : []),
    committeeId(city, 'newSectorCommittee'),
  ].filter((above, index, all) => above !== id && index > all.indexOf(id))
}

/** The first of these levels that exists and is active. */
export function levelAbove(
  holder: Pick<OrganisationReference, 'id' | 'kind' | 'area' | 'ancestors'>,
  trade: Trade,
  organisations: readonly Organisation[],
): Organisation | undefined {
  return levelsAbove(holder, trade).flatMap(
    (id) => organisations.find(({ _id, active }) => _id === id && active) ?? [],
  )[0]
}

const territorialOrCommittee: readonly OrganisationKind[] = [
  'city',
  'district',
  'tradeCommittee',
  'newSectorCommittee',
]

/** Whether an organisation's name, or its name in pinyin, starts with what was typed. */
export function startsWith({ name, spelling = [] }: Pick<Organisation, 'name' | 'spelling'>, typed: string) {
  return [typedText(name), ...spelling].some((each) => each.startsWith(typed))
}

export const versionOf = ({ version }: Pick<Organisation, 'version'>): number => version ?? 1

/** The id of the committee that stands for an area (a district's or a city's id). */
export function committeeId(
  area: string,
  kind: 'tradeCommittee' | 'newSectorCommittee',
  trade?: CommitteeTrade,
): string {
  return trade ? `${area}-${kind}-${trade}` : `${area}-${kind}`
}

// Trade committees and departments stand beside the tree: what communities do is not below them.
const seesArea: readonly OrganisationKind[] = ['city', 'district', 'street', 'newSectorCommittee']

/** How a hat stands to an organisation: it is its own, or lies in its area; undefined for all others. */
export function standingTo(
  organisation: Pick<Organisation, '_id' | 'ancestors'>,
  hat: Hat | undefined,
): 'organisation' | 'below' | undefined {
  if (!hat) return undefined
  const mine = hat.organisation
  if (mine.id === organisation._id) return 'organisation'
  const area = areaSeenFrom(mine)
  return area !== undefined && organisation.ancestors.includes(area) ? 'below' : undefined
}

/** The area whose organisations one sees from an organisation; undefined where one sees none but one's own. */
export function areaSeenFrom({ kind, area }: Pick<Hat['organisation'], 'kind' | 'area'>): string | undefined {
  return seesArea.includes(kind) ? area : undefined
}
