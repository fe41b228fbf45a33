import { answerNames } from '../../domain/appeal/names'
import type { AppealAction } from '../../domain/appeal/states'
import type { TimelineStep } from '../../domain/contract'
import type { StepWords } from './steps'

type Words = Pick<StepWords, 'title' | 'meta' | 'why'>
type Told = (step: TimelineStep) => Words

const to = ({ organisation }: TimelineStep): string => organisation?.name ?? '上一级'

const helped: Record<NonNullable<TimelineStep['help']>, (who: string) => string> = {
  ask: (who) => `请${who}帮着办`,
  report: (who) => `${who}说了进展`,
  finish: (who) => `${who}那部分办完了`,
  release: (who) => `不用等${who}了`,
}
const late = { accept: '到了时限还没人接', resolve: '到了时限还没办完', followUp: '' } as const

/** How the person is told of steps that staff are told of otherwise. */
const words: Partial<Record<AppealAction, Told>> = {
  transfer: (step) => ({ title: `转给${to(step)}`, meta: step.words }),
  assist: (step) => ({ title: helped[step.help ?? 'report'](to(step)), meta: step.words }),
  suspend: (step) => ({ title: '先等一等', meta: step.words }),
  resume: (step) => ({ title: '接着办了', meta: step.words }),
  followUp: ({ answer, outcome, words }) => {
    if (answer) {
      const follows = answer === 'unsatisfied' ? '，接着办' : ''
      return { title: `有人问过您，您说：${answerNames[answer]}${follows}`, meta: words }
    }
    // Who asks says how it ends only when the person said nothing.
    if (outcome) return { title: '一直没答复，自己销号', meta: '不算您满意。' }
    return { title: '有人问您，没联系上', meta: words }
  },
  reopen: (step) => ({ title: `您重开了，由${to(step)}接着办`, meta: step.words }),
  review: (step) => ({ title: `您请${to(step)}复核`, meta: step.words }),
  reply: ({ words }) => ({ title: '您补充了', meta: words }),
  urge: ({ words }) => ({ title: '您催了一下', meta: words }),
  escalate: (step) => {
    const why = step.clock ? `${late[step.clock]}，自己升了一级。原来的单位留下帮着办。` : step.words
    const rule = step.clock ? '' : `${step.actor}升的`
    return { title: `升到${to(step)}`, meta: '', why: { words: why, rule } }
  },
  merge: ({ words }) => ({ title: '和别的并在一起办', meta: words }),
  unmerge: ({ words }) => ({ title: '又单独办了', meta: words }),
  conclude: ({ to, words }) =>
    to === 'declined'
      ? { title: '并在一起的那件没有受理', meta: words }
      : { title: '并在一起的那件办完了', meta: words },
  support: () => ({ title: '又有人说看到了', meta: '' }),
  decline: ({ words }) => ({ title: '没有受理', meta: words }),
}

/** A step in the person's words; undefined where steps.ts has them. */
export function personWordsOf(step: TimelineStep): Words | undefined {
  return words[step.action]?.(step)
}
