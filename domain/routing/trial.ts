import type { Category } from '../appeal/categories.ts'
import { type Facts, type RuleSet, route } from '../appeal/routing.ts'
import type { ListedOrganisation } from '../place/organisation.ts'

/** How many appeals of a category would go from one organisation to another. */
export interface Move {
  category: Category
  from: { id: string; name: string }
  to: { id: string; name: string }
  count: number
}

/** Where something goes by the rules in force and by changed ones; undefined when to the same. */
export function wouldMove(
  facts: Facts,
  { now, changed }: { now: RuleSet; changed: RuleSet },
  organisations: readonly ListedOrganisation[],
): Move | undefined {
  const from = route(now, facts, organisations)?.organisation
  const to = route(changed, facts, organisations)?.organisation
  if (!from || !to || from._id === to._id) return undefined
  const named = ({ _id, name }: ListedOrganisation) => ({ id: _id, name })
  return { category: facts.category, from: named(from), to: named(to), count: 1 }
}

/** Moves of several batches together. */
export function addMoves(moves: readonly Move[]): Move[] {
  const sums = new Map<string, Move>()
  for (const move of moves) {
    const key = `${move.category} ${move.from.id} ${move.to.id}`
    sums.set(key, { ...move, count: (sums.get(key)?.count ?? 0) + move.count })
  }
  return [...sums.values()]
}

/** Sums of moves by something about them, the largest first. */
export function sumsBy<K extends string>(
  moves: readonly Move[],
  keyOf: (move: Move) => K,
): { key: K; count: number }[] {
  const sums = new Map<K, number>()
  for (const move of moves) sums.set(keyOf(move), (sums.get(keyOf(move)) ?? 0) + move.count)
  return [...sums].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count)
}
