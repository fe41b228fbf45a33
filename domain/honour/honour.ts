import type { Actor } from '../people/actor.ts'
import type { HonourKind } from './kinds.ts'

export const honourStates = {
  proposed: '等复核',
  notice: '公示中',
  contested: '有异议，等定',
  awarded: '已授予',
  refused: '没通过',
  declined: '本人谢绝',
} as const satisfies Record<string, string>
export type HonourState = keyof typeof honourStates

interface Step {
  name: string
  from: readonly HonourState[]
  to: readonly HonourState[]
}

/** The one table of what is possible in which state; screens and functions ask it. */
export const honourSteps = {
  nominate: { name: '提名', from: [], to: ['proposed'] },
  /** A second person agrees: everybody can see it, and object. */
  sign: { name: '复核同意，开始公示', from: ['proposed'], to: ['notice'] },
  refuse: { name: '复核没同意', from: ['proposed'], to: ['refused'] },
  object: { name: '提异议', from: ['notice'], to: ['notice'] },
  /** The timer: without an objection it is awarded, with one the signer decides. */
  endNotice: { name: '公示结束', from: ['notice'], to: ['awarded', 'contested'] },
  decide: { name: '看过异议，定了', from: ['contested'], to: ['awarded', 'refused'] },
  /** The person doesn't want it, whenever they say so. */
  decline: { name: '本人谢绝', from: ['proposed', 'notice', 'contested', 'awarded'], to: ['declined'] },
  /** The person has everything about them deleted. */
  leave: { name: '注销', from: ['proposed', 'notice', 'contested', 'awarded'], to: ['declined'] },
} as const satisfies Record<string, Step>
export type HonourAction = keyof typeof honourSteps

/** Whether an action exists from a state at all, whoever asks. */
export const fitsHonour = (action: HonourAction, state: HonourState): boolean =>
  (honourSteps[action].from as readonly HonourState[]).includes(state)

/** What everybody may see. */
export const publicStates = ['notice', 'awarded'] as const satisfies readonly HonourState[]
export const isPublic = (state: HonourState): boolean =>
  (publicStates as readonly HonourState[]).includes(state)

export interface HonourEvent {
  /** Derived from the request: the same one is carried out once. */
  key: string
  action: HonourAction
  to: HonourState
  actor: Actor
  at: number
  /** Why; what somebody objects stands with the objections alone. */
  words: string
}

/** Seen by the deciders only, without who it was. */
export interface Objection {
  personId: string
  at: number
  words: string
}

/** What is to be told of a step, and to whom. */
export interface HonourNews {
  /** Which line of the log it is about, from 1. */
  event: number
  personId: string
  /** As whom: who is honoured, who nominated or signed, who may sign. */
  to: 'person' | 'staff' | 'signer'
}

/** One person's nomination for one honour in one year, with its log. Times in milliseconds. */
export interface Honour {
  /** Derived from who, what, where and which year. */
  _id: string
  kind: HonourKind
  year: string
  personId: string
  /** As they call themselves; '' once they are gone. */
  name: string
  /** Whose secretary nominated; and it with all above it. */
  organisation: { id: string; name: string }
  scopes: string[]
  /** Why, for everybody to read. */
  reason: string
  /** What the ranking said of them then. */
  facts: { points: number; solved: number }
  state: HonourState
  nominatedBy: string
  signedBy: string | null
  /** When the notice ends; 0 before it began. */
  noticeEnds: number
  /** Since when everybody can see it in its present state, for lists; 0 while they can't. */
  publishedAt: number
  objections: Objection[]
  log: HonourEvent[]
  outbox: HonourNews[]
  /** When the timer must look at it: news to be told, or a notice to be ended; `noDue` when never. */
  tickAt: number
  createdAt: number
  updatedAt: number
  version: number
}
