import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { HatView } from '../../domain/contract'
import { lastSeen } from '../call/seen'
import { type Reading, useRead } from '../call/useRead'
import { currentHat, hatChanges, onHat, wearHat } from '../me/hat'

export interface WornHat {
  /** Under which the person works now; undefined while it is not known, or when they have none. */
  hat: HatView | undefined
  /** All that they may wear; undefined while it is not known. */
  hats: readonly HatView[] | undefined
  wear: (hat: HatView) => void
  reading: Reading<'person.me'>
}

/** The hat that was worn last, on whichever page, until the function says which ones there are. */
export function useHats(): WornHat {
  const reading = useRead('person.me', {})
  const changes = useSyncExternalStore(onHat, hatChanges)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the phone keeps changes with each of these.
  const chosen = useMemo(() => currentHat(), [changes])
  // Until it is known anew, as it was last time: a page needs no second call to know under which hat it reads.
  const [before] = useState(() => lastSeen('person.me', {})?.data.hats)
  const hats = reading.data?.hats ?? (before && before.length > 0 ? before : undefined)
  const hat = hats ? (hats.find(({ id }) => id === chosen?.id) ?? hats[0]) : chosen
  // As the answer comes: what it says of a hat that was given since is nothing.
  useEffect(() => {
    const theirs = reading.data?.hats ?? []
    const [instead] = theirs
    if (instead && !theirs.some(({ id }) => id === currentHat()?.id)) wearHat(instead)
  }, [reading.data])
  return { hat, hats, wear: wearHat, reading }
}

/** 凯旋社区 · 网格员 */
export const hatName = ({ organisation, title }: HatView): string => `${organisation.name} · ${title}`
