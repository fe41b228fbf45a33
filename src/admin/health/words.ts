import type { AreaName, Output } from '../../../domain/contract'
import { ago, span } from '../../appeal/words'
import type { BadgeTone } from '../../ui/Badge'

export type Health = Output<'system.health'>

const number = (value: number): string => value.toLocaleString('zh-CN')

const areaNames: Record<AreaName, string> = {
  person: '本人资料',
  personalData: '本人信息',
  administrator: '设管理员',
  invitation: '邀请',
  appointment: '任职',
  audit: '操作记录',
  place: '找地方',
  organisation: '单位',
  appeal: '诉求',
  filing: '代报',
  project: '专班',
  meeting: '议事',
  duty: '值班',
  work: '工作台',
  notice: '消息',
  suggestion: '分类建议',
  settings: '本市设置',
  routing: '派单规则',
  relief: '免责申诉',
  task: '任务',
  volunteer: '志愿者',
  group: '群',
  points: '积分',
  reward: '奖品',
  redemption: '兑换',
  pointsRules: '积分规则',
  pointsReview: '积分核对',
  ranking: '榜',
  honour: '荣誉',
  content: '内容待看',
  system: '运行情况',
}

/** What an action is about, and the name under which the logs have it: 诉求（appeal.submit）. */
export function actionWords(action: string): string {
  const area = action.split('.')[0] ?? ''
  return `${area in areaNames ? areaNames[area as AreaName] : '认不得的'}（${action}）`
}

/** The first thing to read: whether anything is wrong at all. */
export function headline({ incidents, timer }: Health): { title: string; words: string } {
  const open = incidents.filter(({ closedAt }) => closedAt === null).length
  // Of a timer that has stopped nobody but this page can tell.
  if (timer.late && !incidents.some(({ kind, closedAt }) => kind === 'timer' && closedAt === null))
    return { title: '定时任务停了', words: '提醒、消息、到期都会晚，写的都还在。请告诉技术人员。' }
  if (open > 0) return { title: `有 ${open} 处要看一看`, words: '写的都还在。照下面的话告诉技术人员。' }
  return { title: '都好好的', words: '不用做什么。有事会在“消息”里告诉您。' }
}

/** When the timer last came to its end. */
export function timerWords({ timer, at }: Health): string {
  if (timer.since === null) return '还没来过'
  return timer.at === null ? '来过，还没跑完过一回' : `上一回跑完：${ago(timer.at, at)}`
}

/** What waits: 没有在等的; 3 件，最久等了 12 分. */
export function waitingWords({ count, more, since }: Health['waiting']['appeals'], at: number): string {
  if (since === null) return '没有在等的'
  return `${more ? `${count} 件以上` : `${count} 件`}，最久等了 ${span(at - since)}`
}

/** Of a number of calls: 40 次，3 次没办成，2 次慢. */
export function countWords({
  calls,
  internal,
  slow,
}: {
  calls: number
  internal: number
  slow: number
}): string {
  const parts = [
    `${number(calls)} 次`,
    internal > 0 && `${number(internal)} 次没办成`,
    slow > 0 && `${number(slow)} 次慢`,
  ]
  return parts.filter((part) => part !== false).join('，')
}

/** One line about the last hour. */
export function hourWords({ hour }: Health): string {
  if (hour.calls === 0) return '近一小时没有人用'
  if (hour.internal + hour.slow === 0) return `近一小时 ${number(hour.calls)} 次，都办成了，也不慢`
  return `近一小时 ${countWords(hour)}`
}

/** Good, or to be looked at: always with its word. */
export const mark = (
  well: boolean,
): { text: string; icon: 'circle-check' | 'triangle-alert'; tone: BadgeTone } =>
  well
    ? { text: '正常', icon: 'circle-check', tone: 'green' }
    : { text: '要看', icon: 'triangle-alert', tone: 'red' }
