import { noDue } from '../appeal/appeal.ts'
import type { Actor } from '../people/actor.ts'
import type { Caller, Hat } from '../people/roles.ts'

/** Kinds of meetings, as they are practised (product.md, system 10). */
export const meetingNames = {
  joint: '联席会议',
  talk: '座谈会',
  fourthDays: '逢四说事',
  roundTable: '圆桌恳谈会',
  companyDay: '企业接待日',
  secretaryDay: '无事找书记',
} as const satisfies Record<string, string>
export type MeetingKind = keyof typeof meetingNames
export const meetingStates = { planned: '要开', done: '开完了' } as const satisfies Record<string, string>
export type MeetingState = keyof typeof meetingStates

/** Why an appeal stands on an agenda. */
export const whyNames = {
  crossDepartment: '跨部门',
  overdue: '超时',
  repeated: '反复出现',
  added: '自己加的',
} as const satisfies Record<string, string>
export type Why = keyof typeof whyNames

export interface Resolution {
  words: string
  /** The day by which it is to be done, in milliseconds. */
  by: number
  /** Who is to do it. */
  organisation: string
  /** Only the handlers read it. */
  internal: boolean
}

export interface Item {
  /** Of the appeal. */
  id: string
  number: string
  title: string
  placeName: string
  why: Why[]
  decision: Resolution | null
  /** Whether writing it back is done with. */
  written: boolean
  /** Nobody was working on the appeal any more: its log does not say what was decided. */
  missed?: boolean
}

/** A meeting with its agenda and minutes: one document, for the agenda is bounded. */
export interface Meeting {
  _id: string
  kind: MeetingKind
  /** When it begins, in milliseconds. */
  at: number
  where: string
  organisation: Hat['organisation']
  /** Names of those who take part. */
  participants: string[]
  state: MeetingState
  items: Item[]
  /** What was raised in the room and entered as appeals. */
  raised: { id: string; number: string; title: string }[]
  /** Who ended it: its decisions are written back in their name. */
  finishedBy: Caller | null
  log: { key: string; action: string; actor: Actor; at: number }[]
  tickAt: number
  createdAt: number
  version: number
  turn: number
}

/** What is decided and has not been written back to its appeal. */
export const toWrite = ({ state, items }: Pick<Meeting, 'state' | 'items'>): Item[] =>
  state === 'done' ? items.filter(({ decision, written }) => decision !== null && !written) : []

export const nextWrite = (meeting: Pick<Meeting, 'state' | 'items'>, now: number): number =>
  toWrite(meeting).length > 0 ? now : noDue
