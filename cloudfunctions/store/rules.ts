import type { RuleSet } from '../../domain/appeal/routing.ts'
import { type ReliefRules, reliefRulesId, shippedReliefRules } from '../../domain/relief/rules.ts'
import { noSuggestions, type Suggestions, suggestionsId } from '../../domain/suggestion/additions.ts'
import { collection } from './collection.ts'

/** Rule sets in force, each one document with its version. */
export const ruleSets = collection<RuleSet>('rules')

export const routingRules = (): Promise<RuleSet | undefined> => ruleSets.get('routing')

/** What administrators added to the suggestions: one document, beside the routing rules. */
export const suggestions = collection<Suggestions>('rules')

export const suggestionsNow = async (): Promise<Suggestions> =>
  (await suggestions.get(suggestionsId)) ?? noSuggestions

/** How many supervision points each cause of a relief asks for: one document a city, once it has changed any. */
export const reliefRules = collection<ReliefRules>('rules')

export const reliefRulesOf = async (cityId: string): Promise<ReliefRules> =>
  (await reliefRules.get(reliefRulesId(cityId))) ?? shippedReliefRules(cityId)
