import { useEffect, useState } from 'react'
import type { Category } from '../../../domain/appeal/categories'
import type { Point } from '../../../domain/place/geography'
import { call } from '../../call/call'
import type { SimilarSnap } from './SimilarCard'

const none: readonly SimilarSnap[] = []

/** What others have taken of the same near by; none without a position or a signal, and nothing waits for it. */
export function useSimilar(
  category: Category | undefined,
  position: Point | undefined,
): readonly SimilarSnap[] {
  const [snaps, setSnaps] = useState(none)
  const { longitude, latitude } = position ?? {}
  useEffect(() => {
    setSnaps(none)
    // What is confidential has nothing similar: nobody else may see it.
    if (!category || category === 'foodSafety' || longitude === undefined || latitude === undefined) return
    let current = true
    call('appeal.similar', { category, position: { longitude, latitude } }).then(
      (found) => current && setSnaps(found.snaps),
      // One can send all the same.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [category, longitude, latitude])
  return snaps
}
