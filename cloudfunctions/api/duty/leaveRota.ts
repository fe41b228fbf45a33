import { withoutPerson } from '../../../domain/duty/plan.ts'
import type { Person } from '../../../domain/people/person.ts'
import { rotas } from '../../store/rotas.ts'
import type { Transaction } from '../../store/transaction.ts'
import { colleagueOf } from './colleague.ts'

/** Takes somebody off an organisation's rota, in the transaction that ends what let them be on it. */
export async function leaveRota(
  transaction: Transaction,
  organisationId: string,
  person: Person,
  now: number,
): Promise<void> {
  if (colleagueOf(person, organisationId, now)) return
  const rota = await transaction.get(rotas, organisationId)
  const left = rota && withoutPerson(rota, person._id)
  if (left) await transaction.update(rotas, organisationId, { ...left, version: rota.version + 1 })
}
