import { collection } from './collection.ts'

/** Whom an errand is for, and where they live: read only by who holds its claim, in its window, after a look is noted. */
export interface Beneficiary {
  /** The task's id. */
  _id: string
  name: string
  address: string
  phone: string
  at: number
}

export const beneficiaries = collection<Beneficiary>('beneficiaries')
