import type { IncidentKind } from './judging.ts'

interface Words {
  /** Of the item in the inbox, and of the incident on the page. */
  head: string
  /** What it does to people, and what to do first. */
  sentence: string
}

/** What administrators are told of each kind of incident (docs/runbook.md says what to do). */
export const incidentWords: Record<IncidentKind, Words> = {
  timer: { head: '定时任务停过', sentence: '催办、消息、到期都会晚。写的都还在，点开看现在好了没有。' },
  errors: { head: '有事老是没办成', sentence: '有人点了没办成。写的都还在，点开看是哪几样，告诉技术人员。' },
  slow: { head: '办事变慢了', sentence: '不少人要等好几秒。点开看是哪几样，告诉技术人员。' },
  steps: { head: '定时任务老出错', sentence: '有几件没能按时办，会自己再试。点开看看，告诉技术人员。' },
  appeals: { head: '到点的事积压了', sentence: '有的提醒、升级晚了，正在接着办。点开看还有多少。' },
  messages: { head: '消息积压了', sentence: '微信通知晚了，小程序里的消息都在。点开看还有多少。' },
  checks: {
    head: '内容检查积压了',
    sentence: '新的照片和话别人暂时看不到，办事的人看得到。点开看还有多少。',
  },
}
