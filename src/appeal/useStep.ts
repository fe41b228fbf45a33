import { useCallback, useRef, useState } from 'react'
import type { Input, Output, WriteAction } from '../../domain/contract'
import type { RefusalCode } from '../../domain/errors'
import { call, newAttempt } from '../call/call'
import type { Attempt } from '../call/door'
import { asRefused, Refused } from '../call/refused'
import { remindOf } from '../call/remind'

/** The person can put it right, or try again, where they are: a form stays open. */
const mendable: readonly RefusalCode[] = [
  'NOTHING_SAID',
  'TEXT_EMPTY',
  'TEXT_TOO_LONG',
  'TOO_MANY_PHOTOS',
  'PHOTO_NOT_YOURS',
  'PHOTO_NOT_FOUND',
  'PHOTO_NEEDED',
  'REASON_NEEDED',
  'FIELD_INVALID',
  'RELIEF_YUAN',
  'ORGANISATION_NOT_FOUND',
  'ORGANISATION_SAME',
  'OTHER_BRANCH',
  'HARD_NOT_YOURS',
  'SUSPEND_UNTIL_PAST',
  'SUSPENDED_TOO_LONG',
  'SUPERVISOR_NEEDED',
  'ASSISTS_ALREADY',
  'ASSISTANTS_FULL',
  'MERGE_ITSELF',
  'MERGE_OTHER_KIND',
  'PARENT_NOT_OPEN',
  'ROTA_FULL',
  'SHIFTS_OVERLAP',
  'NOT_COLLEAGUE',
  'OFFLINE',
  'INTERNAL',
]
export const isMendable = ({ code }: Refused): boolean => mendable.includes(code)
/** The very same can be tried again. */
export const isLost = ({ code }: Refused): boolean => code === 'OFFLINE' || code === 'INTERNAL'

interface Wish {
  of: string
  attempt: Attempt
}

/**
 * Steps of one tap: 接单, 满意. What was wished for once keeps its request id until it is answered, so that trying
 * again counts once.
 */
export function useStep(hat?: string) {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const wish = useRef<Wish>()

  const take = useCallback(
    async <A extends WriteAction>(action: A, input: Input<A>): Promise<Output<A> | Refused | undefined> => {
      if (under.current) return undefined
      under.current = true
      setBusy(true)
      const of = JSON.stringify([action, input])
      if (wish.current?.of !== of) {
        remindOf(action)
        wish.current = { of, attempt: newAttempt() }
      }
      try {
        const done = await call(action, input, { attempt: wish.current.attempt, hat })
        wish.current = undefined
        return done
      } catch (thrown) {
        return asRefused(thrown)
      } finally {
        under.current = false
        setBusy(false)
      }
    },
    [hat],
  )
  return { busy, take }
}

export const isRefused = (answer: object | undefined): answer is Refused => answer instanceof Refused
