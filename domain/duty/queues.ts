import type { Role } from '../people/roles.ts'
import { granted, type PermissionKey } from '../permission.ts'

/** What waits for staff beside appeals, and what somebody must be allowed to do for it to wait for them. */
const queues = {
  /** Tasks of which something was handed in that nobody has verified. */
  verify: 'task.toVerify',
  /** Redemptions that nobody has approved or rejected. */
  approvals: 'redemption.queue',
  /** Payments that are held, and those about which the person appeals. */
  reviews: 'pointsReview.queue',
  /** What WeChat holds back and a person must look at. */
  contents: 'content.held',
  /** Honours that were nominated or objected to. */
  honours: 'honour.queue',
} as const satisfies Record<string, PermissionKey>

export type Queue = keyof typeof queues
export const queueNames = Object.keys(queues) as [Queue, ...Queue[]]

/** The queues that a role works on at its own organisation. */
export const queuesFor = (role: Role): Queue[] =>
  queueNames.filter((queue) => granted(queues[queue], role, ['organisation']))

/** So many are counted of each; where one more is found, there may be more: nobody needs to know whether 180 or 240 wait. */
export const mostCounted = 99
