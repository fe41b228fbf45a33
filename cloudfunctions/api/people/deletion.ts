import { peopleLimits } from '../../../domain/people/limits.ts'
import { appealsOf } from '../../store/appeals.ts'
import { contacts } from '../../store/contacts.ts'
import { hatsOf } from '../caller.ts'
import type { UseCase } from '../useCase.ts'
import { hatView } from './me.ts'

/** What 注销 would do to the caller, so that they are told before they choose. */
export const deletion: UseCase<'person.deletion'> = async ({ person, now }) => {
  const [open, contact] = await Promise.all([
    appealsOf(person._id, 'open', undefined, peopleLimits.page),
    contacts.get(person._id),
  ])
  return {
    openAppeals: open.length,
    appointments: hatsOf(person, now)
      .map(hatView)
      .map(({ organisation, title }) => `${organisation.name} · ${title}`),
    phone: contact !== undefined,
  }
}
