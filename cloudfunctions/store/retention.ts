import { audit } from './audit.ts'
import { beneficiaryLooks } from './beneficiaries.ts'
import { type Collection, command, type Where } from './collection.ts'
import { looks } from './contacts.ts'
import { declines } from './declines.ts'
import { notices } from './notices.ts'

/** What is kept for a time only: which documents of which collection go, once they are older than that. */
export const aged = {
  readNotices: { of: notices, where: { read: true } },
  declines: { of: declines, where: {} },
  looks: { of: looks, where: {} },
  beneficiaryLooks: { of: beneficiaryLooks, where: {} },
  audit: { of: audit, where: {} },
} as const satisfies Record<string, { of: Aged; where: Where }>

type Aged = Pick<Collection<{ _id: string }>, 'find' | 'removeAll'>

/**
 * Removes up to `limit` documents of a kind that came before a moment, the oldest first, along an index; how many. They
 * are named by their ids and must still fit, so that what somebody has changed meanwhile stays.
 */
export async function removeAged(kind: keyof typeof aged, before: number, limit: number): Promise<number> {
  const { where }: { where: Where } = aged[kind]
  const of: Aged = aged[kind].of
  const fits = { ...where, at: command.lt(before) }
  const found = await of.find({ where: fits, sort: [['at', 'asc']], limit, only: ['at'] })
  if (found.length === 0) return 0
  await of.removeAll({ ...fits, _id: command.in(found.map(({ _id }) => _id)) })
  return found.length
}
