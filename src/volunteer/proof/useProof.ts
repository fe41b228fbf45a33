import { useCallback, useEffect, useRef, useState } from 'react'
import { taskLimits } from '../../../domain/task/limits'
import { isRefused, useStep } from '../../appeal/useStep'
import { onSignal } from '../../call/call'
import { useDraft } from '../../call/draft'
import { asRefused, type Refused } from '../../call/refused'
import { forgetUpload } from '../../call/uploads'
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
  /** Handing in found no signal: it is done by itself when that is back, while the page is open. */
  waits: boolean
  checkIn: (code: string) => void
  checkInHere: () => void
  submit: () => void
}

/**
 * Checking in and handing in. What is typed and photographed is kept on the phone, a draft for each task, until the
 * function has it.
 */
export function useProof(id: string, onChecked: () => void, onSubmitted: () => void): Proving {
  const [draft, change, clear] = useDraft<Draft>(`task:${id}`, empty)
  const changePhotos = useCallback((photos: string[]) => change({ photos }), [change])
  const photos = usePhotos(draft.photos, changePhotos, taskLimits.photos)
  const { busy, take } = useStep()
  const [refused, setRefused] = useState<Refused>()
  const [sending, setSending] = useState(false)
  const [waits, setWaits] = useState(false)

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
    try {
      const sent = await photos.upload()
      const done = await take('task.submit', { id, photos: sent, words: draft.words })
      if (!done) return
      if (isRefused(done)) throw done
      photos.clear()
      clear()
      setWaits(false)
      toast('交上去了，网格员看过就告诉您')
      onSubmitted()
    } catch (thrown) {
      const failed = asRefused(thrown)
      // The cloud lost a photo that was up: it goes up again with the next try.
      if (failed.code === 'PHOTO_NOT_FOUND') for (const photo of draft.photos) forgetUpload(photo)
      setWaits(failed.code === 'OFFLINE')
      if (failed.code !== 'OFFLINE') setRefused(failed)
    } finally {
      setSending(false)
    }
  }
  const latest = useRef(submit)
  latest.current = submit
  useEffect(() => onSignal((online) => online && waits && latest.current()), [waits])

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
