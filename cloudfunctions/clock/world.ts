import type { Appeal, Named, Outgoing } from '../../domain/appeal/appeal.ts'
import { dueNow } from '../../domain/appeal/clockwork.ts'
import { weights } from '../../domain/appeal/derived.ts'
import { calledSince } from '../../domain/appeal/log.ts'
import { isStillThere, readsAsStaff } from '../../domain/appeal/recipients.ts'
import { type Handler, handlersAt, nameFor, withHandlers, withMore } from '../../domain/duty/naming.ts'
import type { Load, Rota } from '../../domain/duty/rota.ts'
import type { Person } from '../../domain/people/person.ts'
import type { PermissionKey } from '../../domain/permission.ts'
import { levelAbove, levelsAbove, type Organisation } from '../../domain/place/organisation.ts'
import { command } from '../store/collection.ts'
import { organisationsById } from '../store/organisations.ts'
import { appointmentsOf, staffOf } from '../store/people.ts'
import { rotas } from '../store/rotas.ts'

const staffRead = 500

/** What a batch of appeals needs to know of organisations, read at once, and of their staff, read when first asked for. */
export interface World {
  organisation(id: string): Organisation | undefined
  above(appeal: Appeal): Organisation | undefined
  /** As it is stored; undefined when nobody has planned it and nothing has come. */
  rota(organisationId: string): Promise<Rota | undefined>
  /** Who handles appeals there now. */
  handlers(organisationId: string): Promise<Handler[]>
  /** Whom it names for an appeal; what was named before in this batch counts. */
  named(organisationId: string, appeal: Appeal): Promise<Named | null>
  /** Whom it names for something else than an appeal of its own, which is not counted as their work. */
  somebody(
    organisationId: string,
    except: readonly string[],
    action?: PermissionKey,
  ): Promise<Named | undefined>
  /** Whether somebody whom an appeal concerns is to be told of it: not who is gone (注销), nor staff who left. */
  isThere(appeal: Appeal, outgoing: Outgoing): boolean
  /** Whether who has an appeal in hand still holds an appointment at its organisation. */
  isAtWork(appeal: Appeal, personId: string): boolean
  /** As what somebody whom an appeal concerns handles appeals at an organisation, and until when; undefined once they left. */
  post(organisationId: string, personId: string): Promise<Handler | undefined>
  /** Whose handlers have been enrolled in this batch. */
  enrolled: Set<string>
}

export async function worldOf(batch: readonly Appeal[], at: number): Promise<World> {
  const above = batch.flatMap((appeal) =>
    dueNow(appeal, at)?.what === 'breach' ? levelsAbove(appeal.organisation, appeal.trade) : [],
  )
  const holders = batch.map(({ organisation }) => organisation.id)
  const upper = batch.flatMap(({ organisation }) => organisation.catchAllId ?? [])
  const asked = batch.flatMap(({ outbox }) => outbox.flatMap(({ organisationId }) => organisationId ?? []))
  const ids = [...new Set([...holders, ...above, ...upper])]
  const withRotas = [...new Set([...ids, ...asked])]
  const people = concerned(batch, at)
  const [organisations, duty, held] = await Promise.all([
    organisationsById(ids),
    rotas.find({ where: { _id: command.in(withRotas) }, limit: withRotas.length }),
    appointmentsOf(people),
  ])
  const found = new Map(organisations.map((organisation) => [organisation._id, organisation]))
  const plans = new Map<string, Rota | undefined>(withRotas.map((id) => [id, undefined]))
  for (const rota of duty) plans.set(rota._id, rota)
  const staff = new Map<string, Promise<Person[]>>()
  const loads = new Map<string, Load>()

  const rotaOf = async (id: string) => {
    if (!plans.has(id)) plans.set(id, await rotas.get(id))
    return plans.get(id)
  }
  const staffAt = (id: string) => {
    const read = staff.get(id) ?? staffOf(id, undefined, staffRead)
    staff.set(id, read)
    // A read that failed must not fail for all others.
    read.catch(() => staff.delete(id))
    return read
  }
  const knowing = async (id: string, action?: PermissionKey) => {
    const [rota, all] = await Promise.all([rotaOf(id), staffAt(id)])
    return withHandlers(rota, id, handlersAt(id, all, at, action))
  }
  return {
    organisation: (id) => found.get(id),
    above: ({ organisation, trade }) => levelAbove(organisation, trade, organisations),
    rota: rotaOf,
    handlers: async (id) => handlersAt(id, await staffAt(id), at),
    async named(id, { reporterId, urgency }) {
      const rota = await knowing(id)
      const load = loads.get(id) ?? rota.load
      const named = nameFor({ ...rota, load }, at, [reporterId])
      if (named) loads.set(id, withMore(load, named.personId, weights[urgency]))
      return named
    },
    async somebody(id, except, action) {
      return nameFor(await knowing(id, action), at, except) ?? undefined
    },
    isThere(appeal, outgoing) {
      const { personId } = outgoing
      const appointments = held.get(personId)
      // Whom this batch has chosen was there a moment ago.
      if (!appointments) return !people.includes(personId)
      return !readsAsStaff(outgoing) || isStillThere(appeal, personId, appointments, at)
    },
    isAtWork: (appeal, personId) =>
      !people.includes(personId) || isStillThere(appeal, personId, held.get(personId) ?? [], at),
    async post(id, personId) {
      const appointments = held.get(personId)
      const known = appointments && [{ _id: personId, appointments }]
      return handlersAt(id, known ?? (await staffAt(id)), at).find((each) => each.personId === personId)
    },
    enrolled: new Set(),
  }
}

/** Who is told by what these have in their outbox, and by what the timer may do to them now. */
function concerned(batch: readonly Appeal[], at: number): string[] {
  const all = batch.flatMap((appeal) => [
    appeal.reporterId,
    appeal.responsible?.personId ?? '',
    appeal.named?.personId ?? '',
    ...appeal.outbox.map(({ personId }) => personId),
    ...(appeal.urgency === 'urgent' ? calledSince(appeal.events, appeal.acceptFrom) : []),
    ...(dueNow(appeal, at)?.what === 'close' ? appeal.supporters : []),
  ])
  return [...new Set(all)].filter((id) => id !== '')
}
