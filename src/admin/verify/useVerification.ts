import { useCallback, useEffect, useRef, useState } from 'react'
import type { HatView, Output } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'

export interface Verification {
  checked: number
  /** When the oldest of them was sent. */
  reached: number | undefined
  faults: Output<'appeal.verify'>['faults']
  /** Where the next batch begins; undefined when all were looked at. */
  next: string | undefined
}

/** Verifies every log of a city, batch by batch; broken off, it goes on from there. */
export function useVerification(hat: HatView | undefined) {
  const [so, setSo] = useState<Verification>()
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const start = useCallback(async () => {
    if (!hat) return
    setRunning(true)
    setRefused(undefined)
    let far: Verification = so?.next ? so : { checked: 0, reached: undefined, faults: [], next: undefined }
    try {
      do {
        const batch: Output<'appeal.verify'> = await call(
          'appeal.verify',
          { organisationId: hat.organisation.id, ...(far.next && { cursor: far.next }) },
          { hat: hat.id },
        )
        far = {
          checked: far.checked + batch.checked,
          reached: batch.reached ?? far.reached,
          faults: [...far.faults, ...batch.faults],
          next: batch.next,
        }
        if (here.current) setSo(far)
      } while (far.next && here.current)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
    setRunning(false)
  }, [hat, so])
  return { so, running, refused, start }
}
