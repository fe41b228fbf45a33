import { metresBetween, type Point } from '../place/geography.ts'
import type { Appeal } from './appeal.ts'
import type { Category } from './categories.ts'
import { rounded } from './privacy.ts'

/** How far away, and how long ago, a snap may have been taken and still be of the same thing. */
export interface Reach {
  metres: number
  hours: number
}

/**
 * By category (appeals.md, Snaps): what moves is soon gone, what is broken stays. None of what is confidential, and
 * none of what nobody takes a snap of. Positions are known to about 100 m, so nothing below 150 m would be found.
 */
export const reaches = {
  sanitation: { metres: 200, hours: 72 },
  obstruction: { metres: 200, hours: 24 },
  facilityDamage: { metres: 200, hours: 14 * 24 },
  fireLane: { metres: 250, hours: 24 },
  traffic: { metres: 300, hours: 6 },
  security: { metres: 200, hours: 12 },
  dispute: { metres: 150, hours: 3 },
  other: { metres: 150, hours: 24 },
} as const satisfies Partial<Record<Category, Reach>>

export const reachOf = (category: Category): Reach | undefined =>
  (reaches as Partial<Record<Category, Reach>>)[category]

/** Cells of this many characters and those around hold all that any reach does. */
export const similarCell = 6
/** As many are shown, and as many of the newest around are looked at. */
export const similarShown = 3
export const similarRead = 60

/** Since when one of a category must have been taken to be looked at now; undefined: none is. */
export function similarSince(category: Category, now: number): number | undefined {
  const reach = reachOf(category)
  return reach && now - reach.hours * hour
}
const hour = 3_600_000

/**
 * Whether somebody may look at a snap in passing: who took it, who said that they saw it, and whoever stands where it
 * is found as similar: it has its cell once all of it has passed the content check. Never what is confidential.
 */
export function maySee(appeal: Appeal, personId: string, position: Point | undefined, now: number): boolean {
  if (appeal.kind !== 'snap' || appeal.confidential) return false
  if (appeal.reporterId === personId || appeal.supporters.includes(personId)) return true
  if (position === undefined || appeal.place.cell === undefined) return false
  return similarTo([appeal], position, appeal.category, now).length > 0
}

type Candidate = Pick<
  Appeal,
  '_id' | 'kind' | 'category' | 'confidential' | 'working' | 'createdAt' | 'place'
>

/**
 * Of those around, the snaps that may be of what somebody sees at a position now: the nearest first, with the metres,
 * at most three. What is said to be done is not: who still sees it says something new. Distances are from where others
 * may know that it was taken (privacy.ts), or asking from several places would tell exactly.
 */
export function similarTo<C extends Candidate>(
  candidates: readonly C[],
  position: Point,
  category: Category,
  now: number,
): { snap: C; metres: number }[] {
  const reach = reachOf(category)
  if (!reach) return []
  return candidates
    .flatMap((snap) => {
      const { kind, confidential, working, createdAt, place } = snap
      const fits = kind === 'snap' && snap.category === category && working && !confidential
      if (!fits || !place.point || createdAt < now - reach.hours * hour) return []
      const metres = metresBetween(position, rounded(place.point))
      return metres <= reach.metres ? [{ snap, metres }] : []
    })
    .sort((a, b) => a.metres - b.metres || b.snap.createdAt - a.snap.createdAt)
    .slice(0, similarShown)
}
