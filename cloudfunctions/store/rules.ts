import type { RuleSet } from '../../domain/appeal/routing.ts'
import type { Actor } from '../../domain/people/actor.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { type ReliefRules, reliefRulesId, shippedReliefRules } from '../../domain/relief/rules.ts'
import { noSuggestions, type Suggestions, suggestionsId } from '../../domain/suggestion/additions.ts'
import { collection } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** Rules as they were put in force: never changed, never removed (docs/decisions/15). */
export interface RuleVersion extends RuleSet {
  /** Absent of the rules that a city came with. */
  city?: string
  by?: Actor
  /** Milliseconds since 1970. */
  at?: number
  /** Why it was put in force. */
  words?: string
  /** What it changed, in words. */
  changed?: string
}

export const ruleSets = collection<RuleVersion>('rules')

export const versionId = (cityId: string, version: number): string => `${cityId}-routing-${version}`

/** The version of a city's rules that is in force. */
export const versionInForce = ({ routing }: Pick<Organisation, 'routing'>): number => routing ?? 1

// A version never changes, so that a warm instance needs to read it only once.
const read = new Map<string, RuleVersion>()

/** A version of a city's rules, in force or not; undefined when there is none. */
export async function ruleVersion(cityId: string, version: number): Promise<RuleVersion | undefined> {
  const id = versionId(cityId, version)
  const known = read.get(id)
  if (known) return known
  // Cities that were loaded before there were versions have their first one under this name.
  const found = (await ruleSets.get(id)) ?? (version === 1 ? await ruleSets.get('routing') : undefined)
  if (found) read.set(id, found)
  return found
}

/** The rules of a city that are in force; undefined where none were ever loaded. */
export const ruleSetInForce = (
  city: Pick<Organisation, '_id' | 'routing'>,
): Promise<RuleVersion | undefined> => ruleVersion(city._id, versionInForce(city))

/** The versions of a city that were published, newest first, without their rules. */
export function versionsOf(
  cityId: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Omit<RuleVersion, 'rules'>[]> {
  const where = { city: cityId }
  return ruleSets.find({
    where: from ? after(where, ['version', 'desc'], from) : where,
    sort: [
      ['version', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['rules'],
  })
}
/** What administrators added to the suggestions: one document, beside the routing rules. */
export const suggestions = collection<Suggestions>('rules')

export const suggestionsNow = async (): Promise<Suggestions> =>
  (await suggestions.get(suggestionsId)) ?? noSuggestions

/** How many supervision points each cause of a relief asks for: one document a city, once it has changed any. */
export const reliefRules = collection<ReliefRules>('rules')

export const reliefRulesOf = async (cityId: string): Promise<ReliefRules> =>
  (await reliefRules.get(reliefRulesId(cityId))) ?? shippedReliefRules(cityId)
