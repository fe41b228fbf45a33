import { Refusal } from '../../../domain/errors.ts'
import { create as decide } from '../../../domain/meeting/decisions.ts'
import { granted } from '../../../domain/permission.ts'
import { meetings } from '../../store/meetings.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { meetingAttempt } from './change.ts'
import { itemsFor } from './itemsFor.ts'

/** A meeting of the organisation whose hat is worn, with its first agenda. */
export const create: UseCase<'meeting.create'> = async (context, { appealIds, ...planned }) => {
  const { hat } = context.caller
  if (!hat || !granted('meeting.create', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const id = requestKey(context)
  if (await meetings.get(id)) return { id }
  const items = await itemsFor(context, appealIds)
  await meetings.add(decide(id, planned, items, hat.organisation, meetingAttempt(context)))
  return { id }
}
