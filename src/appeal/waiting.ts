import { categoryNames } from '../../domain/appeal/categories'
import { reliefTitle } from '../../domain/relief/words'
import type { Letter, Progress, Waiting } from '../call/outbox'
import type { Spoken } from '../call/recorder'
import type { BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'
import type { AppealDraft } from './useAppealForm'
import { moment } from './words'

export interface WaitingWords {
  badge: { text: string; icon: BadgeIconName; tone: BadgeTone }
  /** On the right: what is with it, how much of it is up, or when it was sent. */
  due: string
  meta: string
}

/** What an unsent appeal is called in a list. */
export function letterTitle({
  text,
  voice,
  category,
  relief,
}: Pick<Letter, 'text' | 'voice'> & Partial<Omit<Letter, 'relief'>> & Pick<AppealDraft, 'relief'>): string {
  const { platform, fineYuan, cause } = relief ?? {}
  if (platform !== undefined && fineYuan !== undefined && cause)
    return reliefTitle({ platform, fineYuan, cause })
  const named = category ? categoryNames[category] : ''
  return (
    [...text.trim()].slice(0, 40).join('') || [voice && spokenWords(voice), named].filter(Boolean).join(' · ')
  )
}

/** 照片 1 · 语音 18 秒 */
export function withIt({ photos, voice }: Pick<Letter, 'photos' | 'voice'>): string {
  return [photos.length > 0 && `照片 ${photos.length}`, voice && spokenWords(voice)]
    .filter(Boolean)
    .join(' · ')
}

export const spokenWords = ({ seconds }: Spoken): string => `语音 ${seconds} 秒`

/** Whether anything gets through: a phone may say so and be wrong. */
export function getsThrough(entries: readonly Waiting[], online: boolean): boolean {
  return online && !entries.some(({ standing }) => standing.is === 'waiting' && standing.why === 'OFFLINE')
}

/** How one stands that waits, or that was just sent. `progress`: of the one that is on its way. */
export function waitingWords(
  { requestId, letter, since, standing }: Waiting,
  progress: Progress | undefined,
  online: boolean,
  now: number,
): WaitingWords {
  const due = withIt(letter)
  const kept = `${moment(since, now)} 存的`
  if (standing.is === 'sent') {
    const { organisation, number, state } = standing.receipt
    const where = state === 'submitted' ? `${organisation.name}来派单` : `已派给${organisation.name}`
    return {
      badge: { text: '已收到', icon: 'circle-check', tone: 'green' },
      due: moment(standing.at, now),
      meta: `${where} · 编号 ${number}`,
    }
  }
  if (progress?.requestId === requestId)
    return {
      badge: { text: '正在发', icon: 'loader', tone: 'blue' },
      due: progress.of > 0 ? sentWords(progress, letter) : '',
      meta: kept,
    }
  if (standing.is === 'needsYou')
    return { badge: { text: '等您改一下', icon: 'undo-2', tone: 'honey' }, due, meta: standing.message }
  const { why } = standing
  if (!online)
    return {
      badge: { text: '等信号', icon: 'wifi-off', tone: 'grey' },
      due,
      meta: `${kept}，有信号自己发`,
    }
  if (why === undefined)
    return { badge: { text: '排着队', icon: 'clock', tone: 'grey' }, due, meta: `${kept}，前面的发完就发` }
  return {
    badge: { text: '过会儿再发', icon: 'clock', tone: 'grey' },
    due,
    meta: `${kept}，刚才没发成，过会儿自己再发`,
  }
}

/** 2 张里发了 1 张; with a recording among them 3 样里发了 1 样. */
function sentWords({ up, of }: Progress, { voice }: Letter): string {
  const measure = voice ? '样' : '张'
  return `${of} ${measure}里发了 ${up} ${measure}`
}
