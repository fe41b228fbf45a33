import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import { scopesSearched } from '../../../domain/appeal/search/keys.ts'
import { answers, isWithin, type Question, wayOf } from '../../../domain/appeal/search/question.ts'
import { numberIn } from '../../../domain/appeal/search/words.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appealsAlong, appealsNumbered } from '../../store/search.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { staffRowOf } from './page.ts'

/**
 * 查找: what somebody asked for among what their organisation has, and below it where they see that; newest first, of
 * what is late the latest first. Goes along one index and looks at a bounded number of what it finds there: where that
 * was not enough for a page, whoever asked goes on from where it stopped.
 */
export const search: UseCase<'appeal.search'> = async (
  { person, caller, now },
  { cursor, mine, ...asked },
) => {
  if (!caller.hat) throw new Refusal('NOT_YOURS')
  const scopes = scopesSearched(caller.hat)
  const number = numberIn(asked.text)
  if (number !== undefined) {
    const found = await appealsNumbered(number, limits.page)
    return { rows: found.filter((appeal) => isWithin(appeal, scopes)).map(staffRowOf) }
  }
  const question: Question = { ...asked, scopes, mine: mine ? person._id : undefined }
  const way = wayOf(question)
  const found = await appealsAlong(way, question, now, cursorOf(cursor), limits.searched)
  const rows = found.filter((appeal) => answers(appeal, question, now)).slice(0, limits.page)
  // A full page ends with its last row; else all that was looked at has been gone through.
  const last = rows.length === limits.page ? rows.at(-1) : found.at(-1)
  const field = way.by === 'late' ? 'dueAt' : 'createdAt'
  const more = last && (last !== found.at(-1) || found.length === limits.searched)
  return {
    rows: rows.map(staffRowOf),
    ...(more && { next: JSON.stringify([last[field], last._id]), ...reached(last, field) }),
  }
}

const reached = ({ createdAt }: Pick<Appeal, 'createdAt'>, field: string) =>
  field === 'createdAt' && { reached: createdAt }
