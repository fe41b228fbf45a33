import { peopleLimits } from '../../../domain/people/limits.ts'
import { auditOf } from '../../store/audit.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { requireOrganisation } from './requireOrganisation.ts'

/** 操作记录: what was done about an organisation and all below it, newest first. */
export const auditList: UseCase<'audit.list'> = async (
  context,
  { organisationId, action, actorId, cursor },
) => {
  await requireOrganisation(context, 'audit.list', organisationId)
  const found = await auditOf(organisationId, { action, actorId }, cursorOf(cursor), peopleLimits.page + 1)
  return paged(
    found,
    peopleLimits.page,
    ({ at }) => at,
    ({ _id, action: done, actor, organisation, words, at }) => ({
      id: _id,
      action: done,
      who: actor.organisation ? `${actor.organisation.name} · ${actor.title}` : actor.title,
      actorId: actor.personId,
      organisation,
      words,
      at,
    }),
  )
}
