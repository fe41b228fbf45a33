import { peopleLimits } from '../../../domain/people/limits.ts'
import { wholeAppealsOf } from '../../store/appeals.ts'
import { viewOf } from '../appeal/view.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { appointmentRow } from './appointments.ts'
import { profileOf } from './profile.ts'

/** 导出: all that is stored about the caller, a few appeals with their whole logs at a time. */
export const exportData: UseCase<'person.export'> = async (context, { cursor }) => {
  const { person, caller } = context
  const [found, profile] = await Promise.all([
    wholeAppealsOf(person._id, cursorOf(cursor), peopleLimits.exported + 1),
    cursor === undefined ? profileOf(context) : undefined,
  ])
  const { rows, next } = paged(
    found,
    peopleLimits.exported,
    ({ createdAt }) => createdAt,
    (appeal) => appeal,
  )
  return {
    ...(profile && {
      person: { ...profile, appointments: person.appointments.map((each) => appointmentRow(person, each)) },
    }),
    appeals: await Promise.all(rows.map((appeal) => viewOf(appeal, { ...caller, hat: undefined }))),
    ...(next && { next }),
  }
}
