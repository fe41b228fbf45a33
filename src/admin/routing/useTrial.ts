import { useCallback, useEffect, useRef, useState } from 'react'
import type { Rule } from '../../../domain/appeal/routing'
import type { HatView, Output } from '../../../domain/contract'
import { routingLimits } from '../../../domain/routing/limits'
import { addMoves, type Move } from '../../../domain/routing/trial'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'

export interface Trial {
  checked: number
  /** When the oldest of them was sent. */
  reached: number
  moves: readonly Move[]
  examples: Output<'routing.trial'>['examples']
  /** Where the next batch begins; undefined when all were looked at. */
  next: string | undefined
}

/** Tries rules on the last 90 days, batch by batch; broken off, it goes on from there. */
export function useTrial(rules: readonly Rule[], hat: HatView, onDone: (trial: Trial) => void) {
  const [trial, setTrial] = useState<Trial>()
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
    setRunning(true)
    setRefused(undefined)
    let so: Trial = trial?.next ? trial : { checked: 0, reached: 0, moves: [], examples: [], next: undefined }
    try {
      do {
        const batch: Output<'routing.trial'> = await call(
          'routing.trial',
          { organisationId: hat.organisation.id, rules: [...rules], ...(so.next && { cursor: so.next }) },
          { hat: hat.id },
        )
        so = {
          checked: so.checked + batch.checked,
          reached: batch.reached,
          moves: addMoves([...so.moves, ...batch.moves]),
          examples: [...so.examples, ...batch.examples].slice(0, routingLimits.examples * 2),
          next: batch.next,
        }
        if (here.current) setTrial(so)
      } while (so.next && here.current)
      if (here.current) onDone(so)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
    setRunning(false)
  }, [rules, hat, trial, onDone])
  return { trial, running, refused, start }
}
