import { useCallback, useState } from 'react'
import type { Identity, Kind } from '../../domain/appeal/appeal'
import type { Category } from '../../domain/appeal/categories'
import { limits } from '../../domain/appeal/limits'
import type { Input, Output, Place } from '../../domain/contract'
import { refusalSentence } from '../../domain/errors'
import type { Trade } from '../../domain/people/roles'
import { call, newAttempt } from '../call/call'
import { useDraft } from '../call/draft'
import { asRefused, Refused } from '../call/refused'
import { type PhotoHand, usePhotos } from '../call/usePhotos'
import { chosenPlaces } from '../place/chosen'

export interface AppealDraft {
  text: string
  /** Photos on the phone, by id. */
  photos: string[]
  category?: Category | undefined
  place?: Place | undefined
  identity: Identity
  trade?: Trade | undefined
  urgent: boolean
  /** Of the attempt that may have arrived already; a changed draft is another wish. */
  requestId?: string | undefined
}

const empty: AppealDraft = { text: '', photos: [], identity: 'shielded', urgent: false }

interface Filled {
  category: Category
  place: Place | undefined
  trade: Trade | undefined
}

export interface AppealForm {
  draft: AppealDraft
  change: (change: Partial<AppealDraft>) => void
  photos: PhotoHand
  sending: boolean
  refused: Refused | undefined
  /** Away with the refusal; the draft stays. */
  dismiss: () => void
  /** Without a place or a trade nothing is sent: the page asks for them first. */
  submit: (filled: Filled) => Promise<void>
  sent: Output<'appeal.submit'> | undefined
}

/** What is typed and photographed for one kind of appeal: kept on the phone until the function has said that it has it. */
export function useAppealForm(kind: Extract<Kind, 'request' | 'snap'>): AppealForm {
  const [draft, changeDraft, clear] = useDraft<AppealDraft>(kind, { ...empty, place: chosenPlaces()[0] })
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [sent, setSent] = useState<Output<'appeal.submit'>>()

  const change = useCallback(
    (changed: Partial<AppealDraft>) => changeDraft({ ...changed, requestId: undefined }),
    [changeDraft],
  )
  const changePhotos = useCallback((photos: string[]) => change({ photos }), [change])
  const photos = usePhotos(draft.photos, changePhotos)

  const submit: AppealForm['submit'] = async ({ category, place, trade }) => {
    if (sending) return
    const missing = incomplete(draft)
    if (missing) return setRefused(missing)
    if (!place || !trade) return
    setSending(true)
    setRefused(undefined)
    const attempt = draft.requestId ? { requestId: draft.requestId } : newAttempt()
    changeDraft({ requestId: attempt.requestId })
    try {
      const input: Input<'appeal.submit'> = {
        kind,
        category,
        urgency: draft.urgent ? 'urgent' : 'normal',
        text: draft.text,
        photos: await photos.upload(),
        area: place.id,
        identity: draft.identity,
        trade,
      }
      const answer = await call('appeal.submit', input, { attempt })
      photos.clear()
      clear()
      setSent(answer)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    } finally {
      setSending(false)
    }
  }

  return { draft, change, photos, sending, refused, dismiss: () => setRefused(undefined), submit, sent }
}

/** What the function would refuse anyway, said without going there. */
function incomplete({ text, photos }: AppealDraft): Refused | undefined {
  if (text.trim() === '' && photos.length === 0) return new Refused('NOTHING_SAID')
  if ([...text].length > limits.text)
    return new Refused('TEXT_TOO_LONG', refusalSentence('TEXT_TOO_LONG', { limit: limits.text }))
  return undefined
}
