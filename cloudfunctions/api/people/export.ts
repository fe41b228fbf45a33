import { peopleLimits } from '../../../domain/people/limits.ts'
import type { Person } from '../../../domain/people/person.ts'
import { wholeAppealsOf } from '../../store/appeals.ts'
import { looksAt } from '../../store/contacts.ts'
import { rotas } from '../../store/rotas.ts'
import { viewOf } from '../appeal/view.ts'
import { cursorOf, paged } from '../page.ts'
import type { Context, UseCase } from '../useCase.ts'
import { appointmentRow } from './appointments.ts'
import { lookView } from './looks.ts'
import { profileOf } from './profile.ts'

/** 导出: all that is stored about the caller, a few appeals with their whole logs at a time. */
export const exportData: UseCase<'person.export'> = async (context, { cursor }) => {
  const { person, caller } = context
  const [found, self] = await Promise.all([
    wholeAppealsOf(person._id, cursorOf(cursor), peopleLimits.exported + 1),
    cursor === undefined ? allOf(context) : undefined,
  ])
  const { rows, next } = paged(
    found,
    peopleLimits.exported,
    ({ createdAt }) => createdAt,
    (appeal) => appeal,
  )
  return {
    ...(self && { person: self }),
    appeals: await Promise.all(rows.map((appeal) => viewOf(appeal, { ...caller, hat: undefined }))),
    ...(next && { next }),
  }
}

/** Everything but the appeals. */
async function allOf({ person }: Pick<Context, 'person'>) {
  const [profile, looks, shifts] = await Promise.all([
    profileOf({ person }),
    looksAt(person._id, undefined, 100),
    shiftsOf(person),
  ])
  return {
    ...profile,
    appointments: person.appointments.map((each) => appointmentRow(person, each)),
    looks: looks.map(lookView),
    shifts,
  }
}

async function shiftsOf({ _id, appointments }: Person) {
  const places = new Map(appointments.map(({ organisation: { id, name } }) => [id, name]))
  const found = await Promise.all([...places.keys()].map((id) => rotas.get(id)))
  return found.flatMap((rota) =>
    (rota?.weekly ?? [])
      .filter(({ who }) => who.personId === _id)
      .map(({ weekday, from, to }) => {
        const id = rota?._id ?? ''
        return { organisation: { id, name: places.get(id) ?? '' }, weekday, from, to }
      }),
  )
}
