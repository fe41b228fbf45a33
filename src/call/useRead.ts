import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '../../domain/contract'
import { call, onSignal } from './call'
import { whenAnswered } from './door'
import { asRefused, type Refused } from './refused'
import { lastSeen, remember, type Seen } from './seen'

export interface Reading<A extends ActionName> {
  /** The newest answer to what is asked now; stays while it is read again. */
  data: Output<A> | undefined
  /** Why the last try gave nothing. */
  refused: Refused | undefined
  /** The last answer that the phone kept, from now or from another day: to show when there is nothing newer. */
  seen: Seen<A> | undefined
  loading: boolean
  /** Loading takes unusually long. */
  slow: boolean
  reload: () => Promise<void>
}

interface State<A extends ActionName> extends Omit<Reading<A>, 'seen' | 'reload'> {
  /** What this is the answer to. */
  of: string | undefined
}

const blank = { data: undefined, refused: undefined, loading: true, slow: false }

/**
 * Reads what one screen needs; again when the signal comes back, and when something was being changed meanwhile: who
 * taps and goes back at once sees what the tap did. Without an input it waits.
 */
export function useRead<A extends ActionName>(
  action: A,
  input: Input<A> | undefined,
  hat?: string,
): Reading<A> {
  const asked = input && JSON.stringify([input, hat ?? null])
  const [state, setState] = useState<State<A>>({ ...blank, of: asked })
  const turn = useRef(0)

  const reload = useCallback(async () => {
    if (asked === undefined) return
    const [wanted]: [Input<A>] = JSON.parse(asked)
    turn.current += 1
    const mine = turn.current
    const settle = (change: Partial<State<A>>) => {
      if (mine !== turn.current) return
      setState((before) => ({ ...(before.of === asked ? before : blank), of: asked, ...change }))
    }
    settle({ loading: true, slow: false })
    // Nobody waits for that: what was read is shown meanwhile.
    whenAnswered()?.then(() => {
      if (mine === turn.current) reload()
    })
    const patience = setTimeout(() => settle({ slow: true }), 2500)
    try {
      const data = await call(action, wanted, { hat })
      remember(action, wanted, hat, { data, at: Date.now() })
      settle({ data, refused: undefined, loading: false, slow: false })
    } catch (thrown) {
      settle({ refused: asRefused(thrown), loading: false, slow: false })
    } finally {
      clearTimeout(patience)
    }
  }, [action, asked, hat])

  useEffect(() => {
    reload()
    const deaf = onSignal((online) => online && reload())
    return () => {
      turn.current += 1
      deaf()
    }
  }, [reload])

  const { of, ...reading } = state
  const current = of === asked ? reading : blank
  const seen = input === undefined || !current.refused ? undefined : lastSeen(action, input, hat)
  return { ...current, seen, reload }
}
