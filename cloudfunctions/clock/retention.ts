import { longest, type Overrides } from '../../domain/settings/overrides.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { type aged, removeAged } from '../store/retention.ts'

type Kind = keyof typeof aged

const day = 86_400_000
/** A year with its leap day, so that nothing goes a day too early. */
const year = 366 * day

/** How long each kind is kept: the setting that says it, and the milliseconds of its unit. */
export const keptBy: Record<Kind, { key: SettingKey; unit: number }> = {
  readNotices: { key: 'inboxDays', unit: day },
  declines: { key: 'declineDays', unit: day },
  looks: { key: 'lookDays', unit: day },
  beneficiaryLooks: { key: 'lookDays', unit: day },
  audit: { key: 'auditYears', unit: year },
}
const kinds = Object.keys(keptBy) as Kind[]

const batch = 200
/** In one run, so that years of leftovers don't hold up what comes after. */
const batches = 20
/** When nothing is left, a warm instance does not look again for so long. */
const rests = 3_600_000
let restsUntil = 0

/**
 * Removes what is older than it is kept. Where several cities are looked after together, what can't be told apart by city
 * is kept for the longest of them. It may be broken off anywhere and run twice at once: what is removed is found by no
 * run again, and the next one goes on with the oldest that is left.
 */
export async function removeOld(
  now: () => number,
  until: number,
  cities: readonly Overrides[],
): Promise<Record<Kind, number>> {
  const removed = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  if (now() < restsUntil) return removed
  for (const kind of kinds) {
    const { key, unit } = keptBy[kind]
    const before = now() - longest(cities, key) * unit
    for (let left = batches; ; left -= 1) {
      if (left === 0 || now() >= until) return removed
      const count = await removeAged(kind, before, batch)
      removed[kind] += count
      if (count < batch) break
    }
  }
  restsUntil = now() + rests
  return removed
}
