import { useCallback, useEffect, useRef, useState } from 'react'
import { limits } from '../../domain/appeal/limits'
import { refusalSentence } from '../../domain/errors'
import { newAttempt } from '../call/call'
import { type Change, useDraft } from '../call/draft'
import { acknowledge, type Letter, post, type Receipt, takeBack, useOutbox } from '../call/outbox'
import { asRefused, Refused } from '../call/refused'
import { remindOf } from '../call/remind'
import { type PhotoHand, usePhotos } from '../call/usePhotos'
import { chosenPlaces } from '../place/chosen'

/** What is typed, photographed and spoken for one kind of appeal. */
export interface AppealDraft extends Omit<Letter, 'kind' | 'category' | 'place' | 'trade' | 'relief'> {
  category?: Letter['category'] | undefined
  place?: Letter['place'] | undefined
  trade?: Letter['trade'] | undefined
  /** As far as it is filled in. */
  relief?: Partial<NonNullable<Letter['relief']>> | undefined
  /** Of the attempt that may have arrived already; a changed draft is another wish. */
  requestId?: string | undefined
}

const empty: AppealDraft = { text: '', photos: [], identity: 'shielded', urgent: false }

/** Whether there is anything that would be missed. */
export const saysSomething = ({ text, photos, voice, relief }: AppealDraft): boolean =>
  text.trim() !== '' || photos.length > 0 || voice !== undefined || relief !== undefined

interface Filled {
  category: Letter['category']
  place: Letter['place'] | undefined
  trade: Letter['trade'] | undefined
  relief?: Letter['relief']
}

export interface AppealForm {
  draft: AppealDraft
  /** Fields that change, or what makes them of the draft as it is by then: two changes may come before one is shown. */
  change: (change: Change<AppealDraft>) => void
  photos: PhotoHand
  refused: Refused | undefined
  /** Away with the refusal; the draft stays. */
  dismiss: () => void
  /** Without a place or a trade nothing is sent: the page asks for them first. */
  submit: (filled: Filled) => void
  /** Nothing is to be sent after all: the draft and its photos go. */
  leave: () => void
  /** In the outbox, by its request id: on its way, or waiting for a signal. */
  posted: string | undefined
  sent: Receipt | undefined
}

/**
 * A form of an appeal: what is in it is kept on the phone; sending puts it into the outbox, which has it until the
 * function has said that it has it. What only the person can mend comes back into the form.
 */
export function useAppealForm(kind: Letter['kind']): AppealForm {
  const [draft, changeDraft, clear] = useDraft<AppealDraft>(kind, { ...empty, place: chosenPlaces()[0] })
  const [refused, setRefused] = useState<Refused>()
  const [posted, setPosted] = useState<string>()
  const [sent, setSent] = useState<Receipt>()
  const { entries } = useOutbox()
  // A second tap may come before the page has changed.
  const under = useRef(false)

  const change = useCallback(
    (changed: Change<AppealDraft>) =>
      changeDraft((now) => ({
        ...(typeof changed === 'function' ? changed(now) : changed),
        requestId: undefined,
      })),
    [changeDraft],
  )
  const changePhotos = useCallback((photos: string[]) => change({ photos }), [change])
  const photos = usePhotos(draft.photos, changePhotos)

  const entry = entries.find(({ requestId }) => requestId === posted)
  useEffect(() => {
    if (!posted || !entry) return
    const { standing } = entry
    if (standing.is === 'sent') {
      setSent(standing.receipt)
      setPosted(undefined)
      acknowledge(posted)
    } else if (standing.is === 'needsYou') {
      // Written here before it leaves the line.
      changeDraft({ ...draftOf(entry.letter), requestId: posted })
      takeBack(posted)
      under.current = false
      setPosted(undefined)
      setRefused(new Refused(standing.code, standing.message))
    }
  }, [posted, entry, changeDraft])

  const submit: AppealForm['submit'] = ({ category, place, trade, relief }) => {
    const missing = incomplete(draft)
    if (missing) return setRefused(missing)
    if (!place || !trade || under.current) return
    setRefused(undefined)
    const { requestId = newAttempt().requestId, ...said } = draft
    changeDraft({ requestId })
    try {
      post({ ...said, kind, category, place, trade, relief }, requestId)
      under.current = true
      remindOf('appeal.submit')
      clear()
      setPosted(requestId)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
  }

  const leave = () => {
    photos.clear()
    clear()
  }

  return { draft, change, photos, leave, refused, dismiss: () => setRefused(undefined), submit, posted, sent }
}

/** A letter as the form holds it. */
export function draftOf({ kind: _, ...letter }: Letter): AppealDraft {
  return letter
}

/** What the function would refuse anyway, said without going there. */
function incomplete(draft: AppealDraft): Refused | undefined {
  if (!saysSomething(draft)) return new Refused('NOTHING_SAID')
  if ([...draft.text].length > limits.text)
    return new Refused('TEXT_TOO_LONG', refusalSentence('TEXT_TOO_LONG', { limit: limits.text }))
  return undefined
}
