import Taro from '@tarojs/taro'
import { refusals } from '../../../domain/errors'
import { type AppealDraft, draftOf, saysSomething } from '../../appeal/useAppealForm'
import { forgetDraft, keepDraft, keptDraft } from '../../call/draft'
import { takeBack, type Waiting } from '../../call/outbox'
import { toast } from '../../ui/toast'

export const formOf = ({ letter }: Waiting): string =>
  letter.kind === 'relief' ? '/relief/form/index' : `/appeal/${letter.kind}/index`

/** Whether its form holds something else that was begun. */
export function isOccupied({ letter }: Waiting): boolean {
  const begun = keptDraft<AppealDraft>(letter.kind)
  return begun !== undefined && saysSomething(begun)
}

/** Whether there is something to know before it is changed. */
export const needsAsking = (entry: Waiting): boolean => entry.attempt !== 'none' || isOccupied(entry)

/** Back into its form, with everything in it; written there before it leaves the line. */
export function mend(entry: Waiting): void {
  const { requestId, letter } = entry
  if (!keepDraft(letter.kind, { ...draftOf(letter), requestId })) toast(refusals.PHONE_FULL)
  else if (takeBack(requestId)) Taro.redirectTo({ url: formOf(entry) })
  else {
    forgetDraft(letter.kind)
    toast('这件正在发，先等一下')
  }
}
