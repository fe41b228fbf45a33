import { limits } from '../../../domain/duty/limits.ts'
import { emptyRota, type Rota } from '../../../domain/duty/rota.ts'
import { Refusal } from '../../../domain/errors.ts'
import { rotas, saveRota } from '../../store/rotas.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'
import { requireHat } from './colleague.ts'

const attempts = 8

/**
 * The way of every change of the rota under the caller's hat: load → decide → save. A request that was carried out
 * before gets its first answer again. Whoever comes second decides anew on what is there by then, so that a note or a
 * swap is not lost because somebody else wrote at the same moment.
 */
export async function changeRota(
  context: Context,
  decide: (
    rota: Rota,
  ) => Partial<Omit<Rota, '_id' | 'version'>> | Promise<Partial<Omit<Rota, '_id' | 'version'>>>,
): Promise<{ version: number }> {
  const { person } = context
  const requestId = requestKey(context)
  const organisationId = requireHat(context).organisation.id
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const rota = await rotaOf(organisationId)
    const earlier = rota.answered.find((each) => each.requestId === requestId && each.personId === person._id)
    if (earlier) return { version: earlier.version }
    const change = await decide(rota)
    const { version: _, ...before } = rota
    const version = rota.version + 1
    const answered = [{ requestId, personId: person._id, version }, ...rota.answered].slice(
      0,
      limits.answered,
    )
    if (await saveRota(rota, { ...before, ...change, answered })) return { version }
  }
  throw new Refusal('ROTA_STALE')
}

/** The rota of an organisation; an empty one when nobody has planned it yet. */
export async function rotaOf(organisationId: string): Promise<Rota> {
  return (await rotas.get(organisationId)) ?? emptyRota(organisationId)
}
