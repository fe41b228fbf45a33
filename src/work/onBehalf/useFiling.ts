import { useState } from 'react'
import type { Category } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import type { Channel, Identity } from '../../../domain/appeal/names'
import type { Output, Place } from '../../../domain/contract'
import type { Trade } from '../../../domain/people/roles'
import { useStepForm } from '../../appeal/useStepForm'
import { useDraft } from '../../call/draft'
import type { Spoken } from '../../call/recorder'
import type { Refused } from '../../call/refused'
import { dropSent, uploadOnce } from '../../call/uploads'
import { chosenPlaces } from '../../place/chosen'

export type FiledChannel = Exclude<Channel, 'home'>

/** What is the same for several that come one after the other. */
interface Where {
  channel: FiledChannel
  place?: Place | undefined
}

interface Filled {
  voice?: Spoken | undefined
  category?: Category | undefined
  urgent: boolean
  identity: Identity
  trade: Trade
  nickname: string
  phone: string
}
const empty: Filled = { urgent: false, identity: 'shielded', trade: 'delivery', nickname: '', phone: '' }

/** A form of what somebody else says; kept on the phone until the function has it. */
export function useFiling(hat: string | undefined) {
  const [where, changeWhere] = useDraft<Where>('filing where', {
    channel: 'hotline',
    place: chosenPlaces()[0],
  })
  const [filed, setFiled] = useState<Output<'appeal.submitFor'>>()
  const [moved, setMoved] = useState<Refused>()
  const form = useStepForm({
    action: 'appeal.submitFor',
    id: 'new',
    hat,
    empty,
    limit: limits.text,
    onDone: (done) => {
      if (form.draft.voice) dropSent(form.draft.voice.name)
      setFiled(done)
    },
    onMoved: setMoved,
  })

  const submit = (place: Place, category: Category) => {
    const { voice, urgent, identity, trade, nickname, phone, words } = form.draft
    return form.send(async (photos) => ({
      kind: 'request',
      category,
      urgency: urgent ? 'urgent' : 'normal',
      text: words,
      photos,
      ...(voice && { voice: { fileId: await uploadOnce('voices', voice.name), seconds: voice.seconds } }),
      area: place.id,
      identity,
      trade,
      channel: where.channel,
      nickname,
      phone,
    }))
  }
  return {
    ...form,
    where,
    changeWhere,
    filed,
    another: () => setFiled(undefined),
    moved,
    dismiss: () => setMoved(undefined),
    submit,
  }
}
