import { messaged } from '../../domain/notice/messages.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import type { Transaction } from './transaction.ts'

/** Everybody's inbox. */
export const notices = collection<Notice>('notices')

/**
 * Stores notices that are not there yet; those that are stay as they are, read or not. The timer sends those that go out
 * as a message.
 */
export async function deliver(made: readonly Notice[]): Promise<void> {
  const items = made.map(asItem)
  if (items.length === 0 || (await notices.add(...items))) return
  for (const each of items) await notices.add(each)
}

/** Stores a new notice in the transaction of what it tells: neither is there without the other. */
export const deliverIn = (transaction: Transaction, made: Notice): Promise<void> =>
  transaction.add(notices, asItem(made))

const asItem = (made: Notice): Notice =>
  messaged[made.news] ? { ...made, send: { at: made.at, tries: 0 } } : made

/** Items that are due to go out as messages, the longest due first. */
export function dueMessages(now: number, limit: number): Promise<Notice[]> {
  return notices.find({
    where: { 'send.at': command.lte(now) },
    sort: [
      ['send.at', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** These items go out as messages no more. */
export async function sendNoMore(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await notices.update({ _id: command.in([...ids]) }, { send: command.remove() })
}

/** These items, as far as they still are to go out, go out later; `failed`: WeChat did not take them. */
export async function sendLater(ids: readonly string[], at: number, failed: 0 | 1): Promise<void> {
  if (ids.length === 0) return
  const where = { _id: command.in([...ids]), 'send.at': command.exists(true) }
  await notices.update(where, { 'send.at': at, 'send.tries': command.inc(failed) })
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
