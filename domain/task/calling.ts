import type { Notice } from '../notice/notice.ts'
import { inBeijing, startOfDay } from '../time.ts'
import { taskNewsWords } from './news.ts'
import { type Volunteering, whileRiding } from './standing.ts'
import type { Task } from './task.ts'

/** Somebody of a team or a community who may be called. */
export interface Callable {
  _id: string
  volunteering?: Volunteering
}

/**
 * What a new task of a team, or a muster, says to each of them; once, however often it is made. Who rides at that time
 * is left in peace (志愿与业务两不误), but for a muster.
 */
export function callNotices(task: Task, people: readonly Callable[], now: number): Notice[] {
  const { _id, title, place, muster, publisher } = task
  const news = muster ? 'taskMuster' : 'taskCalled'
  const when = inBeijing(task.from).format('M 月 D 日 HH:mm')
  return people
    .filter((person) => person._id !== publisher.personId && (muster || !rides(task, person)))
    .map(({ _id: personId }) => ({
      _id: `${_id}-called-${personId}`,
      personId,
      at: now,
      news,
      ...taskNewsWords(news, { title, words: `${when}，${place.name}。` }),
      about: { id: _id, as: 'volunteer' },
      read: false,
    }))
}

/** From whom on a team is still to be called; undefined from the start. */
export const calledBefore = ({ after }: { after: string }): string | undefined =>
  after === '' ? undefined : after

/** Whether somebody rides while a task is on, by what they said. */
export function rides(
  { from, to }: Pick<Task, 'from' | 'to'>,
  { volunteering }: Omit<Callable, '_id'>,
): boolean {
  const minutes = (at: number) => Math.floor((at - startOfDay(from)) / 60_000)
  return volunteering !== undefined && whileRiding(volunteering.riding, minutes(from), minutes(to))
}
