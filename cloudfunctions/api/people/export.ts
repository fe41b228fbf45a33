import { peopleLimits } from '../../../domain/people/limits.ts'
import type { Person } from '../../../domain/people/person.ts'
import { wholeAppealsOf } from '../../store/appeals.ts'
import { looksAt } from '../../store/contacts.ts'
import { noticesFor } from '../../store/notices.ts'
import { rotas } from '../../store/rotas.ts'
import { transfersOf } from '../../store/transfers.ts'
import { viewOf } from '../appeal/view.ts'
import { noticeView } from '../notice/list.ts'
import { cursorOf, paged } from '../page.ts'
import { entryOf } from '../points/statement.ts'
import type { Context, UseCase } from '../useCase.ts'
import { appointmentRow } from './appointments.ts'
import { lookView } from './looks.ts'
import { profileOf } from './profile.ts'

/** 导出: all that is stored about the caller, a few appeals with their whole logs and a part of the inbox at a time. */
export const exportData: UseCase<'person.export'> = async (context, { cursor }) => {
  const { person, caller } = context
  const from = cursorsOf(cursor)
  const [found, told, moved, self] = await Promise.all([
    from.appeals === done
      ? []
      : wholeAppealsOf(person._id, cursorOf(from.appeals), peopleLimits.exported + 1),
    from.notices === done
      ? []
      : noticesFor(person._id, cursorOf(from.notices), peopleLimits.exportedNotices + 1),
    from.points === done
      ? []
      : transfersOf(person._id, cursorOf(from.points), peopleLimits.exportedNotices + 1),
    cursor === undefined ? allOf(context) : undefined,
  ])
  const appeals = paged(
    found,
    peopleLimits.exported,
    ({ createdAt }) => createdAt,
    (appeal) => appeal,
  )
  const notices = paged(told, peopleLimits.exportedNotices, ({ at }) => at, noticeView)
  const points = paged(
    moved,
    peopleLimits.exportedNotices,
    ({ at }) => at,
    (transfer) => entryOf(transfer),
  )
  const ends = [appeals.next, notices.next, points.next]
  return {
    ...(self && { person: self }),
    appeals: appeals.rows.map((appeal) => viewOf(appeal, { ...caller, hat: undefined })),
    notices: notices.rows,
    points: points.rows,
    ...(ends.some((end) => end !== undefined) && { next: ends.map((end) => end ?? done).join('|') }),
  }
}

/** Of the lists that are read side by side: this one is at its end. */
const done = 'done'

/** Where each of the lists goes on; undefined: at its beginning. */
function cursorsOf(cursor: string | undefined): { appeals?: string; notices?: string; points?: string } {
  if (cursor === undefined) return {}
  const [appeals = '', notices = '', points = ''] = cursor.split('|')
  return { appeals, notices, points }
}

/** Everything but the appeals and the inbox. */
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
