import type { Appeal, Named } from '../../../domain/appeal/appeal.ts'
import { nameFor } from '../../../domain/duty/naming.ts'
import { levelAbove, levelsAbove, type Organisation } from '../../../domain/place/organisation.ts'
import { organisationsById } from '../../store/organisations.ts'
import { rotas } from '../../store/rotas.ts'

/** Whom an organisation names for an appeal that goes there. */
export async function namedAt(
  organisationId: string,
  { reporterId }: Pick<Appeal, 'reporterId'>,
  now: number,
): Promise<Named | null> {
  return nameFor(await rotas.get(organisationId), now, reporterId)
}

/** Who stands one level above the organisation that has an appeal, and is active; undefined at the top. */
export async function above({
  organisation,
  trade,
}: Pick<Appeal, 'organisation' | 'trade'>): Promise<Organisation | undefined> {
  const ids = levelsAbove(organisation, trade)
  return ids.length > 0 ? levelAbove(organisation, trade, await organisationsById(ids)) : undefined
}
