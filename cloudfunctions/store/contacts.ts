import type { Actor } from '../../domain/people/actor.ts'
import { collection } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** How a person can be reached. Read only where the identity level allows it, after the look was written down. */
export interface Contact {
  /** The person's id. */
  _id: string
  phone: string
  at: number
}

/** One look at a person's phone: who, for which appeal, why. Never edited; removed when it has been kept for long enough. */
export interface Look {
  _id: string
  /** Whose phone. */
  personId: string
  by: Actor
  appeal: { id: string; number: string; title: string }
  reason: string
  at: number
}

export const contacts = collection<Contact>('contacts')
export const looks = collection<Look>('looks')

/** Who looked at a person's phone, newest first. */
export function looksAt(personId: string, from: Cursor | undefined, limit: number): Promise<Look[]> {
  const where = { personId }
  return looks.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}
