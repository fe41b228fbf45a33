import { peopleLimits } from '../../../domain/people/limits.ts'
import { allPoints } from '../../../domain/points/account.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { accounts } from '../../store/accounts.ts'
import { appealsOf } from '../../store/appeals.ts'
import { contacts } from '../../store/contacts.ts'
import { openRedemptionsOf } from '../../store/redemptions.ts'
import { hatsOf } from '../caller.ts'
import { hatView } from '../people/me.ts'
import type { UseCase } from '../useCase.ts'

/** What 注销 would do to the caller, so that they are told before they choose. */
export const deletion: UseCase<'personalData.deletion'> = async ({ person, now }) => {
  const [open, contact, account, redeeming] = await Promise.all([
    appealsOf(person._id, 'open', undefined, peopleLimits.page),
    contacts.get(person._id),
    accounts.get(person._id),
    openRedemptionsOf(person._id, pointsLimits.page),
  ])
  return {
    openAppeals: open.length,
    appointments: hatsOf(person, now)
      .map(hatView)
      .map(({ organisation, title }) => `${organisation.name} · ${title}`),
    phone: contact !== undefined,
    points: account ? allPoints(account) : 0,
    redemptions: redeeming.length,
  }
}
