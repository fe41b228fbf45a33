import { inherit } from '../../../domain/appeal/handing.ts'
import { nameFor } from '../../../domain/duty/naming.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { hatOrganisation, type Organisation } from '../../../domain/place/organisation.ts'
import { appealsAt } from '../../store/appealMoves.ts'
import { saveStep } from '../../store/appeals.ts'
import { nameWaiting } from '../../store/appealTimer.ts'
import { renewGroups } from '../../store/groups.ts'
import { renewHonours } from '../../store/honours.ts'
import { revokeInvitations } from '../../store/invitations.ts'
import { organisationOrHeir } from '../../store/organisations.ts'
import { reregister, staffOf } from '../../store/people.ts'
import { renewReviews } from '../../store/reviews.ts'
import { renewShop } from '../../store/rewards.ts'
import { rotas } from '../../store/rotas.ts'
import { renewTasks } from '../../store/tasks.ts'
import type { Context } from '../useCase.ts'
import type { Batch } from './progress.ts'
import { reappoint } from './reappoint.ts'

/**
 * A merger: appeals with an event in the log of each, then people. What was handed over is not found any more. The
 * former's rota goes: who is on duty at the heir is the heir's to plan; so do its invitations.
 */
export async function handOver(
  former: Organisation,
  heirId: string,
  by: Pick<Context, 'caller' | 'now'>,
): Promise<Batch> {
  const heir = await organisationOrHeir(heirId)
  if (!heir) throw new Error('an heir is not there')
  await rotas.remove(former._id)
  await revokeInvitations(former._id)
  await reregister(former._id, { id: heir._id, name: heir.name, ancestors: heir.ancestors })
  await renewTasks(former._id, hatOrganisation(heir))
  await renewShop(former._id, heir)
  await renewReviews(former._id, hatOrganisation(heir))
  await renewHonours(former._id, heir)
  await renewGroups(former._id, { id: heir._id, name: heir.name })
  const waiting = await appealsAt(former._id, '', placeLimits.settle)
  let moved = 0
  const rota = await rotas.get(heir._id)
  for (const appeal of waiting) {
    const named = nameFor(rota, by.now, [appeal.reporterId])
    // One that somebody changed at this moment is still there for the next batch.
    if (await saveStep(appeal, inherit(appeal, by, former, heir, named))) moved += 1
  }
  const room = placeLimits.settle - waiting.length
  const staff = room > 0 ? await staffOf(former._id, undefined, room) : []
  await reappoint(staff, former._id, heir, by.now)
  // Who has come along may be the first whom it can name.
  if (staff.length > 0) await nameWaiting(heir._id, by.now)
  moved += staff.length
  const found = waiting.length + staff.length
  const left = found === placeLimits.settle || moved < found
  return { moved, done: moved, after: left ? 'again' : undefined }
}
