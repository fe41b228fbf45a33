import { randomInt } from 'node:crypto'
import type { Actor } from '../../domain/people/actor.ts'
import { collection } from './collection.ts'

/** Whom an errand is for, and where they live: read only by who holds its claim, in its window, after a look is noted. */
export interface Beneficiary {
  /** The task's id. */
  _id: string
  name: string
  address: string
  phone: string
  /** Ten digits by which they can say thank you. */
  thanksCode: string
  /** When they did; null before. */
  thankedAt: number | null
  /** The request that said it. */
  thankedBy?: string
  at: number
}

/** One look at an address: who, when. Never edited; removed when it has been kept for long enough. */
export interface BeneficiaryLook {
  _id: string
  task: string
  by: Actor
  at: number
}

export const beneficiaries = collection<Beneficiary>('beneficiaries')
export const beneficiaryLooks = collection<BeneficiaryLook>('beneficiaryLooks')

/** The errand of a code that was given to its beneficiary. */
export const beneficiaryOfCode = async (thanksCode: string): Promise<Beneficiary | undefined> =>
  (await beneficiaries.find({ where: { thanksCode }, limit: 1 }))[0]

/** Ten digits that nobody guesses. */
export const newThanksCode = (): string => String(randomInt(10 ** 10)).padStart(10, '0')

/** Puts another name and door in place of the one that was said; the code of thanks that was given out stays good. */
export async function readdress(
  task: string,
  { name, address, phone }: Pick<Beneficiary, 'name' | 'address' | 'phone'>,
  now: number,
): Promise<void> {
  if ((await beneficiaries.update({ _id: task }, { name, address, phone, at: now })) > 0) return
  await beneficiaries.put({
    _id: task,
    name,
    address,
    phone,
    thanksCode: newThanksCode(),
    thankedAt: null,
    at: now,
  })
}

/** Lets the next one of a series go to the same door, with a code of thanks of its own; once. */
export async function copyBeneficiary(from: string, to: string, now: number): Promise<void> {
  const found = await beneficiaries.get(from)
  if (!found) return
  const { name, address, phone } = found
  await beneficiaries.add({
    _id: to,
    name,
    address,
    phone,
    thanksCode: newThanksCode(),
    thankedAt: null,
    at: now,
  })
}
