import type { Appeal, Named } from '../../../domain/appeal/appeal.ts'
import { handlersAt, nameFor, withHandlers } from '../../../domain/duty/naming.ts'
import { levelAbove, levelsAbove, type Organisation } from '../../../domain/place/organisation.ts'
import { organisationsById } from '../../store/organisations.ts'
import { staffOf } from '../../store/people.ts'
import { rotas } from '../../store/rotas.ts'

/**
 * Whom an organisation names for an appeal that goes there. Where its rota knows nobody yet, the timer names somebody
 * within the minute (docs/decisions/41): what is sent does not wait for a look at its staff.
 */
export async function namedAt(
  organisationId: string,
  { reporterId }: Pick<Appeal, 'reporterId'>,
  now: number,
): Promise<Named | null> {
  return nameFor(await rotas.get(organisationId), now, [reporterId])
}

/** The same for help that is asked of an organisation: where its rota knows nobody, somebody of its staff. */
export async function helperAt(
  organisationId: string,
  { reporterId }: Pick<Appeal, 'reporterId'>,
  now: number,
): Promise<Named | undefined> {
  const rota = await rotas.get(organisationId)
  const known = nameFor(rota, now, [reporterId])
  if (known) return known
  const handlers = handlersAt(organisationId, await staffOf(organisationId, undefined, staffRead), now)
  return nameFor(withHandlers(rota, organisationId, handlers), now, [reporterId]) ?? undefined
}

const staffRead = 500

/** Who stands one level above the organisation that has an appeal, and is active; undefined at the top. */
export async function above({
  organisation,
  trade,
}: Pick<Appeal, 'organisation' | 'trade'>): Promise<Organisation | undefined> {
  const ids = levelsAbove(organisation, trade)
  return ids.length > 0 ? levelAbove(organisation, trade, await organisationsById(ids)) : undefined
}
