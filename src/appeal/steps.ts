import { answerNames } from '../../domain/appeal/names'
import { transitions } from '../../domain/appeal/states'
import type { AppealView, TimelineStep } from '../../domain/contract'
import { tradeNames } from '../../domain/people/roles'
import { waivedWords } from '../../domain/relief/words'
import { nextStep } from './nextStep'
import { personWordsOf } from './personSteps'
import { staffWordsOf } from './staffSteps'
import { moment, roughly } from './words'

/** The person who asked, or those who handle it. */
export type Reader = 'person' | 'staff'

export interface Why {
  words: string
  /** 规则 3 · 第 2 版, or who decided it by hand. */
  rule: string
}

/** One step of the timeline in words. */
export interface StepWords {
  key: string
  title: string
  /** When, or 下一步. */
  time: string
  meta: string
  photos: readonly string[]
  why?: Why
}

/** What happened and what is due now, newest first, as the reader is told it. */
export function stepsOf(view: AppealView, reader: Reader, now: number): StepWords[] {
  if (reader === 'staff') return view.timeline.flatMap((step) => wordsOf(step, view, reader, now))
  const told = view.timeline.flatMap((step) => {
    const own = personWordsOf(step)
    if (!own) return wordsOf(step, view, reader, now)
    return [{ key: String(step.sequence), time: moment(step.at, now), photos: step.photos, ...own }]
  })
  // What the person waits for stands on top, as the present.
  return [{ key: 'next', time: '下一步', photos: [], ...nextStep(view, now) }, ...told]
}

/** Why the organisation that has it now has it: the newest choice, by rule or by hand. */
export function whyOf({ timeline }: Pick<AppealView, 'timeline'>): Why | undefined {
  for (const step of timeline) {
    const why = step.action === 'return' ? whyReturned(step) : (whyHandedOn(step) ?? whyOfStep(step))
    if (why) return why
  }
  return undefined
}

/** What the handler said when it was done; the newest, while it counts. */
export function resolutionOf({ state, timeline }: AppealView): TimelineStep | undefined {
  if (state !== 'resolved' && state !== 'closed') return undefined
  return timeline.find(({ action }) => action === 'resolve')
}

/** The person's text where the title does not say all of it. */
export function saidBeyondTitle({ text, title }: Pick<AppealView, 'text' | 'title'>): string {
  return text.trim().replace(/[。，,；;]$/, '') === title ? '' : text
}

/** 社区说: what kind of body speaks, or its name. */
export function speaker(name: string): string {
  return `${/(社区|街道|行业党委|两新工委)$/.exec(name)?.[0] ?? name}说`
}

function wordsOf(step: TimelineStep, view: AppealView, reader: Reader, now: number): StepWords[] {
  const { sequence, action, at, actor, words, photos } = step
  const mine = reader === 'person'
  // Until it is taken, staff have the reason on top of their page.
  const boxed = !mine && (view.state === 'submitted' || view.state === 'dispatched')
  const told = (title: string, rest: Partial<StepWords> = {}): StepWords => ({
    key: String(sequence),
    title,
    time: moment(at, now),
    meta: words,
    photos,
    ...rest,
  })
  const to = step.organisation?.name ?? view.organisation.name
  const staffWords = mine ? undefined : staffWordsOf(step, now)
  if (staffWords) return [told(staffWords.title, staffWords)]
  switch (action) {
    case 'submit': {
      const why = whyOfStep(step)
      return [
        told(step.to === 'submitted' ? `先由${to}接着` : `派给${to}`, {
          key: `${sequence} to`,
          meta: '',
          ...(!boxed && why && { why }),
        }),
        told(submittedBy(view, mine), {
          meta: mine ? saidBeyondTitle(view) : '',
          photos: mine ? view.photos : [],
        }),
      ]
    }
    case 'dispatch': {
      const why = whyOfStep(step)
      return [told(`派给${to}`, { meta: '', ...(!boxed && why && { why }) })]
    }
    case 'accept':
      return [told(`接单${aheadWords(step.ahead)}`, { meta: mine && view.responsible ? '' : actor })]
    case 'return':
      return [
        told(step.to === 'submitted' ? `退回，由${to}重新派` : `退回，由${to}兜底办`, {
          meta: `${actor}：${words}${step.proposed ? `\n建议派给${step.proposed.name}` : ''}`,
        }),
      ]
    case 'note':
      return [told(mine ? '跟进' : `跟进 · ${step.internal ? '只内部看' : '本人看得到'}`)]
    case 'resolve': {
      // The card on top says the words of the current one.
      const current = resolutionOf(view)?.sequence === sequence
      return [told('解单', current ? { meta: actor, photos: [] } : {})]
    }
    case 'confirm': {
      const said = step.answer ? answerNames[step.answer] : ''
      const follows = step.answer === 'unsatisfied' ? '，接着办' : ''
      return [told(`${mine ? '您' : '本人'}说：${said}${follows}`)]
    }
    case 'decideRelief': {
      const { letter } = step.reliefCase ?? {}
      const meta = [letter?.number, words].filter(Boolean).join('\n')
      return [told(letter ? '核定同意，开了公函' : '没有核定', { meta })]
    }
    case 'answerRelief': {
      const answer = step.reliefCase?.answer
      return [told(answer ? `平台${waivedWords(answer)}` : transitions[action].name)]
    }
    case 'inherit':
      return [told(`由${to}承接`)]
    case 'claim':
      return [told(mine ? '您认领了' : '本人认领了', { meta: '' })]
    case 'join':
      return [told(`列入治理项目“${words}”`, { meta: '' })]
    case 'leave':
      return [told('移出治理项目', { meta: '' })]
    case 'projectDone':
      return [told('所在的治理项目办完了', { meta: words })]
    case 'decide':
      return [told(`会上定了${step.internal ? ' · 只内部看' : ''}`, { meta: words })]
    case 'withdraw':
      return [told(mine ? '您撤回了' : '本人撤回了')]
    default:
      return [told(transitions[action].name, { meta: [actor, words].filter(Boolean).join('：') })]
  }
}

function submittedBy({ filed, trade }: AppealView, mine: boolean): string {
  if (!filed) return mine ? '您提交' : `${tradeNames[trade]}提交`
  if (filed.by === '您') return '您代报的'
  return mine ? `${filed.by}替您报的` : `${filed.by}代报`
}

function whyOfStep({ action, dispatch, words, actor }: TimelineStep): Why | undefined {
  if (action === 'dispatch') return { words, rule: `${actor}派的` }
  if (!dispatch) return undefined
  const { reason, ruleNumber, ruleVersion } = dispatch
  return { words: reason, rule: ruleNumber > 0 ? `规则 ${ruleNumber} · 第 ${ruleVersion} 版` : '' }
}

/** It went on to another organisation by hand, by the clock or by the person's word. */
function whyHandedOn({
  action,
  organisation,
  words,
  actor,
  clock,
  automatic,
}: TimelineStep): Why | undefined {
  if (!organisation) return undefined
  const by = automatic ? '' : `${actor}${transitions[action].name}的`
  if (action === 'transfer') return { words, rule: by }
  if (action === 'escalate')
    return {
      words: clock ? `到了时限还没${clock === 'accept' ? '人接' : '办完'}，升到上一级` : words,
      rule: by,
    }
  if (action === 'reopen') return { words: `本人说没办好，重开了：${words}`, rule: '' }
  if (action === 'review') return { words: `本人不同意不予受理，请复核：${words}`, rule: '' }
  return undefined
}

function whyReturned({ actor, words, proposed }: TimelineStep): Why {
  return { words: `${actor}退回来的：${words}`, rule: proposed ? `建议派给${proposed.name}` : '' }
}

/** ，比期限早 22 小时 */
function aheadWords(ahead: number | undefined): string {
  if (ahead === undefined) return ''
  return `，比期限${ahead >= 0 ? '早' : '晚'} ${roughly(Math.abs(ahead))}`
}
