import { Refusal } from '../../../domain/errors.ts'
import { founded } from '../../../domain/place/edits.ts'
import { kindNames, kindsBelow } from '../../../domain/place/placement.ts'
import { committeesOf } from '../../../domain/place/tree.ts'
import { organisations } from '../../store/organisations.ts'
import { audited, requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { administered, requireFreeName, requireSettledAbove, touch } from './administered.ts'
import { speller } from './speller.ts'

/** 新建: an organisation below another; a district comes with its committees. */
export const create: UseCase<'organisation.create'> = (context, { parentId, name, kind }) =>
  audited(context, 'organisation.create', async (transaction) => {
    const parent = await administered('organisation.create', context, parentId, transaction)
    if (!kindsBelow(parent.kind).includes(kind))
      throw new Refusal('KIND_MISPLACED', { kind: kindNames[kind], parent: parent.name })
    const spell = await speller()
    const organisation = founded({ _id: requestKey(context), name, kind }, parent, spell)
    await requireSettledAbove(parent)
    await requireFreeName(parent, name)
    await transaction.add(organisations, organisation)
    if (kind === 'district')
      for (const committee of committeesOf(organisation, spell))
        await transaction.add(organisations, { ...committee, version: 1 })
    await touch(transaction, parent, context.now)
    return {
      answer: { id: organisation._id, version: 1 },
      organisation,
      words: `在${parent.name}下面新建${kindNames[kind]}“${name}”`,
    }
  })
