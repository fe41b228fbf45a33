import { randomUUID } from 'node:crypto'
import type { Appointment, Person } from '../../domain/people/person.ts'
import { type RatedAction, rateKey, rates, weigh } from '../../domain/people/rates.ts'
import type { Trade } from '../../domain/people/roles.ts'
import { nameKey, ownKey, roleKey, staffKeys } from '../../domain/people/staff.ts'
import { noVolunteering } from '../../domain/task/standing.ts'
import { collection, command } from './collection.ts'
import { inTransaction } from './transaction.ts'

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

/**
 * Counts a request against the rate of its action, in one conditional update, so that a burst that arrives at once
 * is counted too. The moment until which it is too much, or undefined when it may go on; the same request counts once.
 */
export async function countRate(
  person: Person,
  action: RatedAction,
  request: string,
  now: number,
): Promise<number | undefined> {
  const key = `rates.${rateKey(action)}`
  let counted = person.rates?.[rateKey(action)]
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const verdict = weigh(action, counted, request, now)
    if (verdict === 'counted') return undefined
    if (typeof verdict === 'object') return verdict.until
    const changed =
      verdict === 'fresh'
        ? await people.update(
            { _id: person._id, [`${key}.since`]: counted ? counted.since : command.exists(false) },
            { [key]: command.set({ since: now, requests: [request] }) },
          )
        : await people.update(
            {
              _id: person._id,
              [`${key}.since`]: counted?.since ?? now,
              [`${key}.requests`]: command.neq(request),
              // Room for one more: as yet nothing stands in the last place.
              [`${key}.requests.${rates[action].most - 1}`]: command.exists(false),
            },
            { [`${key}.requests`]: command.push([request]) },
          )
    if (changed > 0) return undefined
    counted = (await people.get(person._id))?.rates?.[rateKey(action)]
  }
  return undefined
}

/** Takes a request out of the count of a rate: it was no guess. */
export async function uncountRate(
  { _id }: Pick<Person, '_id'>,
  action: RatedAction,
  request: string,
): Promise<void> {
  await people.update({ _id }, { [`rates.${rateKey(action)}.requests`]: command.pull(request) })
}

/** Staff of an organisation and all below it, by id; narrowed to a role. */
export function staffWithin(
  organisationId: string,
  role: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<Person[]> {
  return people.find({
    where: {
      staffKeys: role === undefined ? organisationId : roleKey(organisationId, role),
      ...(after !== undefined && { _id: command.gt(after) }),
    },
    sort: [['_id', 'asc']],
    limit,
    without: privately,
  })
}

/** Staff of an organisation alone, by id from `after` on; with all that is stored of them. */
export function staffOf(organisationId: string, after: string | undefined, limit: number): Promise<Person[]> {
  return people.find({
    where: { staffKeys: ownKey(organisationId), ...(after !== undefined && { _id: command.gt(after) }) },
    sort: [['_id', 'asc']],
    limit,
  })
}

/** Secretaries of some organisations, in no order; their ids. */
export function secretariesOf(organisationIds: string[], limit: number): Promise<Pick<Person, '_id'>[]> {
  const keys = organisationIds.map((id) => roleKey(ownKey(id), 'secretary'))
  return people.find({ where: { staffKeys: command.in(keys) }, limit, only: ['createdAt'] })
}

/** Who administers some organisations themselves, in no order; their ids. */
export function administratorsOf(organisationIds: string[], limit: number): Promise<Pick<Person, '_id'>[]> {
  const keys = organisationIds.map((id) => roleKey(ownKey(id), 'administrator'))
  return people.find({ where: { staffKeys: command.in(keys) }, limit, only: ['createdAt'] })
}

export const countStaff = (organisationId: string): Promise<number> =>
  people.count({ staffKeys: ownKey(organisationId) })

/** Changes what a person is appointed to, by what is stored at that moment. */
export function changeAppointments(
  personId: string,
  change: (appointments: Appointment[]) => Appointment[],
  now: number,
): Promise<void> {
  return inTransaction(async (transaction) => {
    const person = await transaction.get(people, personId)
    if (!person) return
    const appointments = change(person.appointments)
    await transaction.update(people, personId, {
      appointments: command.set(appointments),
      staffKeys: command.set(staffKeys(appointments, person.nickname, now)),
    })
  })
}

/** Lets those who registered with a community be registered with its heir, or with it under its new name. */
export function reregister(formerId: string, community: NonNullable<Person['community']>): Promise<number> {
  return people.update({ 'community.id': formerId }, { community: command.set(community) })
}

/** The people with these ids that exist, in no order. */
export function peopleById(ids: string[]): Promise<Person[]> {
  return people.find({ where: { _id: command.in(ids) }, limit: ids.length, without: privately })
}

/** Staff of an organisation and all below it in whose nickname the text stands; in no order. */
export function staffNamed(
  organisationId: string,
  text: string,
  role: string | undefined,
  limit: number,
): Promise<Person[]> {
  const key = nameKey(role === undefined ? organisationId : roleKey(organisationId, role), text)
  return people.find({
    // In raw operators, because the SDK's elemMatch doesn't encode a command inside it.
    where: { staffKeys: command.elemMatch({ $gte: key, $lt: `${key}\uffff` }) },
    limit,
    without: privately,
  })
}

const lookedUp = 500

/** What these people are appointed to, by id; who had everything about them deleted (注销) is not among them. */
export async function appointmentsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Appointment[]>> {
  const held = new Map<string, Appointment[]>()
  for (let start = 0; start < ids.length; start += lookedUp) {
    const some = ids.slice(start, start + lookedUp)
    const found = await people.find({
      where: { _id: command.in(some) },
      limit: some.length,
      only: ['deletedAt', 'appointments'],
    })
    for (const { _id, deletedAt, appointments } of found)
      if (deletedAt === undefined) held.set(_id, appointments)
  }
  return held
}

// Lists need names and appointments, nothing else.
const privately = ['openid', 'rates', 'staffKeys', 'consent', 'platform'] as const

/** Notes that somebody claimed and did not come; once a claim, however often it is said. The last ones are kept. */
export async function noteMissed(personId: string, missed: { claim: string; at: number }): Promise<void> {
  const change = { 'volunteering.missed': command.push({ each: [missed], slice: -20 }) }
  const where = { _id: personId, 'volunteering.missed.claim': command.neq(missed.claim) }
  if ((await people.update({ ...where, volunteering: command.exists(true) }, change)) > 0) return
  await people.update(
    { _id: personId, volunteering: command.exists(false) },
    { volunteering: { ...noVolunteering, missed: [missed] } },
  )
}

/** Those who registered with a community, by id from `after` on. */
export function registeredWith(communityId: string, after: string, limit: number): Promise<Person[]> {
  return people.find({
    where: { 'community.id': communityId, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
    only: ['volunteering'],
  })
}

/** Under which openid WeChat reaches these people, by id; who is gone is not reached. */
export async function openidsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await people.find({
    where: { _id: command.in([...ids]) },
    limit: ids.length,
    only: ['openid', 'deletedAt'],
  })
  return new Map(
    found.filter(({ deletedAt }) => deletedAt === undefined).map(({ _id, openid }) => [_id, openid]),
  )
}
