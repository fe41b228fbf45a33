import { useEffect, useState } from 'react'
import type { HatView } from '../../domain/contract'
import { lastSeen } from '../call/seen'
import { type Reading, useRead } from '../call/useRead'
import { currentHat, wearHat } from '../me/hat'

export interface WornHat {
  /** Under which the person works now; undefined while it is not known, or when they have none. */
  hat: HatView | undefined
  /** All that they may wear; undefined while it is not known. */
  hats: readonly HatView[] | undefined
  wear: (hat: HatView) => void
  reading: Reading<'person.me'>
}

/** The hat that was worn last, until the function says which ones there are. */
export function useHats(): WornHat {
  const reading = useRead('person.me', {})
  const [chosen, setChosen] = useState<HatView | undefined>(() => currentHat())
  // Until it is known anew, as it was last time: a page needs no second call to know under which hat it reads.
  const [before] = useState(() => lastSeen('person.me', {})?.data.hats)
  const hats = reading.data?.hats ?? (before && before.length > 0 ? before : undefined)
  const hat = hats ? (hats.find(({ id }) => id === chosen?.id) ?? currentHat(hats)) : chosen
  useEffect(() => {
    if (hat) wearHat(hat)
  }, [hat])
  const wear = (next: HatView) => {
    wearHat(next)
    setChosen(next)
  }
  return { hat, hats, wear, reading }
}

/** 凯旋社区 · 网格员 */
export const hatName = ({ organisation, title }: HatView): string => `${organisation.name} · ${title}`
