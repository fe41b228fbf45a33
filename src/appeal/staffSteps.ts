import { answerNames } from '../../domain/appeal/names'
import { type AppealAction, outcomeNames } from '../../domain/appeal/states'
import type { TimelineStep } from '../../domain/contract'
import { date } from './words'

interface Words {
  title: string
  meta: string
}

/** Told to both sides in much the same words (steps.ts). */
type Shared =
  | 'submit'
  | 'dispatch'
  | 'accept'
  | 'return'
  | 'note'
  | 'resolve'
  | 'confirm'
  | 'decideRelief'
  | 'answerRelief'
  | 'claim'
  | 'join'
  | 'leave'
  | 'projectDone'
  | 'decide'
  | 'inherit'
  | 'withdraw'

const said = ({ actor, words, automatic }: TimelineStep): string =>
  [automatic ? '' : actor, words].filter(Boolean).join('：')
const to = ({ organisation }: TimelineStep): string => organisation?.name ?? '上一级'
const number = ({ other }: TimelineStep): string => other?.number ?? '另一件'

/** How staff are told of each step; the words of whoever took it stand below. */
const titles: Record<Exclude<AppealAction, Shared>, (step: TimelineStep, now: number) => string> = {
  transfer: (step) => `转派给${to(step)}`,
  assist: (step) =>
    ({
      ask: `请${to(step)}协办`,
      report: `${to(step)}说协办进展`,
      finish: `${to(step)}协办的办完了`,
      release: `不等${to(step)}协办了`,
    })[step.help ?? 'report'],
  suspend: ({ until }, now) => (until ? `挂起，等到${date(until, now)}` : '挂起'),
  resume: ({ automatic }) => (automatic ? '挂起到期，接着办' : '恢复，接着办'),
  followUp: ({ automatic, outcome, answer }) => {
    if (automatic) return `${outcome ? `${outcomeNames[outcome]}，` : ''}到期销号`
    return answer ? `回访到了，本人说：${answerNames[answer]}` : '回访，没联系上'
  },
  reopen: (step) => `本人重开，升到${to(step)}`,
  reply: () => '本人补充了',
  urge: () => '本人催了一下',
  escalate: (step) => {
    if (!step.clock) return `升到${to(step)}`
    const late = step.clock === 'accept' ? '到了时限还没人接' : '到了时限还没办完'
    return step.organisation ? `${late}，升到${to(step)}` : `${late}，上面没有单位可升`
  },
  warn: ({ clock, called, nobody }) => {
    if (clock === 'followUp') return '一直没答复，提醒回访'
    if (clock === 'resolve') return '快到办结时限，提醒了'
    if (called) return `还没人接，叫了${called}`
    return nobody ? '还没人接，值班表上没有能叫的人' : '还没人接，又提醒了'
  },
  name: ({ called, to }) => `请${called ?? '当班的'}来${to === 'submitted' ? '派' : '接'}`,
  merge: (step) => `并入 ${number(step)}`,
  unmerge: (step) => `从 ${number(step)} 拆开，单独办`,
  gather: (step) => `${number(step)} 并进来了`,
  letGo: (step) => `${number(step)} 拆出去了`,
  conclude: (step) => `随 ${number(step)} ${step.to === 'declined' ? '不予受理' : '办结'}`,
  support: () => '有人说我也看到',
  decline: () => '不予受理',
  review: (step) => `本人请复核，由${to(step)}来看`,
}

const isToldApart = (action: AppealAction): action is keyof typeof titles => action in titles

/** A step in words for those who handle it; undefined where both sides are told the same. */
export function staffWordsOf(step: TimelineStep, now: number): Words | undefined {
  if (!isToldApart(step.action)) return undefined
  const quiet =
    step.action === 'support' || step.action === 'urge' || step.action === 'reply' || step.action === 'reopen'
  return { title: titles[step.action](step, now), meta: quiet ? step.words : said(step) }
}
