import { Refusal } from '../../../domain/errors.ts'
import { againAt, heldUntil } from '../../../domain/people/rates.ts'
import { postName } from '../../../domain/people/roles.ts'
import { surrenderAll } from '../../../domain/points/booking.ts'
import { accountIn, accounts, book } from '../../store/accounts.ts'
import { appealsOf, leaveUntold } from '../../store/appeals.ts'
import { audit } from '../../store/audit.ts'
import { contacts } from '../../store/contacts.ts'
import { notices } from '../../store/notices.ts'
import { people } from '../../store/people.ts'
import { leaveRankings } from '../../store/rankings.ts'
import { inTransaction } from '../../store/transaction.ts'
import { entryOf } from '../audited.ts'
import { hatsOf } from '../caller.ts'
import { forgetOnRota } from '../duty/leaveRota.ts'
import { leaveHonours } from '../honour/leaveHonours.ts'
import { leaveReviews } from '../pointsReview/leaveReviews.ts'
import { leaveShop } from '../redemption/leaveShop.ts'
import { leaveTasks } from '../task/leaveTasks.ts'
import type { UseCase } from '../useCase.ts'
import { requireAnotherAdministrator } from './appointments.ts'

/**
 * 注销: identity, contact details, the inbox and the points go; appeals, logs and the ledger keep the pseudonym that they
 * always had, so what is being handled is handled to its end, with nobody to ask. Who never said anything leaves nothing at all behind: then the
 * same request again, which meets a person made anew, ends the same.
 */
export const deletePerson: UseCase<'person.delete'> = async (context) => {
  const { person, now } = context
  const held = heldUntil(person.rates, now)
  if (held !== undefined) throw new Refusal('JUST_ACTED', { until: againAt(held) })
  const [[said], account] = await Promise.all([
    appealsOf(person._id, 'all', undefined, 1),
    accounts.get(person._id),
  ])
  if (account) {
    await leaveShop(context)
    await leaveReviews(context)
  }
  await leaveTasks(context)
  await leaveHonours(context)
  await inTransaction(async (transaction) => {
    for (const hat of hatsOf(person, now)) {
      const { id, name, ancestors } = hat.organisation
      if (hat.role === 'administrator')
        await requireAnotherAdministrator(transaction, hat.organisation, person._id, now)
      const own = { ...context, requestId: `${context.requestId}:${hat.id}` }
      const ended = { answer: {}, organisation: { _id: id, name, ancestors }, subjectId: person._id }
      const words = `注销，结束${postName(hat.role, hat.title)}`
      await transaction.add(audit, entryOf(own, 'appointment.end', { ...ended, words }))
    }
    for (const id of new Set(person.appointments.map(({ organisation }) => organisation.id)))
      await forgetOnRota(transaction, id, person._id)
    // Not part of the transaction, which holds a few documents: when it fails, only news that can be read elsewhere is
    // gone, and the same request removes the rest. First nothing more comes in.
    if (said) await leaveUntold(person._id)
    await notices.removeAll({ personId: person._id })
    if (account) {
      const before = await accountIn(transaction, person._id)
      await book(transaction, before, ...surrenderAll(before, now))
    }
    await leaveRankings(transaction, person._id)
    await transaction.remove(contacts, person._id)
    await transaction.remove(people, person._id)
    if (said || account)
      await transaction.add(people, {
        _id: person._id,
        // Unique, and nobody's: the next call of this OPENID meets a new person.
        openid: `deleted-${person._id}`,
        trade: null,
        appointments: [],
        createdAt: person.createdAt,
        deletedAt: now,
      })
  })
  return {}
}
