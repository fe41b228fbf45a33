import { useCallback, useEffect, useRef, useState } from 'react'
import { taskLimits } from '../../../domain/task/limits'
import { isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import { callOff, handIn, onHandedIn, proofDraft, useHandIns } from '../../call/handIns'
import type { Refused } from '../../call/refused'
import { remindOf } from '../../call/remind'
import { type PhotoHand, usePhotos } from '../../call/usePhotos'
import { positionNow } from '../../place/position'
import { toast } from '../../ui/toast'

interface Draft {
  code: string
  words: string
  photos: string[]
}
const empty: Draft = { code: '', words: '', photos: [] }

export interface Proving {
  draft: Draft
  change: (change: Partial<Draft>) => void
  photos: PhotoHand
  busy: boolean
  refused: Refused | undefined
  dismiss: () => void
  /** Handing in found no signal: it goes by itself when that is back, wherever the person is then. */
  waits: boolean
  checkIn: (code: string) => void
  checkInHere: () => void
  submit: () => void
}

/**
 * Checking in and handing in. What is typed and photographed is kept on the phone, a draft for each task, until the
 * function has it.
 */
export function useProof(
  { id, title }: { id: string; title: string },
  onChecked: () => void,
  onSubmitted: () => void,
): Proving {
  const [draft, edit, clear] = useDraft<Draft>(proofDraft(id), empty)
  const change = useCallback(
    (change: Partial<Draft>) => {
      if ('words' in change || 'photos' in change) callOff(id)
      edit(change)
    },
    [edit, id],
  )
  const changePhotos = useCallback((photos: string[]) => change({ photos }), [change])
  const photos = usePhotos(draft.photos, changePhotos, taskLimits.photos)
  const { busy, take } = useStep()
  const [refused, setRefused] = useState<Refused>()
  const [sending, setSending] = useState(false)
  const handedIn = useHandIns().find(({ taskId }) => taskId === id)
  const waits = handedIn !== undefined && handedIn.refused === undefined
  // Why it was not taken has been read on the way here; what it says stands in the draft.
  const wasRefused = useRef(handedIn?.refused !== undefined)
  useEffect(() => {
    if (wasRefused.current) callOff(id)
  }, [id])

  const present = async (
    presence: { code: string } | { position: { longitude: number; latitude: number } },
  ) => {
    const done = await take('task.checkIn', { id, ...presence })
    if (!done) return
    if (isRefused(done)) return setRefused(done)
    change({ code: '' })
    toast('签到了，辛苦您')
    onChecked()
  }
  const checkInHere = async () => {
    setSending(true)
    const position = await positionNow()
    setSending(false)
    if (!position) return toast('没拿到位置，不要紧，输码也行')
    await present({ position })
  }
  const submit = async () => {
    if (sending) return
    setSending(true)
    if (!waits) remindOf('task.submit')
    const failed = await handIn({ taskId: id, title, photos: draft.photos, words: draft.words })
    setSending(false)
    if (failed && failed.code !== 'OFFLINE') setRefused(failed)
  }
  const done = useRef(onSubmitted)
  done.current = onSubmitted
  useEffect(
    () =>
      onHandedIn((taskId) => {
        if (taskId !== id) return
        clear()
        toast('交上去了，网格员看过就告诉您')
        done.current()
      }),
    [id, clear],
  )

  return {
    draft,
    change,
    photos,
    busy: busy || sending,
    refused,
    dismiss: () => setRefused(undefined),
    waits,
    checkIn: (code) => present({ code }),
    checkInHere,
    submit,
  }
}
