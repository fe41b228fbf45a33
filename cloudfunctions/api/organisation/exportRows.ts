import { Refusal } from '../../../domain/errors.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { audit } from '../../store/audit.ts'
import { allBelow } from '../../store/organisations.ts'
import { entryOf } from '../audited.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { administered } from './administered.ts'
import { writeTable } from './table.ts'

/** 导出: an organisation and all below it as a table, piece by piece; that a piece was taken out is written down. */
export const exportRows: UseCase<'organisation.exportRows'> = async (context, { id, cursor }) => {
  const rootId = id ?? context.caller.hat?.organisation.id
  if (rootId === undefined) throw new Refusal('NOT_YOURS')
  const root = await administered('organisation.exportRows', context, rootId)
  const [, after] = cursorOf(cursor) ?? []
  // Each piece, whatever came before it: nobody can be trusted to have begun at the beginning.
  const piece = { ...context, requestId: `${context.requestId}:${after ?? ''}` }
  await audit.add(
    entryOf(piece, 'organisation.exportRows', {
      answer: null,
      organisation: root,
      words: `导出了${root.name}和下面的单位${after === undefined ? '' : '（接着上一段）'}`,
    }),
  )
  const found = await allBelow(root._id, after ?? '', placeLimits.exported + 1)
  const { rows, next } = paged(
    found,
    placeLimits.exported,
    () => 0,
    (organisation) => organisation,
  )
  const all = after === undefined ? [root, ...rows] : rows
  return { csv: writeTable(all, after === undefined), rows: all.length, ...(next && { next }) }
}
