import { useEffect, useRef } from 'react'
import type { Place } from '../../domain/contract'
import { rememberPlace } from '../place/chosen'
import { useScanned } from '../place/useScanned'

/** The place of a scanned code becomes the form's own, once; the person can still choose another. */
export function useScannedPlace(change: (part: { place: Place }) => void): void {
  const scanned = useScanned()
  // It is read again each time the signal comes back.
  const applied = useRef<string>()
  useEffect(() => {
    if (!scanned || !territorial.includes(scanned.kind) || applied.current === scanned.id) return
    applied.current = scanned.id
    rememberPlace(scanned)
    change({ place: scanned })
  }, [scanned, change])
}
const territorial: readonly Place['kind'][] = ['city', 'district', 'street', 'community']

/** What a place costs that is no community; undefined for one that is. */
export function coarseWords(place: Place | undefined): string | undefined {
  if (!place || place.kind === 'community') return undefined
  return `只知道到${place.name}，要先问清哪个社区，会慢些`
}
