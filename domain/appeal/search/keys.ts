import type { Hat } from '../../people/roles.ts'
import { granted } from '../../permission.ts'
import { areaSeenFrom } from '../../place/organisation.ts'
import type { Appeal } from '../appeal.ts'
import { wordsOfAppeal } from './words.ts'

/** What the keys follow from: whatever changes one of these writes them anew. */
type Keyed = Pick<Appeal, 'organisation' | 'confidential' | 'kind' | 'category' | 'place' | 'title' | 'text'>

/**
 * From where an appeal is found: the organisation that holds it, and the areas that it lies in, of which those search
 * who see what is below them. What is confidential is found by who holds it and by nobody else.
 */
export function scopesOf({ organisation, confidential }: Pick<Keyed, 'organisation' | 'confidential'>) {
  const own = ownScope(organisation.id)
  return confidential ? [own] : [own, ...organisation.ancestors]
}

/**
 * Under which keys an appeal is found in each of its scopes: all of them, its category, kind and place, and its words.
 * One index then serves all of these for a community and for a whole city alike (docs/decisions/23).
 */
export function keysOf(appeal: Keyed): string[] {
  const { category, kind, place } = appeal
  const words = wordsOfAppeal(appeal)
  return scopesOf(appeal).flatMap((scope) => [
    allKey(scope),
    categoryKey(scope, category),
    kindKey(scope, kind),
    areaKey(scope, place.area),
    ...words.map((word) => wordKey(scope, word)),
  ])
}

/** The scopes in which somebody searches: their own organisation, and its area where their role sees below it. */
export function scopesSearched({ role, organisation }: Hat): string[] {
  const area = granted('appeal.search', role, ['below']) ? areaSeenFrom(organisation) : undefined
  const own = ownScope(organisation.id)
  return area === undefined ? [own] : [own, area]
}

const ownScope = (organisationId: string): string => `=${organisationId}`
export const allKey = (scope: string): string => `${scope}*`
export const categoryKey = (scope: string, category: Appeal['category']): string => `${scope}#${category}`
export const kindKey = (scope: string, kind: Appeal['kind']): string => `${scope}!${kind}`
export const areaKey = (scope: string, area: string): string => `${scope}@${area}`
export const wordKey = (scope: string, word: string): string => `${scope}~${word}`
