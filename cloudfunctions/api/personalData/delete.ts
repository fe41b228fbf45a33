import { Refusal } from '../../../domain/errors.ts'
import type { Person } from '../../../domain/people/person.ts'
import { againAt, heldUntil } from '../../../domain/people/rates.ts'
import { postName } from '../../../domain/people/roles.ts'
import { emptyAccount } from '../../../domain/points/account.ts'
import { surrenderAll } from '../../../domain/points/booking.ts'
import { accountIn, accounts, book } from '../../store/accounts.ts'
import { appealsOf, leaveUntold } from '../../store/appeals.ts'
import { nameAnew } from '../../store/appealTimer.ts'
import { audit } from '../../store/audit.ts'
import { checks } from '../../store/checks.ts'
import { contacts } from '../../store/contacts.ts'
import { notices } from '../../store/notices.ts'
import { people } from '../../store/people.ts'
import { leaveRankings } from '../../store/rankings.ts'
import { subscriptions } from '../../store/subscriptions.ts'
import { inTransaction, type Transaction } from '../../store/transaction.ts'
import { entryOf } from '../audited.ts'
import { hatsOf } from '../caller.ts'
import { forgetOnRota } from '../duty/leaveRota.ts'
import { leaveHonours } from '../honour/leaveHonours.ts'
import { requireAnotherAdministrator } from '../people/appointments.ts'
import { leaveReviews } from '../pointsReview/leaveReviews.ts'
import { leaveShop } from '../redemption/leaveShop.ts'
import { leaveTasks } from '../task/leaveTasks.ts'
import type { UseCase } from '../useCase.ts'

/**
 * 注销: identity, contact details, the inbox and the points go; appeals, logs and the ledger keep the pseudonym that they
 * always had, so what is being handled is handled to its end, with nobody to ask. Who never said anything leaves nothing at all behind: then the
 * same request again, which meets a person made anew, ends the same.
 */
export const deletePerson: UseCase<'personalData.delete'> = async (context) => {
  const { person, now } = context
  const held = heldUntil(person.rates, now)
  if (held !== undefined) throw new Refusal('JUST_ACTED', { until: againAt(held) })
  const [[said], account] = await Promise.all([
    appealsOf(person._id, 'all', undefined, 1),
    accounts.get(person._id),
  ])
  // Before anything of theirs goes: who may not leave keeps everything.
  await inTransaction((transaction) => requireSuccessors(transaction, person, now))
  if (account) {
    await leaveShop(context)
    await leaveReviews(context)
  }
  await leaveTasks(context)
  await leaveHonours(context)
  await inTransaction(async (transaction) => {
    await requireSuccessors(transaction, person, now)
    for (const hat of hatsOf(person, now)) {
      const { id, name, ancestors } = hat.organisation
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
    await transaction.remove(subscriptions, person._id)
    await checks.removeAll({ 'about.id': person._id })
    if (account) {
      const before = await accountIn(transaction, person._id)
      await book(transaction, before, ...surrenderAll(before, now))
    }
    // What they did and is paid for later would lie there for nobody, with where they were.
    if (account) await transaction.update(accounts, person._id, { closed: true })
    else if (said) await transaction.add(accounts, { ...emptyAccount(person._id), closed: true })
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
  await nameAnew(person._id, now)
  return {}
}

/** Refuses to leave an organisation without an administrator. */
async function requireSuccessors(transaction: Transaction, person: Person, now: number): Promise<void> {
  for (const { role, organisation } of hatsOf(person, now))
    if (role === 'administrator')
      await requireAnotherAdministrator(transaction, organisation, person._id, now)
}
