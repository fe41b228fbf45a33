import type { HatView } from '../../domain/contract'
import { keep, recall } from '../call/storage'

const key = 'hat'

/** The appointment that the person last worked under; staff pages send its id, riders' pages send none. */
export function currentHat(hats?: readonly HatView[]): HatView | undefined {
  const worn = recall<HatView>(key)
  if (!hats) return worn
  return hats.find(({ id }) => id === worn?.id) ?? hats[0]
}

export function wearHat(hat: HatView): void {
  keep(key, hat)
  changes += 1
  for (const hear of hearing) hear()
}

let changes = 0
const hearing = new Set<() => void>()

/** Grows with each change of hats: it is one for the whole phone, also for the pages that lie behind. */
export const hatChanges = (): number => changes
export function onHat(hear: () => void): () => void {
  hearing.add(hear)
  return () => hearing.delete(hear)
}
