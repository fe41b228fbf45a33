import { peopleLimits } from '../../../domain/people/limits.ts'
import { auditOf } from '../../store/audit.ts'
import { peopleById } from '../../store/people.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { requireOrganisation } from './requireOrganisation.ts'

/** 操作记录: what was done about an organisation and all below it, newest first, with the names that people have now. */
export const auditList: UseCase<'audit.list'> = async (
  context,
  { organisationId, action, actorId, since, cursor },
) => {
  await requireOrganisation(context, 'audit.list', organisationId)
  // Each narrowing has its index; both at once would have none.
  const narrow = actorId === undefined ? { action, since } : { actorId, since }
  const found = await auditOf(organisationId, narrow, cursorOf(cursor), peopleLimits.page + 1)
  const ids = new Set(
    found.flatMap(({ actor, subjectId }) => [actor.personId, ...(subjectId ? [subjectId] : [])]),
  )
  const named = ids.size > 0 ? await peopleById([...ids]) : []
  const nameOf = (id: string | null) => named.find(({ _id }) => _id === id)?.nickname
  return paged(
    found,
    peopleLimits.page,
    ({ at }) => at,
    ({ _id, action, actor, organisation, subjectId, words, at }) => {
      const post = actor.organisation ? `${actor.organisation.name} · ${actor.title}` : actor.title
      const name = nameOf(actor.personId)
      const subject = subjectId === actor.personId ? undefined : nameOf(subjectId)
      return {
        id: _id,
        action,
        who: name === undefined ? post : `${name} · ${post}`,
        actorId: actor.personId,
        organisation,
        words: subject === undefined ? words : `${subject}：${words}`,
        at,
      }
    },
  )
}
