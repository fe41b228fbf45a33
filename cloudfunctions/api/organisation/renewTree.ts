import type { Person } from '../../../domain/people/person.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { nameKeys } from '../../../domain/place/nameKeys.ts'
import {
  hatOrganisation,
  type ListedOrganisation,
  type Organisation,
  organisationReference,
  type Unsettled,
} from '../../../domain/place/organisation.ts'
import { regrafted } from '../../../domain/place/placement.ts'
import { appealIdsAt, renewReference } from '../../store/appealMoves.ts'
import { renewHonours } from '../../store/honours.ts'
import { renewInvitations } from '../../store/invitations.ts'
import {
  allBelow,
  allBelowWithKeys,
  type KeyedOrganisation,
  organisationChange,
  organisations,
  organisationsById,
} from '../../store/organisations.ts'
import { reregister, staffOf } from '../../store/people.ts'
import { renewReviews } from '../../store/reviews.ts'
import { rotas } from '../../store/rotas.ts'
import { renewTasks } from '../../store/tasks.ts'
import type { Batch } from './progress.ts'
import { reappoint } from './reappoint.ts'
import { renewKeys } from './renewKeys.ts'

/**
 * A move or a new name: the organisation itself, then all below it by their ids; of each its place in the tree, then
 * what its appeals remember of it, then what its people's appointments, its rota and its open invitations do. Every
 * write says what must stand there, not what changes: done twice, it is as done once.
 */
export async function renewTree(root: Organisation, unsettled: Unsettled, now: number): Promise<Batch> {
  const start = unsettled.after ?? { organisation: root._id, appeal: '' }
  const queue = await queueFrom(root, start)
  const nameOf = await namesAbove(root, queue)
  let room: number = placeLimits.settle
  let done = 0
  for (const each of queue) {
    const resumed = each._id === start.organisation && start.appeal !== ''
    const current = each._id === root._id ? root : await regraft(each, root, nameOf)
    await reregister(each._id, registeredAt(current))
    await renewTasks(each._id, hatOrganisation(current))
    await renewReviews(each._id, hatOrganisation(current))
    await renewHonours(each._id, current)
    const ids = await appealIdsAt(each._id, resumed ? start.appeal : '', room)
    if (ids.length > 0) await renewReference(ids, organisationReference(current))
    if (ids.length > 0 && unsettled.why === 'move') await renewKeys(ids, each._id)
    room -= ids.length + (each._id === root._id ? 0 : 1)
    if (room <= 0)
      return { ...spent(room, done), after: { organisation: each._id, appeal: ids.at(-1) ?? '' } }
    const stale = (await staffOf(each._id, undefined, mostStaff)).filter((person) => isStale(person, current))
    const some = stale.slice(0, room)
    await reappoint(some, each._id, current, now)
    await rotas.update({ _id: each._id }, { ancestors: current.ancestors })
    await renewInvitations(hatOrganisation(current))
    room -= some.length
    if (room <= 0) {
      const appeal = ids.at(-1) ?? (resumed ? start.appeal : '')
      return { ...spent(room, done), after: { organisation: each._id, appeal } }
    }
    done += 1
  }
  const last = queue.at(-1)?._id ?? root._id
  const [next] = await allBelow(root._id, last === root._id ? '' : last, 1)
  return { ...spent(room, done), after: next && { organisation: next._id, appeal: '' } }
}

/** What somebody who registered there remembers of it. */
const registeredAt = ({ _id, name, ancestors }: ListedOrganisation) => ({ id: _id, name, ancestors })

/** More than work at any organisation. */
const mostStaff = 200

/** Whether an appointment remembers the organisation otherwise than it is now. */
function isStale({ appointments }: Person, { _id, name, ancestors }: ListedOrganisation): boolean {
  return appointments.some(
    ({ organisation }) =>
      organisation.id === _id &&
      (organisation.name !== name || organisation.ancestors.join() !== ancestors.join()),
  )
}

const spent = (room: number, done: number) => ({ moved: placeLimits.settle - room, done })

type Start = NonNullable<Unsettled['after']>

async function queueFrom(root: Organisation, { organisation: from }: Start): Promise<KeyedOrganisation[]> {
  if (from === root._id) return [root, ...(await allBelowWithKeys(root._id, '', placeLimits.settle))]
  const first = await organisations.get(from)
  const rest = await allBelowWithKeys(root._id, from, placeLimits.settle)
  return first?.ancestors.includes(root._id) ? [first, ...rest] : rest
}

/** The names of all that stand above those in the queue, as they are now. */
async function namesAbove(root: Organisation, queue: readonly ListedOrganisation[]) {
  const ids = [...new Set([...queue, root].flatMap(({ ancestors }) => ancestors))]
  const above = ids.length > 0 ? await organisationsById(ids) : []
  const names = new Map([...above, root].map(({ _id, name }) => [_id, name]))
  return (id: string) => names.get(id)
}

async function regraft(
  organisation: KeyedOrganisation,
  root: Organisation,
  nameOf: (id: string) => string | undefined,
): Promise<ListedOrganisation> {
  const placement = regrafted(organisation, root, nameOf)
  const write = (read: KeyedOrganisation) =>
    organisations.update(
      // What its keys follow from, as it was read.
      { _id: read._id, name: read.name, active: read.active },
      organisationChange({ ...placement, nameKeys: nameKeys({ ...read, ...placement }) }),
    )
  if ((await write(organisation)) > 0) return { ...organisation, ...placement }
  // Renamed, closed or opened at this moment; or it stands so already.
  const now = (await organisations.get(organisation._id)) ?? organisation
  await write(now)
  return { ...now, ...placement }
}
