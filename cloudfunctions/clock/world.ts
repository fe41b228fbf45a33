import type { Appeal, Named } from '../../domain/appeal/appeal.ts'
import { dueNow } from '../../domain/appeal/clockwork.ts'
import { nameFor } from '../../domain/duty/naming.ts'
import type { Rota } from '../../domain/duty/rota.ts'
import { levelAbove, levelsAbove, type Organisation } from '../../domain/place/organisation.ts'
import { command } from '../store/collection.ts'
import { organisationsById } from '../store/organisations.ts'
import { peopleGone } from '../store/people.ts'
import { rotas } from '../store/rotas.ts'

/** What a batch of appeals needs to know of organisations, read at once. */
export interface World {
  organisation(id: string): Organisation | undefined
  above(appeal: Appeal): Organisation | undefined
  rota(organisationId: string): Rota | undefined
  named(organisationId: string, appeal: Appeal): Named | null
  /** Of those who may have to be told, who had everything about them deleted. */
  gone: ReadonlySet<string>
  /** Whose handlers have been enrolled in this batch. */
  enrolled: Set<string>
}

export async function worldOf(batch: readonly Appeal[], at: number): Promise<World> {
  const above = batch.flatMap((appeal) =>
    dueNow(appeal, at)?.what === 'breach' ? levelsAbove(appeal.organisation, appeal.trade) : [],
  )
  const holders = batch.map(({ organisation }) => organisation.id)
  const upper = batch.flatMap(({ organisation }) => organisation.catchAllId ?? [])
  const ids = [...new Set([...holders, ...above, ...upper])]
  const [organisations, duty, gone] = await Promise.all([
    organisationsById(ids),
    rotas.find({ where: { _id: command.in(ids) }, limit: ids.length }),
    goneOf(batch, at),
  ])
  const found = new Map(organisations.map((organisation) => [organisation._id, organisation]))
  const plans = new Map(duty.map((rota) => [rota._id, rota]))
  return {
    organisation: (id) => found.get(id),
    above: ({ organisation, trade }) => levelAbove(organisation, trade, organisations),
    rota: (id) => plans.get(id),
    named: (id, { reporterId }) => nameFor(plans.get(id), at, reporterId),
    gone,
    enrolled: new Set(),
  }
}

/** Who is told by what these have in their outbox, and by what the timer may do to them now. */
function goneOf(batch: readonly Appeal[], at: number): Promise<ReadonlySet<string>> {
  const concerned = batch.flatMap((appeal) => [
    appeal.reporterId,
    appeal.responsible?.personId ?? '',
    appeal.named?.personId ?? '',
    ...appeal.outbox.map(({ personId }) => personId),
    ...(dueNow(appeal, at)?.what === 'close' ? appeal.supporters : []),
  ])
  return peopleGone([...new Set(concerned)].filter((id) => id !== ''))
}
