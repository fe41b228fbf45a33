import { useCallback, useRef, useState } from 'react'
import type { Input, Output, WriteAction } from '../../domain/contract'
import { call, newAttempt } from '../call/call'
import { type Change, useDraft } from '../call/draft'
import { asRefused, type Refused } from '../call/refused'
import { remindOf } from '../call/remind'
import { isMendable } from './useStep'

/** The attempt of a draft that may have arrived already; a changed draft is another wish. */
interface Sent {
  action: WriteAction
  round: string
  requestId: string
}
type Kept<D> = D & { sent?: Sent | undefined }

interface Options<D extends object> {
  /** Of what is filled in, and for what: each has its own draft. */
  name: string
  hat?: string | undefined
  empty: D
  /** Of what can be wished for again in the same words, later on: which time this is. */
  round?: string | undefined
  /** What was wished for is not possible any more; what is written stays on the phone. Without it the form says so. */
  onMoved?: (refused: Refused) => void
}

export interface KeptForm<D extends object> {
  draft: D
  change: (change: Change<D>) => void
  /** Nothing is to be sent after all. */
  clear: () => void
  busy: boolean
  /** What is in the way and can be put right here. */
  refused: Refused | undefined
  refuse: (refused: Refused | undefined) => void
  /**
   * Sends what `input` makes, unless something is being sent; gives the answer when the function has it, and the draft
   * is gone then.
   */
  send: <A extends WriteAction>(
    action: A,
    input: () => Input<A> | Promise<Input<A>>,
  ) => Promise<Output<A> | undefined>
}

/**
 * A form that outlives closing it and failing to send, with what is in it and with its attempt: the same, sent again
 * because no answer came, counts once.
 */
export function useKeptForm<D extends object>({
  name,
  hat,
  empty,
  round = '',
  onMoved,
}: Options<D>): KeptForm<D> {
  const [draft, keepDraft, clear] = useDraft<Kept<D>>(name, empty)
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const under = useRef(false)
  // What was sent may show behind the open form already: trying again is still the same time.
  const { current: opened } = useRef(round)
  const change = useCallback(
    (changed: Change<D>) => {
      refuse(undefined)
      keepDraft((now) => ({
        ...(typeof changed === 'function' ? changed(now) : changed),
        sent: undefined,
      }))
    },
    [keepDraft],
  )

  const send: KeptForm<D>['send'] = async (action, input) => {
    if (under.current) return undefined
    under.current = true
    remindOf(action)
    setBusy(true)
    refuse(undefined)
    const { sent } = draft
    const again = sent?.action === action && sent.round === opened
    const attempt = again ? { requestId: sent.requestId } : newAttempt()
    keepDraft({ sent: { action, round: opened, ...attempt } } as Partial<Kept<D>>)
    try {
      const done = await call(action, await input(), { attempt, hat })
      clear()
      return done
    } catch (thrown) {
      const failed = asRefused(thrown)
      if (onMoved && !isMendable(failed)) onMoved(failed)
      else refuse(failed)
      return undefined
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { draft, change, clear, busy, refused, refuse, send }
}
