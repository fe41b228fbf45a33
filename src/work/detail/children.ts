import type { AppealView } from '../../../domain/contract'

/** Those that were merged into an appeal and have not been split off again, by its log, which is read newest first. */
export function childrenOf({ timeline }: Pick<AppealView, 'timeline'>): { id: string; number: string }[] {
  const children = new Map<string, { id: string; number: string }>()
  for (const { action, other } of [...timeline].reverse()) {
    if (!other) continue
    if (action === 'gather') children.set(other.id, other)
    if (action === 'letGo') children.delete(other.id)
  }
  return [...children.values()]
}
