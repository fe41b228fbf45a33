import type { Hat, OrganisationKind, Trade } from '../people/roles.ts'

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
  /** Every suffix of the name, so that an index finds any part of it by prefix. */
  suffixes: string[]
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
}

export function organisationReference(organisation: Organisation): OrganisationReference {
  const { _id, name, kind, trade, area, ancestors, catchAllId } = organisation
  return { id: _id, name, kind, ...(trade && { trade }), area, ancestors, catchAllId }
}

/** The suffixes of a name that someone may type: `凯旋社区` → `凯旋社区, 旋社区, 社区, 区`. */
export function nameSuffixes(name: string): string[] {
  const characters = [...name]
  return characters.map((_, index) => characters.slice(index).join(''))
}

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
  return seesArea.includes(mine.kind) && organisation.ancestors.includes(mine.area) ? 'below' : undefined
}
