import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type ActionName, contract, type Reply } from '../../domain/contract.ts'
import type { Person } from '../../domain/people/person.ts'
import { staffKeys } from '../../domain/people/staff.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { type LocalCloud, startCloud } from '../../localcloud/start.ts'
import { buildFunctions } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { loadPeople } from '../load/people.ts'
import { previewWechat } from '../load/wechat.ts'
import { atMost, type Measure } from './measure.ts'

export const part = 'people'

const kaixuan = '210103014001'
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const batch = 500
/** More than a page of staff in one community. */
const atKaixuan = 25

interface Step {
  name: string
  who: string
  hat?: string
  action: ActionName
  input: (before: Record<string, unknown>) => object
}

const administrator = { who: 'bench-administrator', hat: `administrator-${kaixuan}` }
const city = { who: 'bench-city', hat: 'administrator-2101' }
const district = { who: 'bench-district', hat: 'administrator-210103' }
const worker = { who: 'bench-worker', hat: `gridWorker-${kaixuan}` }
const rider = { who: 'bench-rider' }
const guest = { who: 'bench-guest' }
const tokenOf = (before: Record<string, unknown>, name: string) => (before[name] as { token: string }).token

/** A day of these actions, in order; later ones use what earlier ones answered. */
const steps: readonly Step[] = [
  { name: 'who am I', ...rider, action: 'person.me', input: () => ({}) },
  {
    name: 'register',
    ...rider,
    action: 'person.register',
    input: () => ({ nickname: '老王', trade: 'delivery', communityId: kaixuan, consentVersion: 1 }),
  },
  { name: 'my data', ...rider, action: 'person.profile', input: () => ({}) },
  { name: 'leave a phone', ...rider, action: 'person.savePhone', input: () => ({ code: 'code' }) },
  {
    name: 'submit',
    ...rider,
    action: 'appeal.submit',
    input: () => ({
      kind: 'request',
      category: 'gateAccess',
      text: '北门锁了',
      area: kaixuan,
      identity: 'open',
      trade: 'delivery',
    }),
  },
  {
    name: 'accept',
    ...worker,
    action: 'appeal.accept',
    input: (before) => ({ id: (before.submit as { id: string }).id, version: 1 }),
  },
  {
    name: 'look at a phone',
    ...worker,
    action: 'appeal.contact',
    input: (before) => ({ id: (before.submit as { id: string }).id, words: '约时间' }),
  },
  { name: 'who looked', ...rider, action: 'person.looks', input: () => ({}) },
  { name: 'export my data', ...rider, action: 'person.export', input: () => ({}) },
  {
    name: 'invite',
    ...administrator,
    action: 'invitation.create',
    input: () => ({ organisationId: kaixuan, role: 'clerk' }),
  },
  {
    name: 'see an invitation',
    ...guest,
    action: 'invitation.view',
    input: (before) => ({ token: tokenOf(before, 'invite') }),
  },
  {
    name: 'accept an invitation',
    ...guest,
    action: 'invitation.accept',
    input: (before) => ({ token: tokenOf(before, 'invite') }),
  },
  {
    name: 'open invitations',
    ...administrator,
    action: 'invitation.list',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'staff of a community',
    ...administrator,
    action: 'appointment.list',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'staff of the city',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101' }),
  },
  {
    name: 'secretaries of the city',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', role: 'secretary' }),
  },
  {
    name: 'staff by name',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', text: '号 7' }),
  },
  {
    name: 'nobody by this name and role',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', text: '号', role: 'supervisor' }),
  },
  {
    name: 'leave one’s post',
    ...guest,
    action: 'appointment.end',
    input: (before) => ({
      personId: (before.guest as { personId: string }).personId,
      appointmentId: (before['accept an invitation'] as { hat: { id: string } }).hat.id,
      words: '回老家了',
    }),
  },
  { name: 'the audit', ...city, action: 'audit.list', input: () => ({ organisationId: '2101' }) },
  { name: 'workbench', ...worker, action: 'work.today', input: () => ({}) },
  {
    name: 'colleagues',
    ...worker,
    action: 'duty.colleagues',
    input: () => ({}),
  },
  {
    name: 'plan the rota',
    ...administrator,
    action: 'duty.plan',
    input: (before) => ({
      version: 0,
      cover: 'none',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: 0,
        to: 0,
        personId: (before.worker as { personId: string }).personId,
      })),
    }),
  },
  { name: 'the rota', ...worker, action: 'duty.rota', input: () => ({}) },
  {
    name: 'who is on duty',
    ...worker,
    action: 'duty.now',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'hand over',
    ...worker,
    action: 'duty.handOver',
    input: () => ({ words: '一切正常' }),
  },
  { name: 'districts and committees', ...city, action: 'organisation.list', input: () => ({}) },
  { name: 'search by pinyin', ...city, action: 'organisation.list', input: () => ({ text: 'kx' }) },
  {
    name: 'communities of a district',
    ...district,
    action: 'organisation.list',
    input: () => ({ text: '社区' }),
  },
  {
    name: 'the same by pinyin',
    ...district,
    action: 'organisation.list',
    input: () => ({ text: 'sq' }),
  },
  {
    name: 'closed communities',
    ...city,
    action: 'organisation.list',
    input: () => ({ text: '社区', active: false }),
  },
  {
    name: 'new community',
    ...city,
    action: 'organisation.create',
    input: () => ({ parentId: '210103014', name: '蜂巢社区', kind: 'community' }),
  },
  {
    name: 'edit it',
    ...city,
    action: 'organisation.edit',
    input: (before) => ({
      id: (before['new community'] as { id: string }).id,
      version: 1,
      centre: { longitude: 123.43, latitude: 41.8 },
    }),
  },
  {
    name: 'who is near',
    ...rider,
    action: 'place.near',
    input: () => ({ longitude: 123.43, latitude: 41.8 }),
  },
  {
    name: 'merge it',
    ...city,
    action: 'organisation.merge',
    input: (before) => ({
      id: (before['new community'] as { id: string }).id,
      version: 2,
      heirId: kaixuan,
    }),
  },
  {
    name: 'carry it over',
    ...city,
    action: 'organisation.settle',
    input: (before) => ({ id: (before['new community'] as { id: string }).id }),
  },
  { name: 'what deletion would do', ...rider, action: 'person.deletion', input: () => ({}) },
  { name: 'delete everything', ...rider, action: 'person.delete', input: () => ({}) },
]

/** Wire requests, documents examined and returned of each action, in a town and in a city. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  // All of the town are staff, so that lists are as long there as in the city.
  const small = await costs(1_000, 1_000)
  const large = await costs(quick ? 20_000 : 184_000, quick ? 2_000 : 10_000)
  return steps.flatMap(({ name }) => {
    const before = small[name]
    const after = large[name]
    if (!before || !after) throw new Error(name)
    return [
      { part, name: `${name}: wire requests`, value: after.requests, unit: 'requests' },
      atMost(
        { part, name: `${name}: documents examined`, value: after.examined, unit: 'documents' },
        2 * after.returned + 5,
      ),
      atMost(
        {
          part,
          name: `${name}: growth of documents examined`,
          value: after.examined / Math.max(1, before.examined),
          unit: '×',
        },
        1.2,
      ),
    ]
  })
}

interface Cost {
  requests: number
  examined: number
  returned: number
}

async function costs(size: number, appointed: number): Promise<Record<string, Cost>> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  await buildFunctions(functions)
  const cloud = await startCloud({ functions, indexes, openapi: previewWechat(() => '') })
  try {
    connect(cloud.url)
    const organisations = cityOrganisations('2101')
    await loadCity(organisations)
    await loadCrowd(organisations, size, appointed)
    await loadPeople(
      [administrator, city, district, worker].map(({ who, hat }) => {
        const [role, ...rest] = hat.split('-')
        return { openid: who, name: '', note: '', role: role as 'gridWorker', organisationId: rest.join('-') }
      }),
      organisations,
      Date.now(),
    )
    return await measureAll(cloud)
  } finally {
    await cloud.close()
    rmSync(functions, { recursive: true, force: true })
  }
}

/** People of a city; the first ones work in its communities, each with one appointment. */
async function loadCrowd(
  organisations: readonly Organisation[],
  size: number,
  appointed: number,
): Promise<void> {
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const communities = organisations.filter(({ kind }) => kind === 'community')
  const now = Date.now()
  for (let start = 0; start < size; start += batch) {
    const some = Array.from({ length: Math.min(batch, size - start) }, (_, offset): Person => {
      const number = start + offset
      const nickname = `${number} 号 ${number % 1000}`
      const at =
        number < atKaixuan
          ? communities.find(({ _id }) => _id === kaixuan)
          : communities[number % communities.length]
      const person = {
        _id: `crowd-${number}`,
        openid: `crowd-${number}`,
        trade: 'delivery' as const,
        nickname,
      }
      if (!at || number >= appointed) return { ...person, appointments: [], createdAt: now }
      const { _id: id, name, kind, area, ancestors } = at
      const organisation = { id, name, kind, area, ancestors }
      const role = number % 4 === 0 ? ('secretary' as const) : ('gridWorker' as const)
      const appointments = [{ id: `${role}-${id}`, role, organisation, until: null }]
      return { ...person, appointments, staffKeys: staffKeys(appointments, nickname, now), createdAt: now }
    })
    await people.add(...some)
    if (start % 20_000 === 0) console.error(`loading ${size} people: ${start}`)
  }
}

async function measureAll(cloud: LocalCloud): Promise<Record<string, Cost>> {
  const answers: Record<string, unknown> = {}
  const found: Record<string, Cost> = {}
  const guestSelf = await cloud.call('api', { action: 'person.me', input: {} }, { openid: guest.who })
  answers.guest = (guestSelf as { data: unknown }).data
  const workerSelf = await cloud.call('api', { action: 'person.me', input: {} }, { openid: worker.who })
  answers.worker = (workerSelf as { data: unknown }).data
  await cloud.call('api', { action: 'person.me', input: {} }, { openid: rider.who })
  for (const [index, { name, who, hat, action, input }] of steps.entries()) {
    const event = {
      action,
      input: input(answers),
      ...(contract[action].write && { requestId: `bench-request-${index}` }),
      ...(hat !== undefined && { hat }),
    }
    // Deleting waits until what was done lately does not count any more.
    if (action === 'person.delete') await forgetRates()
    const { value, meter } = await cloud.measure('api', event, { openid: who })
    const reply = value as Reply<ActionName>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    answers[name] = reply.data
    const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
    found[name] = { requests, examined: meter.examined, returned: meter.returned }
  }
  return found
}

async function forgetRates(): Promise<void> {
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const { command } = await import('../../cloudfunctions/store/collection.ts')
  await people.update({ openid: rider.who }, { rates: command.remove() })
}
