import { useCallback, useEffect, useRef } from 'react'
import type { Place } from '../../../domain/contract'
import type { Point } from '../../../domain/place/geography'
import { call } from '../../call/call'
import { positionNow } from '../../place/position'
import { useScannedPlace } from '../usePlace'

type Change = (part: { place?: Place; position?: Point | undefined }) => void

/**
 * Where a photo is taken. The place comes by itself, unless the person chose one or scanned a code; without a position
 * it stays the last one. Nothing waits for it, and what comes when the form is `over` comes too late.
 */
export function useWhere(change: Change, over: boolean) {
  const chosen = useRef(false)
  const gone = useRef(over)
  gone.current = over
  useEffect(
    () => () => {
      gone.current = true
    },
    [],
  )

  const choose = useCallback(
    (place: Place) => {
      chosen.current = true
      change({ place })
    },
    [change],
  )
  useScannedPlace(useCallback(({ place }) => choose(place), [choose]))

  const locate = useCallback(async () => {
    const position = await positionNow()
    if (gone.current) return
    change({ position })
    if (!position || chosen.current) return
    const [nearest] = await call('place.near', position).then(
      ({ places }) => places,
      () => [],
    )
    if (!nearest || chosen.current || gone.current) return
    const { id, name, kind, location } = nearest
    change({ place: { id, name, kind, location } })
  }, [change])

  return { choose, locate }
}
