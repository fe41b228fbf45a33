import { useCallback } from 'react'
import type { Input, Output, WriteAction } from '../../domain/contract'
import { refusalSentence } from '../../domain/errors'
import { Refused } from '../call/refused'
import { type PhotoHand, usePhotos } from '../call/usePhotos'
import { useKeptForm } from './useKeptForm'

/** What every form of a step keeps on the phone until the function has said that it has it. */
interface Kept {
  words: string
  /** Photos on the phone, by id. */
  photos: string[]
}

interface Options<A extends WriteAction, D extends object> {
  action: A
  /** Of the appeal: each has its own draft. */
  id: string
  hat?: string | undefined
  /** Which time this is that the step can be taken (round.ts). */
  round?: string | undefined
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
  send: (input: (photos: string[]) => Input<A> | Promise<Input<A>>) => Promise<void>
}

/** A form of one step on an appeal: its words and photos outlive closing it, and failing to send. */
export function useStepForm<A extends WriteAction, D extends object>({
  action,
  id,
  hat,
  round,
  empty,
  limit,
  onDone,
  onMoved,
}: Options<A, D>): StepForm<A, D> {
  const form = useKeptForm<D & Kept>({
    name: `${action} ${id}`,
    hat,
    round,
    empty: { ...empty, words: '', photos: [] },
    onMoved,
  })
  const { draft, change, busy, refused, refuse } = form
  const changePhotos = useCallback((photos: string[]) => change({ photos } as Partial<D & Kept>), [change])
  const photos = usePhotos(draft.photos, changePhotos)

  const send: StepForm<A, D>['send'] = async (input) => {
    if ([...draft.words].length > limit)
      return refuse(new Refused('TEXT_TOO_LONG', refusalSentence('TEXT_TOO_LONG', { limit })))
    const done = await form.send(action, async () => input(await photos.upload()))
    if (!done) return
    photos.clear()
    onDone(done)
  }
  return { draft, change, photos, busy: busy || photos.storing, refused, send }
}
