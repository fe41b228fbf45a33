import { possibleActions } from '../../domain/appeal/possible'
import type { AppealState } from '../../domain/appeal/states'
import type { AppealView } from '../../domain/contract'
import { settingOf } from '../../domain/settings/settings'
import { answerWithin, askedAt, closesAfter, date, reopenWithin, until } from './words'

interface Next {
  title: string
  /** By when, and what if not. */
  meta: string
}

/** What the person waits for, or can still do, in each state: by when, and what happens otherwise. */
const steps: Record<AppealState, (view: AppealView, now: number) => Next> = {
  submitted: (view, now) => ({
    title: `等${view.organisation.name}派单`,
    meta: taken(view, now, '派'),
  }),
  dispatched: (view, now) => ({
    title: `等${view.organisation.name}接单`,
    meta: taken(view, now, '接'),
  }),
  accepted: ({ organisation, responsible, resolveBy }, now) => {
    const who = `${organisation.name}${responsible ? ` · ${responsible}负责` : ''}`
    if (resolveBy === undefined) return { title: '正在办', meta: who }
    return {
      title: '正在办',
      meta: `${who}，${resolveBy > now ? `${until(resolveBy, now)}办完` : '比期限晚了'}`,
    }
  },
  suspended: ({ suspendedUntil, timeline }, now) => {
    const why = timeline.find(({ action }) => action === 'suspend')?.words
    const day = suspendedUntil === undefined ? '' : `，${date(suspendedUntil, now)}接着办`
    return { title: `在等外面回话${day}`, meta: why ? `等什么：${why}` : '' }
  },
  resolved: (view, now) => {
    const at = askedAt(view)
    const by = at + answerWithin(view)
    const closing = `${date(at + closesAfter(view), now)}自己销号，不算您满意`
    return {
      title: '等您说一声满不满意',
      meta:
        by > now
          ? `${until(by, now)}点一下就行。没点，会有没经手的人来问；一直没答复，${closing}。`
          : `随时可以点。会有没经手的人来问您；一直没答复，${closing}。`,
    }
  },
  closed: (view, now) => {
    const { reopens, terms } = view.situation
    const last = lastDay(view, now)
    if (!mine(view, now).includes('reopen')) return over(view, '还没办好的话')
    return {
      title: '没办好，还能重开',
      meta: `${last}都行，由${view.above?.name ?? '上一级'}接着办。还能重开 ${settingOf(terms, 'reopens') - reopens} 次。`,
    }
  },
  declined: (view, now) => {
    if (!mine(view, now).includes('review')) return over(view, '有新情况的话')
    return {
      title: '不同意，可以请上一级复核',
      meta: `${lastDay(view, now)}都行，只有一次，由${view.above?.name ?? '上一级'}来看。`,
    }
  },
  withdrawn: () => ({ title: '没人再办了', meta: '还想办，重新说一次就行。' }),
  merged: ({ together }) => ({
    title: together ? `和别的 ${together} 件并在一起办` : '和别的并在一起办',
    meta: '您不用再说一遍，办完一起告诉您。',
  }),
}

export function nextStep(view: AppealView, now: number): Next {
  return steps[view.state](view, now)
}

function taken({ acceptBy, situation }: AppealView, now: number, verb: '派' | '接'): string {
  const top = situation.catchAllId === null
  if (acceptBy <= now) return `比期限晚了${top ? '' : '，马上升到上一级'}`
  return `${until(acceptBy, now)}${top ? '' : `，没人${verb}就升到上一级`}`
}

const mine = ({ situation, relations }: AppealView, now: number) =>
  possibleActions(situation, undefined, relations, now)

const lastDay = ({ situation }: AppealView, now: number) =>
  until((situation.endedAt ?? now) + reopenWithin(situation), now)

const over = ({ number }: AppealView, when: string): Next => ({
  title: '这件结束了',
  meta: `${when}，另说一件，写上编号 ${number}。`,
})
