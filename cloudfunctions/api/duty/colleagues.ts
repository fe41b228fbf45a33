import { limits } from '../../../domain/duty/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { staffOf } from '../../store/people.ts'
import type { UseCase } from '../useCase.ts'
import { colleagueOf, colleagueView, requireHat } from './colleague.ts'

/** Whom one can put on the rota or ask to take over: page by page along all who ever had an appointment here. */
export const colleagues: UseCase<'duty.colleagues'> = async (context, { cursor }) => {
  if (cursor !== undefined && !/^[\w-]{1,64}$/.test(cursor))
    throw new Refusal('FIELD_INVALID', { field: '页码' })
  const organisationId = requireHat(context).organisation.id
  const found = await staffOf(organisationId, cursor, limits.colleagues + 1)
  const page = found.slice(0, limits.colleagues)
  const next = found.length > page.length ? page.at(-1)?._id : undefined
  const colleagues = page.flatMap((person) => colleagueOf(person, organisationId, context.now) ?? [])
  return {
    colleagues: colleagues.map((each) => ({
      ...colleagueView(each),
      mine: each.personId === context.person._id,
    })),
    ...(next !== undefined && { next }),
  }
}
