import type { Rota } from '../../domain/duty/rota.ts'
import { collection } from './collection.ts'

/** Duty rotas, one an organisation; read and changed by the organisation's id alone. */
export const rotas = collection<Rota>('rotas')

/**
 * Puts a changed rota in place of the one that was read; false, and nothing saved, when somebody else was faster.
 * A rota of version 0 is not stored yet.
 */
export async function saveRota(read: Rota, changed: Omit<Rota, 'version'>): Promise<boolean> {
  const version = read.version + 1
  if (read.version === 0) return rotas.add({ ...changed, version })
  const { _id, ...fields } = changed
  return (await rotas.update({ _id, version: read.version }, { ...fields, version })) === 1
}
