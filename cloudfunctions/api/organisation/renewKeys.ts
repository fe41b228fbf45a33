import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { keysOf, scopesOf } from '../../../domain/appeal/search/keys.ts'
import { appealsHeld, saveKeys } from '../../store/search.ts'

/** The appeals with these ids are found where their organisation stands now: what was moved has other areas above it. */
export async function renewKeys(ids: readonly string[], organisationId: string): Promise<void> {
  let left = [...ids]
  // Whose category is changed at this moment is read again; who gave it away has written its keys.
  while (left.length > 0) {
    const held = await appealsHeld(left, organisationId)
    const saved = await Promise.all(held.map(keyed))
    left = held.filter((_, index) => !saved[index]).map(({ _id }) => _id)
  }
}

export const keyed = (appeal: Appeal): Promise<boolean> =>
  saveKeys(appeal, { scopes: scopesOf(appeal), keys: keysOf(appeal) })
