import { handlersAt } from '../../../domain/duty/naming.ts'
import { forgetPerson, withColleague, withoutPerson } from '../../../domain/duty/plan.ts'
import type { Rota } from '../../../domain/duty/rota.ts'
import type { Person } from '../../../domain/people/person.ts'
import { command } from '../../store/collection.ts'
import { rotas } from '../../store/rotas.ts'
import type { Transaction } from '../../store/transaction.ts'
import { colleagueOf } from './colleague.ts'

/**
 * Takes somebody off an organisation's rota, in the transaction that ends what let them be on it; who can still be on
 * it by another appointment is there as long as that lasts. Who can handle nothing there any more is named for nothing.
 */
export async function leaveRota(
  transaction: Transaction,
  organisationId: string,
  person: Person,
  now: number,
): Promise<void> {
  const rota = await transaction.get(rotas, organisationId)
  if (!rota) return
  const still = colleagueOf(person, organisationId, now)
  const left = still ? withColleague(rota, still) : withoutPerson(rota, person._id)
  const [handler] = handlersAt(organisationId, [person], now)
  await change(transaction, rota, left, {
    ...(!handler && unnamed(rota, person._id)),
    ...(handler &&
      rota.load?.people[person._id] && {
        [`load.people.${person._id}.until`]: handler.until ?? command.remove(),
      }),
  })
}

/** Takes somebody who has everything deleted off a rota, and their name out of what it remembers. */
export async function forgetOnRota(
  transaction: Transaction,
  organisationId: string,
  personId: string,
): Promise<void> {
  const rota = await transaction.get(rotas, organisationId)
  if (rota) await change(transaction, rota, forgetPerson(rota, personId), unnamed(rota, personId))
}

/** Nobody names them any more; nothing where nobody would. */
const unnamed = ({ load }: Rota, personId: string): Record<string, unknown> =>
  load?.people[personId] ? { [`load.people.${personId}`]: command.remove() } : {}

async function change(
  transaction: Transaction,
  { _id, version }: Rota,
  plan: Partial<Rota> | undefined,
  load: Record<string, unknown>,
): Promise<void> {
  const changes = { ...load, ...(plan && { ...plan, version: version + 1 }) }
  if (Object.keys(changes).length > 0) await transaction.update(rotas, _id, changes)
}
