import { type Carried, obstacleTo, possibleActions } from '../../../domain/appeal/possible'
import { fits } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import { refusalSentence } from '../../../domain/errors'
import { granted } from '../../../domain/permission'
import type { IconName } from '../../ui/iconNames'

/** Steps that staff take from this page; those further on wait behind 更多. */
const staffActions = [
  'accept',
  'resume',
  'resolve',
  'followUp',
  'dispatch',
  'note',
  'assist',
  'suspend',
  'return',
  'transfer',
  'escalate',
  'unmerge',
  'merge',
  'decline',
] as const satisfies readonly Carried[]
export type StaffAction = (typeof staffActions)[number]

/** What is done next in a state; anything else is a tool beside it. */
const mains: readonly StaffAction[] = ['accept', 'resume', 'resolve', 'followUp', 'dispatch']

/** The sign of each step, and what happens when it is taken. */
export const faces: Record<StaffAction, { icon: IconName; words: string }> = {
  accept: { icon: 'user-round-check', words: '谁先接，谁负责到底' },
  resume: { icon: 'circle-play', words: '等到了，接着办，时限接着走' },
  resolve: { icon: 'circle-check', words: '办完了，请本人说满不满意' },
  followUp: { icon: 'message-circle-question-mark', words: '问一声没答复的人，记下本人的话' },
  dispatch: { icon: 'send', words: '派给该办的单位，本人看得到原因' },
  note: { icon: 'message-square-plus', words: '写一句办到哪一步了' },
  assist: { icon: 'handshake', words: '请别的单位搭把手，还是您负责' },
  suspend: { icon: 'circle-pause', words: '等外面回话，办结时限先停住' },
  return: { icon: 'undo-2', words: '不归这里管，退回上级重新派' },
  transfer: { icon: 'arrow-right-left', words: '转给同一个上级下面的单位，时限不变' },
  escalate: { icon: 'circle-arrow-up', words: '办不动，交给上一级，这里协助' },
  unmerge: { icon: 'split', words: '不是一回事，分出来单独办' },
  merge: { icon: 'merge', words: '和另一件是一回事，跟着它一起办' },
  decline: { icon: 'ban', words: '不该这里受理，本人可以请复核' },
}

export interface Bar {
  main?: StaffAction
  /** What else can be done, what is needed most first. */
  tools: StaffAction[]
  /** What the state would let them do, and why it can't be done now. */
  locked: { action: StaffAction; words: string }[]
}

/** What somebody can do on this page now: asked of the same tables that the function asks. */
export function barOf(view: AppealView, hat: HatView | undefined, now: number): Bar {
  const { situation, relations } = view
  const possible = possibleActions(situation, hat?.role, relations, now)
  const help = helpOf(view, hat)
  const open = staffActions.filter((action) => possible.includes(action) && (action !== 'assist' || help))
  const locked = staffActions.flatMap((action) => {
    if (!granted(`appeal.${action}`, hat?.role, relations) || !fits(action, situation.state)) return []
    const obstacle = obstacleTo(action, situation, now)
    return obstacle ? [{ action, words: refusalSentence(obstacle.code, obstacle.details) }] : []
  })
  // Who waits for assistants looks after them next; who assists says how it goes.
  const waits = help && (help === 'helps' || locked.some(({ action }) => action === 'resolve'))
  const main = mains.find((action) => open.includes(action)) ?? (waits ? open.find(isAssist) : undefined)
  return { ...(main && { main }), tools: open.filter((action) => action !== main), locked }
}

const isAssist = (action: StaffAction) => action === 'assist'

/** Who is responsible asks for help; an organisation that was asked, and has not finished, helps. */
export function helpOf(
  { situation, relations }: Pick<AppealView, 'situation' | 'relations'>,
  hat: HatView | undefined,
): 'asks' | 'helps' | undefined {
  if (relations.includes('responsible')) return 'asks'
  const mine = situation.assistants.find(({ id }) => id === hat?.organisation.id)
  return mine?.state === 'open' ? 'helps' : undefined
}
