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
}
