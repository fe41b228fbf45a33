import { useCallback, useRef, useState } from 'react'
import type { Input, Output, WriteAction } from '../../domain/contract'
import { refusalSentence } from '../../domain/errors'
import { call, newAttempt } from '../call/call'
import { useDraft } from '../call/draft'
import { asRefused, Refused } from '../call/refused'
import { remindOf } from '../call/remind'
import { type PhotoHand, usePhotos } from '../call/usePhotos'
import { isMendable } from './useStep'

/** What every form of a step keeps on the phone until the function has said that it has it. */
interface Kept {
  words: string
  /** Photos on the phone, by id. */
  photos: string[]
  /** Of the attempt that may have arrived already; a changed draft is another wish. */
  requestId?: string | undefined
}

interface Options<A extends WriteAction, D extends object> {
  action: A
  /** Of the appeal: each has its own draft. */
  id: string
  hat?: string | undefined
  /** Fields beside words and photos. */
  empty: D
  limit: number
  onDone: (done: Output<A>) => void
  /** What was wished for is not possible any more; the words stay on the phone. */
  onMoved: (refused: Refused) => void
}

export interface StepForm<A extends WriteAction, D extends object> {
  draft: D & Kept
  change: (change: Partial<D & Kept>) => void
  photos: PhotoHand
  busy: boolean
  /** What is in the way and can be put right here. */
  refused: Refused | undefined
  /** Sends what `input` makes of the photos' file ids. */
  send: (input: (photos: string[]) => Input<A>) => Promise<void>
}

/** A form of one step on an appeal: its words and photos outlive closing it, and failing to send. */
export function useStepForm<A extends WriteAction, D extends object>({
  action,
  id,
  hat,
  empty,
  limit,
  onDone,
  onMoved,
}: Options<A, D>): StepForm<A, D> {
  const blank: D & Kept = { ...empty, words: '', photos: [] }
  const [draft, keepDraft, clear] = useDraft<D & Kept>(`${action} ${id}`, blank)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const under = useRef(false)
  const change = useCallback(
    (changed: Partial<D & Kept>) => {
      setRefused(undefined)
      keepDraft({ ...changed, requestId: undefined })
    },
    [keepDraft],
  )
  const changePhotos = useCallback(
    (photos: string[]) => keepDraft({ photos, requestId: undefined } as Partial<D & Kept>),
    [keepDraft],
  )
  const photos = usePhotos(draft.photos, changePhotos)

  const send: StepForm<A, D>['send'] = async (input) => {
    if (under.current) return
    if ([...draft.words].length > limit)
      return setRefused(new Refused('TEXT_TOO_LONG', refusalSentence('TEXT_TOO_LONG', { limit })))
    under.current = true
    remindOf(action)
    setBusy(true)
    setRefused(undefined)
    const attempt = draft.requestId ? { requestId: draft.requestId } : newAttempt()
    keepDraft({ requestId: attempt.requestId } as Partial<D & Kept>)
    try {
      const done = await call(action, input(await photos.upload()), { attempt, hat })
      photos.clear()
      clear()
      onDone(done)
    } catch (thrown) {
      const refused = asRefused(thrown)
      if (isMendable(refused)) setRefused(refused)
      else onMoved(refused)
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { draft, change, photos, busy, refused, send }
}
