import type { Actor } from '../people/actor.ts'

/** A group chat that is bound to a community: its cards are opened from there, and its claims are counted. */
export interface Group {
  /** The openGId that WeChat gives it. */
  _id: string
  name: string
  organisation: { id: string; name: string }
  boundBy: Actor
  at: number
  /** The last tasks that somebody of the group took a place of. */
  tasks: GroupTask[]
}

/** How fast a group took places of one task. */
export interface GroupTask {
  id: string
  title: string
  at: number
  claims: number
  /** Milliseconds from publication to the first claim of the group. */
  first: number
}

export const groupLimits = { name: 20, tasks: 30, page: 20 } as const

/** What the community sees of a group: how many places its people took, and how fast the first one was. */
export function groupFigures({ tasks }: Pick<Group, 'tasks'>): {
  tasks: number
  claims: number
  /** The middle one of the times to the first claim, in milliseconds; null before there was any. */
  first: number | null
} {
  const firsts = tasks.map(({ first }) => first).sort((a, b) => a - b)
  return {
    tasks: tasks.length,
    claims: tasks.reduce((total, { claims }) => total + claims, 0),
    first: firsts[Math.floor((firsts.length - 1) / 2)] ?? null,
  }
}
