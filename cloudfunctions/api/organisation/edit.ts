import { Refusal } from '../../../domain/errors.ts'
import { boundaryOf } from '../../../domain/place/boundary.ts'
import { changedDetails, type Details, detailNames } from '../../../domain/place/details.ts'
import { requireEditable, requireVersion } from '../../../domain/place/edits.ts'
import { organisations } from '../../store/organisations.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { administered, requireFreeName } from './administered.ts'
import { detailChange } from './detailChange.ts'

/** 改资料: name, hours, trades, phone, centre, boundary. A new name is carried on to what remembers the old one. */
export const edit: UseCase<'organisation.edit'> = (context, { id, version, boundary: pasted, ...rest }) =>
  audited(context, 'organisation.edit', async (transaction) => {
    const organisation = await administered('organisation.edit', context, id, transaction)
    requireVersion(organisation, version)
    const details: Details = { ...rest, ...(pasted !== undefined && { boundary: ringOf(pasted) }) }
    const fields = changedDetails(organisation, details)
    requireEditable(organisation, fields.includes('name'))
    if (details.name !== undefined && fields.includes('name') && organisation.parentId !== null)
      await requireFreeName({ _id: organisation.parentId, name: organisation.location }, details.name, id)
    await transaction.update(organisations, id, {
      ...(await detailChange(organisation, details, fields)),
      version: version + 1,
    })
    return {
      answer: { id, version: version + 1 },
      organisation: { ...organisation, name: details.name ?? organisation.name },
      words: fields.length > 0 ? `改了${fields.map((field) => detailNames[field]).join('、')}` : '没有改动',
    }
  })

function ringOf(pasted: string | null) {
  if (pasted === null) return null
  const { ring, fault } = boundaryOf(pasted)
  if (!ring) throw new Refusal('BOUNDARY_INVALID', { fault })
  return ring
}
