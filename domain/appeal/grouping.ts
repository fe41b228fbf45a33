import { Refusal } from '../errors.ts'
import type { Appeal } from './appeal.ts'
import { type Attempt, type Decision, step } from './decisions.ts'
import { isOpen } from './states.ts'

/** Steps on two appeals that are about one thing (appeals.md, merge / unmerge). */

const reference = ({ _id, number }: Appeal) => ({ id: _id, number })

/**
 * One follows the other from now on: they are of one kind, the other is open and follows none itself. Both logs say so;
 * the two decisions are saved together.
 */
export function merge(
  child: Appeal,
  parent: Appeal,
  attempt: Attempt,
  words: string,
): { child: Decision; parent: Decision } {
  if (child._id === parent._id) throw new Refusal('MERGE_ITSELF')
  // What is confidential and what is not are read by different people; who reports the one reads how the other ended.
  if (child.kind !== parent.kind || child.confidential !== parent.confidential)
    throw new Refusal('MERGE_OTHER_KIND')
  if (parent.parent || !isOpen(parent.state)) throw new Refusal('PARENT_NOT_OPEN', { number: parent.number })
  return {
    child: step(
      child,
      'merge',
      'merged',
      attempt,
      { words, other: reference(parent) },
      { parent: { ...reference(parent), from: child.state } },
    ),
    parent: step(
      parent,
      'gather',
      parent.state,
      attempt,
      { words, other: reference(child), internal: true },
      { children: parent.children + 1 },
    ),
  }
}

/**
 * On its own again, in the state that it had, on its own clocks: none has restarted. Who had not answered yet is asked
 * anew: the days in which it hung on another were not theirs to answer in.
 */
export function unmerge(
  child: Appeal,
  parent: Appeal | undefined,
  attempt: Attempt,
  words: string,
): { child: Decision; parent: Decision | undefined } {
  const { from, id, number } = child.parent ?? { from: 'dispatched' as const, id: '', number: '' }
  const asked = from === 'resolved' && {
    resolvedAt: attempt.now,
    alarms: { ...child.alarms, followUp: 'quiet' as const },
  }
  return {
    child: step(
      child,
      'unmerge',
      from,
      attempt,
      { words, other: { id, number } },
      { parent: null, ...asked },
    ),
    parent:
      parent &&
      step(
        parent,
        'letGo',
        parent.state,
        attempt,
        { words, other: reference(child), internal: true },
        { children: Math.max(0, parent.children - 1) },
      ),
  }
}

/** The parent has ended: the child ends with it, with the same outcome, and with the words of what was done. */
export function conclude(child: Appeal, parent: Appeal, attempt: Attempt): Decision {
  const { outcome } = parent
  const ended = { endedAt: attempt.now }
  const other = reference(parent)
  if (parent.state === 'declined') {
    const last = parent.events.filter(({ action }) => action === 'decline').at(-1)
    const { words = '', declined } = last ?? {}
    return step(
      child,
      'conclude',
      'declined',
      attempt,
      { words, other, ...(declined && { declined }) },
      ended,
    )
  }
  // The parent may have become confidential since.
  const mayRead = child.confidential || !parent.confidential
  const done = mayRead ? parent.events.filter(({ action }) => action === 'resolve').at(-1) : undefined
  return step(
    child,
    'conclude',
    'closed',
    attempt,
    { other, ...(done && { words: done.words, photos: done.photos }), ...(outcome && { outcome }) },
    { ...ended, ...(outcome && { outcome }) },
  )
}
