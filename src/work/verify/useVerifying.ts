import { useCallback, useRef, useState } from 'react'
import type { Input } from '../../../domain/contract'
import { isLost } from '../../appeal/useStep'
import { call, newAttempt } from '../../call/call'
import type { Attempt } from '../../call/door'
import { asRefused, type Refused } from '../../call/refused'
import { type Decisions, verdictsOf, type WorkItem } from './decisions'

export type Way = 'verify' | 'spot'

/** How it went with the work of one task. */
export interface Outcome {
  taskId: string
  title: string
  accepted: number
  rejected: number
  refused?: Refused
}

/**
 * Says of every task what was decided, one after the other. Each wish keeps its request id until it is answered, so
 * that trying again counts once; what one task refuses does not hold up the others.
 */
export function useVerifying(way: Way, hat: string | undefined) {
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const under = useRef(false)
  const attempts = useRef(new Map<string, Attempt>())

  const carryOut = useCallback(
    async <A extends 'task.verify' | 'task.spotCheck'>(action: A, input: Input<A>) => {
      const wish = JSON.stringify([action, input])
      const attempt = attempts.current.get(wish) ?? newAttempt()
      attempts.current.set(wish, attempt)
      await call(action, input, { attempt, hat })
      attempts.current.delete(wish)
    },
    [hat],
  )

  const send = async ({ task: { id, title }, claims }: WorkItem, decisions: Decisions): Promise<Outcome> => {
    const verdicts = verdictsOf({ claims }, decisions)
    let done = 0
    try {
      if (way === 'verify') await carryOut('task.verify', { id, verdicts })
      else
        for (const verdict of verdicts) {
          await carryOut('task.spotCheck', { id, ...verdict })
          done += 1
        }
      return { taskId: id, title, ...countOf(verdicts) }
    } catch (thrown) {
      return { taskId: id, title, ...countOf(verdicts.slice(0, done)), refused: asRefused(thrown) }
    }
  }

  const run = async (items: readonly WorkItem[], decisions: Decisions): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    const told: Outcome[] = []
    for (const item of items.filter((each) => verdictsOf(each, decisions).length > 0)) {
      const outcome = await send(item, decisions)
      told.push(outcome)
      setOutcomes([...told])
      // Without a signal the others would only wait for nothing; they are all still ticked.
      if (outcome.refused && isLost(outcome.refused)) break
    }
    under.current = false
    setBusy(false)
  }
  return { busy, outcomes, forget: () => setOutcomes([]), run }
}

function countOf(verdicts: readonly { accepted: boolean }[]) {
  const accepted = verdicts.filter((verdict) => verdict.accepted).length
  return { accepted, rejected: verdicts.length - accepted }
}
