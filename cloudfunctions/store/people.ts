import { randomUUID } from 'node:crypto'
import type { Hat, Role, Trade } from '../../domain/people/roles.ts'
import { collection, command } from './collection.ts'
import { inTransaction } from './transaction.ts'

/** A role in an organisation, for a time. */
export interface Appointment {
  id: string
  role: Role
  title?: string
  organisation: Hat['organisation']
  /** Milliseconds since 1970; null: open-ended. */
  until: number | null
}

/** A person with their hats: one document. Identity is the OPENID that WeChat vouches for. */
export interface Person {
  _id: string
  openid: string
  trade: Trade | null
  appointments: Appointment[]
  createdAt: number
}

export const people = collection<Person>('people')

/** The person of an OPENID; made at their first call. Two first calls at once make one person. */
export async function personOf(openid: string, now: number): Promise<Person> {
  const known = await find(openid)
  if (known) return known
  const person: Person = {
    _id: randomUUID().replaceAll('-', ''),
    openid,
    trade: null,
    appointments: [],
    createdAt: now,
  }
  if (await people.add(person)) return person
  const faster = await find(openid)
  if (!faster) throw new Error('a person was taken and is not there')
  return faster
}

async function find(openid: string): Promise<Person | undefined> {
  return (await people.find({ where: { openid }, limit: 1 }))[0]
}

/** Remembers what a person does for a living, so that they are asked once. */
export async function rememberTrade(person: Pick<Person, '_id'>, trade: Trade): Promise<void> {
  await people.update({ _id: person._id }, { trade })
}

/** Who was ever appointed at an organisation; with a name, only those whose appointment calls it otherwise. */
export function staffOf(organisationId: string, limit: number, nameNow?: string): Promise<Person[]> {
  const appointed = { 'appointments.organisation.id': organisationId }
  // The plain condition is the one that the index serves; the other one picks among what it finds.
  const otherwise = { 'organisation.id': organisationId, 'organisation.name': { $ne: nameNow } }
  const where =
    nameNow === undefined ? appointed : { ...appointed, appointments: command.elemMatch(otherwise) }
  return people.find({ where, sort: [['_id', 'asc']], limit })
}

export const countStaff = (organisationId: string): Promise<number> =>
  people.count({ 'appointments.organisation.id': organisationId })

/** Changes what a person is appointed to, by what is stored at that moment. */
export function changeAppointments(
  personId: string,
  change: (appointments: Appointment[]) => Appointment[],
): Promise<void> {
  return inTransaction(async (transaction) => {
    const person = await transaction.get(people, personId)
    if (person)
      await transaction.update(people, personId, { appointments: command.set(change(person.appointments)) })
  })
}
