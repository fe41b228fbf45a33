import { maskContacts } from '../appeal/privacy.ts'
import type { Notice } from '../notice/notice.ts'
import { type TaskNews, taskNewsWords } from './news.ts'
import type { Outgoing, Task } from './task.ts'

/** Adds whom this change tells what. The id follows from the turn that the change will have. */
export function telling(
  task: Task,
  personIds: readonly string[],
  news: TaskNews,
  words: string,
  now: number,
): Task {
  const added: Outgoing[] = personIds.map((personId) => ({
    id: `${task._id}-${task.turn + 1}-${news}-${personId}`,
    personId,
    news,
    words,
    at: now,
  }))
  return { ...task, outbox: [...task.outbox, ...added] }
}

/** What a task's outbox asks to be told, ready to be stored. */
export function taskNotices({ _id, title, outbox }: Pick<Task, '_id' | 'title' | 'outbox'>): Notice[] {
  return outbox.map(({ id, personId, news, words, at }) => ({
    _id: id,
    personId,
    at,
    news,
    ...taskNewsWords(news, { title, words: maskContacts(words) }),
    about: { id: _id, as: 'volunteer' },
    read: false,
  }))
}
