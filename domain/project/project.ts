import { noDue } from '../appeal/appeal.ts'
import type { Actor } from '../people/actor.ts'
import type { Caller, Hat } from '../people/roles.ts'

export const projectStates = { open: '在治理', closed: '办完了' } as const satisfies Record<string, string>
export type ProjectState = keyof typeof projectStates

export interface Milestone {
  name: string
  /** The day by which it is to be done, in milliseconds. */
  by: number
  doneAt: number | null
}

/** How far an appeal has been carried over: what ends in `ing` the timer still has to do. */
export type Standing = 'joining' | 'in' | 'leaving' | 'finishing' | 'finished'

export interface ProjectEvent {
  /** Derived from the request, so that the same request is carried out once. */
  key: string
  action: 'create' | 'add' | 'remove' | 'progress' | 'close'
  actor: Actor
  at: number
  words: string
}

/**
 * Appeals with one cause, dealt with together by a lead organisation (appeals.md, Projects). One document: its members
 * are bounded, so that what belongs to it is decided in one update and carried over to the appeals afterwards.
 */
export interface Project {
  _id: string
  title: string
  /** What everybody may read of how it goes. */
  progress: string
  progressAt: number
  lead: Hat['organisation']
  /** The lead and all above it: who sees its area finds it. */
  scopes: string[]
  state: ProjectState
  milestones: Milestone[]
  members: { id: string; standing: Standing }[]
  /** What the closing said, and who did it: the appeals are resolved with it. */
  closing: { words: string; photos: string[]; caller: Caller } | null
  log: ProjectEvent[]
  /** When the timer must carry something over; `noDue` when nothing is left. */
  tickAt: number
  createdAt: number
  updatedAt: number
  /** Counts what people decided. */
  version: number
  /** Counts what was carried over beside it. */
  turn: number
}

/** A project as lists see it. */
export type ListedProject = Omit<Project, 'log' | 'closing'>

const carrying: readonly Standing[] = ['joining', 'leaving', 'finishing']
export const toCarry = ({ members }: Pick<Project, 'members'>): Project['members'] =>
  members.filter(({ standing }) => carrying.includes(standing))

/** When the timer must look at a project: at once while something is left to carry over. */
export const nextCarry = (project: Pick<Project, 'members'>, now: number): number =>
  toCarry(project).length > 0 ? now : noDue

/** How many appeals belong to a project. */
export const countOf = ({ members }: Pick<Project, 'members'>): number =>
  members.filter(({ standing }) => standing !== 'leaving').length

/** The milestone that is due next. */
export const nextMilestone = ({ milestones }: Pick<Project, 'milestones'>): Milestone | undefined =>
  milestones.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.by - b.by)[0]
