import type { HatView } from '../../domain/contract'

/** Whether a hat stands for the city: its own, or one of its trade committees; by the ids that cities are loaded with. */
export function isOfCity({ organisation: { id, kind } }: HatView): boolean {
  return kind === 'city' || (kind === 'tradeCommittee' && /^\d{4}-/.test(id))
}
