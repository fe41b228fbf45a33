import Taro from '@tarojs/taro'
import { type AppealDraft, draftOf, saysSomething } from '../../appeal/useAppealForm'
import { keepDraft, keptDraft } from '../../call/draft'
import { takeBack, type Waiting } from '../../call/outbox'
import { toast } from '../../ui/toast'

export const formOf = ({ letter }: Waiting): string => `/appeal/${letter.kind}/index`

/** Whether its form holds something else that was begun. */
export function isOccupied({ letter }: Waiting): boolean {
  const begun = keptDraft<AppealDraft>(letter.kind)
  return begun !== undefined && saysSomething(begun)
}

/** Whether there is something to know before it is changed. */
export const needsAsking = (entry: Waiting): boolean => entry.attempt !== 'none' || isOccupied(entry)

/** Back into its form, with everything in it. */
export function mend(entry: Waiting): void {
  const { requestId } = entry
  const letter = takeBack(requestId)
  if (!letter) return toast('这件正在发，先等一下')
  keepDraft(letter.kind, { ...draftOf(letter), requestId })
  Taro.redirectTo({ url: formOf(entry) })
}
