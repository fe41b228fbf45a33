import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { granted } from '../../../domain/permission.ts'
import { groups } from '../../store/groups.ts'
import type { UseCase } from '../useCase.ts'

/** 绑定群: from a card that was opened in the group; only what WeChat vouches for says which group it is. */
export const bind: UseCase<'group.bind'> = async ({ caller, groupId, now }, { name }) => {
  const { hat } = caller
  if (!hat || !granted('group.bind', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  if (groupId === null) throw new Refusal('GROUP_NOT_TRUSTED')
  const { id, name: organisation } = hat.organisation
  const group = {
    _id: groupId,
    name,
    organisation: { id, name: organisation },
    boundBy: actorOf(caller),
    at: now,
    tasks: [],
  }
  if (await groups.add(group)) return { name }
  const bound = await groups.get(groupId)
  if (bound && bound.organisation.id !== id)
    throw new Refusal('GROUP_TAKEN', { organisation: bound.organisation.name })
  await groups.update({ _id: groupId, 'organisation.id': id }, { name })
  return { name }
}
