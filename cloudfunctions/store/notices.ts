import type { Notice } from '../../domain/notice/notice.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** Everybody's inbox. */
export const notices = collection<Notice>('notices')

/** Stores notices that are not there yet; those that are stay as they are, read or not. */
export async function deliver(made: readonly Notice[]): Promise<void> {
  if (made.length === 0 || (await notices.add(...made))) return
  for (const each of made) await notices.add(each)
}

/** Takes back notices that nobody is there to read. */
export async function takeBack(ids: readonly string[]): Promise<void> {
  await notices.removeAll({ _id: command.in([...ids]) })
}

/** What somebody was told, newest first. */
export function noticesFor(personId: string, from: Cursor | undefined, limit: number): Promise<Notice[]> {
  const where = { personId }
  return notices.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

export const countUnread = (personId: string): Promise<number> => notices.count({ personId, read: false })

/** Marks as read what came up to a moment. */
export function markRead(personId: string, until: number): Promise<number> {
  return notices.update({ personId, read: false, at: command.lte(until) }, { read: true })
}
