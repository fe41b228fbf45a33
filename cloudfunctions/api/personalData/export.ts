import type { Output } from '../../../domain/contract.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import type { Person } from '../../../domain/people/person.ts'
import { wholeAppealsOf } from '../../store/appeals.ts'
import { looksAt } from '../../store/contacts.ts'
import { honoursOf } from '../../store/honours.ts'
import { noticesFor } from '../../store/notices.ts'
import { redemptionsOf } from '../../store/redemptions.ts'
import { rotas } from '../../store/rotas.ts'
import { subscriptions } from '../../store/subscriptions.ts'
import { tasksDone } from '../../store/tasks.ts'
import { transfersOf } from '../../store/transfers.ts'
import { viewOf } from '../appeal/view.ts'
import { honourRow } from '../honour/row.ts'
import { noticeView } from '../notice/list.ts'
import { cursorOf, paged } from '../page.ts'
import { appointmentRow } from '../people/appointments.ts'
import { lookView } from '../people/looks.ts'
import { profileOf } from '../people/profile.ts'
import { entryOf } from '../points/statement.ts'
import { redemptionRow } from '../redemption/row.ts'
import { doneRow } from '../task/record.ts'
import type { Context, UseCase } from '../useCase.ts'

/**
 * 导出: all that is stored about the caller, in parts: first appeals with their whole logs, the inbox and the points side
 * by side; when these are at their ends, what they did as volunteers, redeemed and were honoured for.
 */
export const exportData: UseCase<'personalData.export'> = (context, { cursor }) =>
  cursor?.startsWith(afterwards) ? doings(context, cursor.slice(afterwards.length)) : sayings(context, cursor)

const nothing = { appeals: [], notices: [], points: [], tasks: [], redemptions: [], honours: [] }
/** What the cursors of the second lists begin with. */
const afterwards = '>'

async function sayings(context: Context, cursor: string | undefined): Promise<Output<'personalData.export'>> {
  const { person, caller } = context
  const [from1, from2, from3] = cursorsOf(cursor)
  const most = peopleLimits.exportedNotices + 1
  const [found, told, moved, self] = await Promise.all([
    from1 === done ? [] : wholeAppealsOf(person._id, cursorOf(from1), peopleLimits.exported + 1),
    from2 === done ? [] : noticesFor(person._id, cursorOf(from2), most),
    from3 === done ? [] : transfersOf(person._id, cursorOf(from3), most),
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
  return {
    ...(self && { person: self }),
    ...nothing,
    appeals: appeals.rows.map((appeal) => viewOf(appeal, { ...caller, hat: undefined })),
    notices: notices.rows,
    points: points.rows,
    next: together(appeals.next, notices.next, points.next) ?? afterwards,
  }
}

async function doings({ person }: Context, cursor: string): Promise<Output<'personalData.export'>> {
  const [from1, from2, from3] = cursorsOf(cursor === '' ? undefined : cursor)
  const size = peopleLimits.exportedNotices
  const [did, redeemed, honoured] = await Promise.all([
    from1 === done ? [] : tasksDone(person._id, cursorOf(from1), size + 1),
    from2 === done ? [] : redemptionsOf(person._id, cursorOf(from2), size + 1),
    from3 === done ? [] : honoursOf(person._id, cursorOf(from3), size + 1),
  ])
  const tasks = paged(
    did,
    size,
    ({ from }) => from,
    (task) => doneRow(task, person._id),
  )
  const redemptions = paged(redeemed, size, ({ createdAt }) => createdAt, redemptionRow)
  const honours = paged(honoured, size, ({ createdAt }) => createdAt, honourRow)
  const next = together(tasks.next, redemptions.next, honours.next)
  return {
    ...nothing,
    tasks: tasks.rows,
    redemptions: redemptions.rows,
    honours: honours.rows,
    ...(next !== undefined && { next: `${afterwards}${next}` }),
  }
}

/** Of the lists that are read side by side: this one is at its end. */
const done = 'done'

/** Where lists that are read side by side go on, in one cursor; undefined when all are at their ends. */
const together = (...ends: (string | undefined)[]): string | undefined =>
  ends.some((end) => end !== undefined) ? ends.map((end) => end ?? done).join('|') : undefined

/** Where each of the lists goes on; undefined: at its beginning. */
const cursorsOf = (cursor: string | undefined): (string | undefined)[] =>
  cursor === undefined ? [] : cursor.split('|')

/** Everything but the lists. */
async function allOf({ person }: Pick<Context, 'person'>) {
  const [profile, looks, shifts, subscription] = await Promise.all([
    profileOf({ person }),
    looksAt(person._id, undefined, 100),
    shiftsOf(person),
    subscriptions.get(person._id),
  ])
  return {
    ...profile,
    appointments: person.appointments.map((each) => appointmentRow(person, each)),
    looks: looks.map(lookView),
    reminders: subscription?.quota ?? {},
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
