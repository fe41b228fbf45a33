import type { Loaded } from '../../domain/appeal/appeal.ts'
import type { Handler } from '../../domain/duty/naming.ts'
import { emptyRota, type Rota } from '../../domain/duty/rota.ts'
import { collection, command } from './collection.ts'

/** Duty rotas, one an organisation; read and changed by the organisation's id alone. */
export const rotas = collection<Rota>('rotas')

/**
 * Puts a changed rota in place of the one that was read; false, and nothing saved, when somebody else was faster.
 * A rota of version 0 may not be stored yet.
 */
export async function saveRota(read: Rota, changed: Omit<Rota, 'version'>): Promise<boolean> {
  const version = read.version + 1
  // What the timer counts is not the planner's to overwrite.
  const { _id, load: _, ...fields } = changed
  if ((await rotas.update({ _id, version: read.version }, { ...fields, version })) === 1) return true
  return read.version === 0 && rotas.add({ _id, ...fields, version })
}

// More than a night of appeals: what the timer repeats, it repeats at once.
const countedKept = 200

/**
 * Counts a share of work to, or off, somebody's load; the same `key` once. `sign` is 1 when it comes, -1 when it goes.
 * Who has left has no load that anything could be counted off.
 */
export async function countLoad(
  { organisationId, personId, weight }: Loaded,
  handler: Omit<Handler, 'personId'> | undefined,
  sign: 1 | -1,
  key: string,
): Promise<void> {
  const path = `load.people.${personId}`
  const change = {
    [`${path}.weight`]: command.inc(sign * weight),
    ...(handler !== undefined && {
      [`${path}.title`]: handler.title,
      [`${path}.until`]: handler.until ?? command.remove(),
    }),
    'load.counted': command.push({ each: [key], slice: -countedKept } as never),
  }
  const where = {
    _id: organisationId,
    'load.counted': command.neq(key),
    ...(sign < 0 && { [path]: command.exists(true) }),
  }
  if ((await rotas.update(where, change)) > 0 || sign < 0) return
  if (await rotas.add({ ...emptyRota(organisationId), load: { people: {}, counted: [] } }))
    await rotas.update(where, change)
}

/** Lets a load know who handles appeals at its organisation now: newcomers begin with nothing, who left is not named. */
export async function enrol(rota: Rota, handlers: readonly Handler[]): Promise<void> {
  const known = rota.load?.people ?? {}
  const gone = Object.keys(known).filter((id) => !handlers.some(({ personId }) => personId === id))
  const fresh = newcomers(rota, handlers)
  for (const { personId, ...handler } of fresh)
    await rotas.update(
      { _id: rota._id, [`load.people.${personId}`]: command.exists(false) },
      { [`load.people.${personId}`]: command.set({ ...handler, weight: 0 }) },
    )
  const changed = {
    ...Object.fromEntries(gone.map((id) => [`load.people.${id}`, command.remove()])),
    ...Object.fromEntries(
      handlers
        .filter(({ personId, until }) => known[personId] && known[personId].until !== until)
        .map(({ personId, until }) => [`load.people.${personId}.until`, until ?? command.remove()]),
    ),
  }
  if (Object.keys(changed).length > 0) await rotas.update({ _id: rota._id }, changed)
}

/** Handlers whom a load does not know yet. */
export const newcomers = ({ load }: Rota, handlers: readonly Handler[]): Handler[] =>
  handlers.filter(({ personId }) => !Object.hasOwn(load?.people ?? {}, personId))
