import { areaSeenFrom, type Organisation, typedText } from './organisation.ts'

/** What the keys follow from: whatever changes one of these writes them anew. */
type Keyed = Pick<Organisation, '_id' | 'kind' | 'area' | 'ancestors' | 'active' | 'suffixes'>

/**
 * Under which keys an organisation is found by its name among those of an area: for each area that it lies in, whether
 * it is open or closed, with every end of its name. A search then looks at what it shows, for a street and for a whole
 * city alike, and for the few that are closed.
 */
export function nameKeys({ _id, kind, area, ancestors, active, suffixes }: Keyed): string[] {
  const scopes = areaSeenFrom({ kind, area }) === _id ? [_id, ...ancestors] : ancestors
  return scopes.flatMap((scope) => suffixes.map((suffix) => nameKey(scope, active, suffix)))
}

/** The start of the keys of those in an area in whose name the text stands. */
export const nameKey = (scope: string, active: boolean, text: string): string =>
  `${scope}${active ? '~' : '#'}${typedText(text)}`

/** The organisation with its keys. */
export const keyed = <T extends Keyed>(organisation: T): T & { nameKeys: string[] } => ({
  ...organisation,
  nameKeys: nameKeys(organisation),
})
