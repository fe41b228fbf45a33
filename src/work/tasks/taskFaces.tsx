import type { ClaimState, TaskState } from '../../../domain/task/task'
import { Badge, type BadgeTone } from '../../ui/Badge'
import type { BadgeIconName } from '../../ui/iconNames'

const faces: Record<TaskState, readonly [text: string, icon: BadgeIconName, tone: BadgeTone]> = {
  draft: ['草稿', 'circle-dashed', 'grey'],
  open: ['在招人', 'send', 'blue'],
  full: ['招满了', 'users-round', 'green'],
  running: ['正在做', 'user-round-check', 'blue'],
  finished: ['结束了', 'clock', 'grey'],
  cancelled: ['取消了', 'ban', 'outlined'],
}

/** Where a task stands, as those who organise it say it. */
export function StateBadge({ state }: { state: TaskState }) {
  const [text, icon, tone] = faces[state]
  return <Badge text={text} icon={icon} tone={tone} />
}

/** What somebody did with their place, as the organiser sees it. */
export const claimWords: Record<ClaimState, string> = {
  held: '留着，等报到',
  claimed: '领了，还没到',
  checkedIn: '到了',
  submitted: '交了，等验收',
  verified: '验收通过',
  rejected: '没通过',
  released: '退了',
  noShow: '没来',
  expired: '过时没办完',
}

const shownNames = 3

/** 还没到：小蜂、老王 等 5 人 */
export function absentWords(names: readonly string[], over: boolean): string {
  const some = names.slice(0, shownNames).join('、')
  const rest = names.length > shownNames ? ` 等 ${names.length} 人` : ''
  return `${over ? '没来' : '还没到'}：${some}${rest}`
}
