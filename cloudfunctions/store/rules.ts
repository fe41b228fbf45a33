import type { RuleSet } from '../../domain/appeal/routing.ts'
import { collection } from './collection.ts'

/** Rule sets in force, each one document with its version. */
export const ruleSets = collection<RuleSet>('rules')

export const routingRules = (): Promise<RuleSet | undefined> => ruleSets.get('routing')
