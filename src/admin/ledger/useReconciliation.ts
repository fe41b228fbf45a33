import { useCallback, useEffect, useRef, useState } from 'react'
import type { HatView, Output } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'

type Checked = Output<'points.reconcile'>

/** Holds the whole ledger against the accounts, batch by batch; broken off, it goes on from there. */
export function useReconciliation(hat: HatView | undefined) {
  const [so, setSo] = useState<Checked>()
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
    let far: Checked = so?.after !== undefined ? so : { persons: 0, transfers: 0, faults: [] }
    try {
      do {
        const batch: Checked = await call(
          'points.reconcile',
          far.after === undefined ? {} : { after: far.after },
          { hat: hat.id },
        )
        far = {
          ...batch,
          persons: far.persons + batch.persons,
          transfers: far.transfers + batch.transfers,
          faults: [...far.faults, ...batch.faults],
        }
        if (here.current) setSo(far)
      } while (far.after !== undefined && here.current)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
    setRunning(false)
  }, [hat, so])
  return { so, running, refused, start }
}
