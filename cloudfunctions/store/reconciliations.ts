import type { LedgerFault } from '../../domain/points/reconcile.ts'
import { collection } from './collection.ts'

/** How far the check of the ledger has come on a day, and what it found. */
export interface Reconciliation {
  _id: string
  /** The day in Beijing on which it began. */
  day: string
  /** The last person who was checked. */
  after: string
  persons: number
  transfers: number
  faultCount: number
  /** The first of them. */
  faults: LedgerFault[]
  startedAt: number
  finishedAt: number | null
}

export const reconciliations = collection<Reconciliation>('reconciliations')
export const nightlyId = 'ledger'
