import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { contactRefusal, maskContacts, relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { isClaimed } from '../../../domain/filing/filing.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { granted } from '../../../domain/permission.ts'
import { contacts, looks } from '../../store/contacts.ts'
import { filings } from '../../store/filings.ts'
import { people } from '../../store/people.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { loadAppeal } from './step.ts'

/** 看电话: whoever the identity level allows, for a reason; the look is written down before the number is given. */
export const contact: UseCase<'appeal.contact'> = async (context, { id, words }) => {
  const { caller, now } = context
  const appeal = await loadAppeal(id)
  const relations = relationsTo(appeal, caller)
  if (!granted('appeal.contact', caller.hat?.role, relations)) throw new Refusal('NOT_YOURS')
  const refusal = contactRefusal(appeal, caller.personId, relations)
  if (refusal) throw new Refusal(refusal)
  const { phone, nickname, whose } = await reachable(appeal)
  if (phone === undefined) throw new Refusal('PHONE_NONE')
  await looks.add({
    _id: requestKey(context),
    personId: whose,
    by: actorOf(caller),
    appeal: { id: appeal._id, number: appeal.number, title: appeal.title },
    reason: maskContacts(words),
    at: now,
  })
  return { phone, ...(nickname !== undefined && { nickname }) }
}

/** How the person can be reached: by what they left themselves, or what was noted for them while they have no account. */
async function reachable(appeal: Appeal): Promise<{ phone?: string; nickname?: string; whose: string }> {
  if (appeal.filedBy && !isClaimed(appeal)) return { ...(await filings.get(appeal._id)), whose: appeal._id }
  const whose = appeal.reporterId
  const [stored, person] = await Promise.all([contacts.get(whose), people.get(whose)])
  return { ...stored, ...(person?.nickname !== undefined && { nickname: person.nickname }), whose }
}
