import { createHash } from 'node:crypto'
import { collection } from './collection.ts'

/** The code by which the first administrator comes in; one document, made at deployment, used once. */
export interface Setup {
  _id: 'administrator'
  /** SHA-256 of the code, in hexadecimal digits. */
  hash: string
  organisationId: string
  usedBy: string | null
}

export const setups = collection<Setup>('setups')

/** How a setup code is stored; spaces, dashes and capitals don't matter. */
export const setupHash = (code: string): string =>
  createHash('sha256').update(code.replace(/[\s-]/g, '').toUpperCase()).digest('hex')
