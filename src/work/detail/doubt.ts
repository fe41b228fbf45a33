import { transitions } from '../../../domain/appeal/states'
import type { AppealView } from '../../../domain/contract'

type Doubt = NonNullable<AppealView['doubts']>[number]
type Seen = Pick<AppealView, 'photos' | 'text' | 'timeline'>

const indexOf = ({ piece }: Doubt) => Number(piece.split('-').at(-1))
const stepOf = ({ sequence }: Doubt, { timeline }: Seen) =>
  timeline.find((step) => step.sequence === sequence)

/** What a doubt is about, and who would see it. */
export function doubtWords(doubt: Doubt, view: Seen): string {
  const step = stepOf(doubt, view)
  const where = doubt.sequence === 1 ? '发来的' : `${step ? transitions[step.action].name : '后来'}的`
  const what = { text: '话', photo: `第 ${indexOf(doubt) + 1} 张照片`, voice: '录音' }[doubt.kind]
  if (doubt.closed) return `${where}${what} · 不公开，只有办的人和本人看得到`
  return `${where}${what}${doubt.public ? ' · 先没给别人看' : ' · 只有办的人和本人看得到'}`
}

/** The photo that it is about, where this reader sees it. */
export function photoOf(doubt: Doubt, view: Seen): string | undefined {
  if (doubt.kind !== 'photo') return undefined
  const photos = doubt.sequence === 1 ? view.photos : stepOf(doubt, view)?.photos
  return photos?.[indexOf(doubt)]
}

/** The words that it is about. */
export function wordsOf(doubt: Doubt, view: Seen): string | undefined {
  if (doubt.kind !== 'text') return undefined
  return doubt.sequence === 1 ? view.text : stepOf(doubt, view)?.words
}
