import { Refusal } from '../../../domain/errors.ts'
import type { Appointment } from '../../../domain/people/person.ts'
import { hatOrganisation } from '../../../domain/place/organisation.ts'
import { organisations } from '../../store/organisations.ts'
import { setupHash, setups } from '../../store/setups.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { appoint } from './invitationAccept.ts'
import { hatView } from './me.ts'

/** The first administrator, by the one-time code that deployment printed. */
export const setUp: UseCase<'administrator.setUp'> = (context, { code }) =>
  audited(context, 'administrator.setUp', async (transaction) => {
    const setup = await transaction.get(setups, 'administrator')
    if (!setup || setup.hash !== setupHash(code)) throw new Refusal('CODE_WRONG')
    if (setup.usedBy !== null) throw new Refusal('CODE_USED')
    const city = await transaction.get(organisations, setup.organisationId)
    if (!city) throw new Refusal('CITY_NOT_READY')
    const appointment: Appointment = {
      id: `setUp-${city._id}`,
      role: 'administrator',
      organisation: hatOrganisation(city),
      until: null,
    }
    await appoint(transaction, context.person._id, appointment, context.now)
    await transaction.update(setups, 'administrator', { usedBy: context.person._id })
    return {
      answer: { hat: hatView(appointment) },
      organisation: city,
      subjectId: context.person._id,
      words: '用设置码成为第一位管理员',
    }
  })
