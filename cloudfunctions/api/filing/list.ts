import { limits } from '../../../domain/appeal/limits.ts'
import { appealsFiledBy } from '../../store/appeals.ts'
import { unclaimed } from '../../store/filings.ts'
import { rowOf } from '../appeal/page.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 我代报的, newest first. */
export const list: UseCase<'filing.list'> = async ({ person }, { cursor }) => {
  const found = await appealsFiledBy(person._id, cursorOf(cursor), limits.page + 1)
  const open = found.length > 0 ? await unclaimed(found.map(({ _id }) => _id)) : []
  const codes = new Map(open.map(({ _id, code }) => [_id, code]))
  return paged(
    found,
    limits.page,
    ({ createdAt }) => createdAt,
    (appeal) => {
      const code = codes.get(appeal._id)
      return { ...rowOf(appeal), ...(code !== undefined && { code }) }
    },
  )
}
