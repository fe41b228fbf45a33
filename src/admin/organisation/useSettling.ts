import { useCallback, useEffect, useRef, useState } from 'react'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'

export interface Settling {
  running: boolean
  /** How far it got, as the function said last. */
  progress: { done: number; total: number } | undefined
  refused: Refused | undefined
  /** Carries on until nothing is left, the page is left, or it is refused. */
  start: () => Promise<void>
}

/** Carries over, batch by batch, what a move, a rename or a merger left. */
export function useSettling(id: string, hat: string | undefined, onDone: () => void): Settling {
  const { take } = useStep(hat)
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<Settling['progress']>()
  const [refused, setRefused] = useState<Refused>()
  const here = useRef(true)
  const under = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const start = useCallback(async () => {
    if (under.current) return
    under.current = true
    setRunning(true)
    setRefused(undefined)
    for (let left = true; left && here.current; ) {
      const answer = await take('organisation.settle', { id })
      if (!answer || isRefused(answer)) {
        setRefused(answer)
        break
      }
      left = answer.left
      setProgress({ done: answer.done, total: answer.total })
    }
    under.current = false
    setRunning(false)
    setProgress(undefined)
    onDone()
  }, [id, take, onDone])
  return { running, progress, refused, start }
}
