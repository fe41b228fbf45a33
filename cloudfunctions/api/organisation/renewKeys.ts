import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { keysOf, scopesOf } from '../../../domain/appeal/search/keys.ts'
import { appealsHeld, saveKeys } from '../../store/search.ts'

/** The appeals with these ids are found where their organisation stands now: what was moved has other areas above it. */
export async function renewKeys(ids: readonly string[], organisationId: string): Promise<void> {
  let left = [...ids]
  // Whose category is changed at this moment is read again; who gave it away has written its keys.
  while (left.length > 0) {
    // What a batch that was broken off has renewed is right already: writing it again would change nothing, for ever.
    const stale = (await appealsHeld(left, organisationId)).filter(isStale)
    const saved = await Promise.all(stale.map(keyed))
    left = stale.filter((_, index) => !saved[index]).map(({ _id }) => _id)
  }
}

// Areas and keys are written together: where the areas are right, so are the keys.
const isStale = (appeal: Appeal): boolean => appeal.scopes?.join() !== scopesOf(appeal).join()

export const keyed = (appeal: Appeal): Promise<boolean> =>
  saveKeys(appeal, { scopes: scopesOf(appeal), keys: keysOf(appeal) })
