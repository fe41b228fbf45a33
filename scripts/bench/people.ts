import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type ActionName, contract, type Reply } from '../../domain/contract.ts'
import type { Person } from '../../domain/people/person.ts'
import { staffKeys } from '../../domain/people/staff.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { type LocalCloud, onlyErrors, startCloud } from '../../localcloud/start.ts'
import { buildFunctions } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { loadPeople } from '../load/people.ts'
import { previewWechat } from '../load/wechat.ts'
import { atMost, type Measure } from './measure.ts'
import { administrator, city, district, guest, kaixuan, rider, steps, worker } from './people/day.ts'

export const part = 'people'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const batch = 500
/** More than a page of staff in one community. */
const atKaixuan = 25

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
  const cloud = await startCloud({ said: onlyErrors, functions, indexes, openapi: previewWechat(() => '') })
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
    if (action === 'personalData.delete') await forgetRates()
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
