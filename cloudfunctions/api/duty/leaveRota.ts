import { forgetPerson, withColleague, withoutPerson } from '../../../domain/duty/plan.ts'
import type { Person } from '../../../domain/people/person.ts'
import { rotas } from '../../store/rotas.ts'
import type { Transaction } from '../../store/transaction.ts'
import { colleagueOf } from './colleague.ts'

/**
 * Takes somebody off an organisation's rota, in the transaction that ends what let them be on it; who can still be on
 * it by another appointment is there as long as that lasts.
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
  if (left) await transaction.update(rotas, organisationId, { ...left, version: rota.version + 1 })
}

/** Takes somebody who has everything deleted off a rota, and their name out of what it remembers. */
export async function forgetOnRota(
  transaction: Transaction,
  organisationId: string,
  personId: string,
): Promise<void> {
  const rota = await transaction.get(rotas, organisationId)
  const left = rota && forgetPerson(rota, personId)
  if (left) await transaction.update(rotas, organisationId, { ...left, version: rota.version + 1 })
}
