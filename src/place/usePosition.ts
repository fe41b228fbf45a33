import { useCallback, useEffect, useState } from 'react'
import type { Point } from '../../domain/place/geography'
import { isOnline } from '../call/call'
import { keep, recall } from '../call/storage'
import { positionNow } from './position'

export type Whereabouts = { is: 'asking' } | { is: 'known'; point: Point } | { is: 'refused' }

const key = 'position'
/** Nobody waits longer for it: everything goes on without. */
const patience = 5_000
/** A position of another day says nothing. */
const fresh = 24 * 3_600_000

interface Kept {
  point: Point
  at: number
}

/** Where the phone was last, without asking anybody; undefined when that is long ago. */
export function lastPosition(): Point | undefined {
  const kept = recall<Kept>(key)
  return kept && kept.at > Date.now() - fresh ? kept.point : undefined
}

/** Where the phone is, asked for when the page opens; without a signal where it was last. */
export function usePosition(): Whereabouts {
  const [where, setWhere] = useState<Whereabouts>({ is: 'asking' })
  const ask = useCallback(async () => {
    const last = isOnline() ? undefined : lastPosition()
    const point = last ?? (await inTime(positionNow()))
    if (!point) return setWhere({ is: 'refused' })
    // To ten metres: whoever hardly moved is shown the same list again.
    const near = { longitude: rounded(point.longitude), latitude: rounded(point.latitude) }
    keep(key, { point: near, at: Date.now() } satisfies Kept)
    setWhere({ is: 'known', point: near })
  }, [])
  useEffect(() => {
    ask()
  }, [ask])
  return where
}

const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4

const inTime = (asked: Promise<Point | undefined>): Promise<Point | undefined> =>
  Promise.race([
    asked,
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), patience)
    }),
  ])
