/** States of an appeal and the word for each (appeals.md, States). */
export const stateNames = {
  submitted: '待派单',
  dispatched: '已派单',
  accepted: '已接单',
  suspended: '已挂起',
  resolved: '已解单 · 待回访',
  closed: '已销号',
  withdrawn: '已撤回',
  declined: '不予受理',
  merged: '已并入',
} as const satisfies Record<string, string>

export type AppealState = keyof typeof stateNames
export const appealStates = Object.keys(stateNames) as AppealState[]

export const outcomeNames = {
  solved: '已解决',
  partly: '部分解决',
  notSolved: '未能解决',
  noAnswer: '回访未接通',
  silent: '期满默认',
} as const satisfies Record<string, string>

export type Outcome = keyof typeof outcomeNames

/** Someone has work to do on it. */
export const workingStates = [
  'submitted',
  'dispatched',
  'accepted',
  'suspended',
] as const satisfies AppealState[]
/** Not finished for the person who asked: what was merged goes on in another. */
export const openStates = [...workingStates, 'resolved', 'merged'] as const satisfies AppealState[]

const among = (states: readonly AppealState[], state: AppealState) => states.includes(state)
export const isWorking = (state: AppealState): boolean => among(workingStates, state)
export const isOpen = (state: AppealState): boolean => among(openStates, state)

/** What a transition asks of whoever makes it; the forms show a field for each. */
export type Need =
  | 'something' // text, voice or photo
  | 'category'
  | 'place'
  | 'organisation'
  | 'reason'
  | 'note'
  | 'afterPhoto' // snaps only
  | 'until'
  | 'answer'
  | 'parent'

export interface Transition {
  name: string
  from: readonly AppealState[]
  /** Where it may lead; `same` leaves the state as it is. */
  to: readonly (AppealState | 'same')[]
  needs: readonly Need[]
}

/**
 * The one table of what is possible in which state (appeals.md, Transitions). The functions decide by it and the
 * screens show buttons by it. Who may do it stands in `permission.ts`.
 */
export const transitions = {
  submit: {
    name: '提交',
    from: [],
    to: ['dispatched', 'submitted'],
    needs: ['something', 'category', 'place'],
  },
  dispatch: {
    name: '派单',
    from: ['submitted', 'dispatched'],
    to: ['dispatched'],
    needs: ['organisation', 'reason'],
  },
  accept: { name: '接单', from: ['dispatched'], to: ['accepted'], needs: [] },
  return: {
    name: '退单',
    from: ['dispatched', 'accepted'],
    to: ['dispatched', 'submitted'],
    needs: ['reason', 'organisation'],
  },
  transfer: { name: '转派', from: ['accepted'], to: ['dispatched'], needs: ['organisation', 'reason'] },
  assist: { name: '协办', from: ['accepted'], to: ['same'], needs: ['organisation'] },
  note: { name: '跟进', from: ['accepted', 'suspended'], to: ['same'], needs: ['note'] },
  /** The person answers what they were asked, or has more to say: for most of them nobody may call. */
  reply: {
    name: '补充',
    from: ['submitted', 'dispatched', 'accepted', 'suspended'],
    to: ['same'],
    needs: ['note'],
  },
  suspend: { name: '挂起', from: ['accepted'], to: ['suspended'], needs: ['until', 'reason'] },
  resume: { name: '恢复', from: ['suspended'], to: ['accepted'], needs: [] },
  resolve: { name: '解单', from: ['accepted'], to: ['resolved'], needs: ['note', 'afterPhoto'] },
  confirm: { name: '答复', from: ['resolved'], to: ['closed', 'accepted'], needs: ['answer'] },
  followUp: { name: '回访', from: ['resolved'], to: ['closed', 'accepted', 'same'], needs: ['answer'] },
  reopen: { name: '重开', from: ['closed'], to: ['dispatched'], needs: ['reason'] },
  urge: { name: '催办', from: ['submitted', 'dispatched', 'accepted', 'suspended'], to: ['same'], needs: [] },
  escalate: {
    name: '升级',
    from: ['submitted', 'dispatched', 'accepted'],
    // Where nothing stands above, the breach is written down and it stays.
    to: ['dispatched', 'same'],
    needs: ['reason'],
  },
  /** 80 % of a clock has run, or the person has not answered for three days. */
  warn: {
    name: '提醒',
    from: ['submitted', 'dispatched', 'accepted', 'resolved'],
    to: ['same'],
    needs: [],
  },
  /** Its organisation names somebody for it: nobody was known when it came, or who was named has left. */
  name: { name: '定人', from: ['submitted', 'dispatched'], to: ['same'], needs: [] },
  merge: {
    name: '合并',
    from: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
    to: ['merged'],
    needs: ['parent'],
  },
  unmerge: {
    name: '拆开',
    from: ['merged'],
    to: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
    needs: [],
  },
  /** The other side of a merger and of its undoing, in the log of the one that others follow. */
  gather: {
    name: '并入一件',
    from: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
    to: ['same'],
    needs: [],
  },
  letGo: {
    name: '拆出一件',
    from: [
      'submitted',
      'dispatched',
      'accepted',
      'suspended',
      'resolved',
      'closed',
      'withdrawn',
      'declined',
      'merged',
    ],
    to: ['same'],
    needs: [],
  },
  /** It ends as the one that it was merged into has ended. */
  conclude: { name: '随并办结', from: ['merged'], to: ['closed', 'declined'], needs: [] },
  /** Somebody passes by and sees the same. */
  support: {
    name: '我也看到',
    from: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
    to: ['same'],
    needs: [],
  },
  withdraw: { name: '撤回', from: ['submitted', 'dispatched', 'accepted'], to: ['withdrawn'], needs: [] },
  decline: { name: '不予受理', from: ['submitted', 'dispatched'], to: ['declined'], needs: ['reason'] },
  /** Of a relief alone: the committee's word, and the platform's. */
  decideRelief: { name: '核定', from: ['accepted'], to: ['same'], needs: ['reason'] },
  answerRelief: { name: '平台答复', from: ['accepted'], to: ['same'], needs: ['answer'] },
  review: { name: '复核', from: ['declined'], to: ['dispatched'], needs: ['reason'] },
  /** The person for whom somebody else filed it has it on their own phone from now on. */
  claim: {
    name: '认领',
    from: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved', 'closed', 'declined', 'merged'],
    to: ['same'],
    needs: [],
  },
  /** Its cause is dealt with together with others, or not any more. */
  join: {
    name: '列入治理项目',
    from: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
    to: ['same'],
    needs: [],
  },
  leave: {
    name: '移出治理项目',
    from: [
      'submitted',
      'dispatched',
      'accepted',
      'suspended',
      'resolved',
      'closed',
      'withdrawn',
      'declined',
      'merged',
    ],
    to: ['same'],
    needs: [],
  },
  /** Its project is done; whoever has it is asked to finish it. */
  projectDone: {
    name: '治理项目办完',
    from: ['submitted', 'dispatched', 'accepted', 'suspended'],
    to: ['same'],
    needs: [],
  },
  /** A meeting has decided something about it. */
  decide: {
    name: '会议决定',
    from: ['submitted', 'dispatched', 'accepted', 'suspended'],
    to: ['same'],
    needs: [],
  },
  /** Its organisation was merged into another, which has it from now on: finished ones too, so that none is lost. */
  inherit: {
    name: '承接',
    from: [
      'submitted',
      'dispatched',
      'accepted',
      'suspended',
      'resolved',
      'closed',
      'withdrawn',
      'declined',
      'merged',
    ],
    to: ['same'],
    needs: [],
  },
} as const satisfies Record<string, Transition>

export type AppealAction = keyof typeof transitions
export const appealActions = Object.keys(transitions) as AppealAction[]

/** Whether an action exists from a state at all, whoever asks. `submit` starts an appeal and fits no state. */
export function fits(action: AppealAction, state: AppealState): boolean {
  return among(transitions[action].from, state)
}
