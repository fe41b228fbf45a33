import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { submission } from '../../domain/appeal/submission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { onlyErrors, startCloud } from '../../localcloud/start.ts'
import { buildFunctions, functionSettings } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { atMost, type Measure } from './measure.ts'

const part = 'clock'
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const day = 86_400_000
const batch = 500

/** The timer after an outage of days: how many runs and wire requests until everything due has been done, once each. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const count = quick ? 1_000 : 20_000
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  await buildFunctions(functions)
  // As long as WeChat gives the timer (scripts/build/functions.ts).
  const cloud = await startCloud({
    said: onlyErrors,
    functions,
    indexes,
    timeout: functionSettings('clock').timeout * 1000,
  })
  try {
    connect(cloud.url)
    const organisations = cityOrganisations('2101')
    await loadCity(organisations)
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const { notices } = await import('../../cloudfunctions/store/notices.ts')
    const { people } = await import('../../cloudfunctions/store/people.ts')
    const late = overdue(organisations, count)
    for (let start = 0; start < count; start += batch) {
      const some = late.slice(start, start + batch)
      await appeals.add(...some)
      // Who is not there any more would be told nothing.
      await people.add(...some.map(({ reporterId }) => reporterOf(reporterId)))
    }
    const began = performance.now()
    let runs = 0
    let left = true
    for (; left; runs += 1) {
      const done = (await cloud.trigger('clock')) as { looked: number; left: boolean }
      left = done.left
      console.error(`run ${runs + 1}: looked at ${done.looked}`)
    }
    const seconds = (performance.now() - began) / 1000
    const again = (await cloud.trigger('clock')) as { looked: number }
    const escalated = await appeals.count({ version: 2 })
    const told = await notices.count({})
    return [
      { part, name: 'appeals due after an outage', value: count, unit: 'appeals' },
      exactly({ part, name: 'escalated once', value: escalated, unit: 'appeals' }, count),
      exactly({ part, name: 'notices to the persons who asked', value: told, unit: 'notices' }, count),
      exactly({ part, name: 'looked at again afterwards', value: again.looked, unit: 'appeals' }, 0),
      { part, name: 'runs of the timer', value: runs, unit: 'runs' },
      { part, name: 'seconds altogether', value: seconds, unit: 's' },
      { part, name: 'appeals a minute', value: (count / seconds) * 60, unit: 'appeals/min' },
    ]
  } finally {
    await cloud.close()
    rmSync(functions, { recursive: true, force: true })
  }
}

const reporterOf = (_id: string): Person => ({
  _id,
  openid: `o-${_id}`,
  trade: 'delivery',
  appointments: [],
  createdAt: 0,
})

function exactly(measure: Measure, wanted: number): Measure {
  return { ...atMost(measure, wanted), holds: measure.value === wanted }
}

/** Appeals all over the city whose clocks ran out while the timer did not come. */
function overdue(organisations: readonly Organisation[], count: number): Appeal[] {
  const communities = organisations.filter(({ kind }) => kind === 'community')
  const now = Date.now()
  return Array.from({ length: count }, (_, index) => {
    const place = communities[index % communities.length]
    if (!place) throw new Error('there are no communities')
    const at = now - 20 * day + index
    return submission(
      index.toString(16).padStart(24, '0'),
      {
        kind: 'request',
        category: 'gateAccess',
        urgency: 'normal',
        text: `第 ${index} 件`,
        photos: [],
        area: place._id,
        identity: 'shielded',
        trade: 'delivery',
        channel: 'home',
      },
      place,
      {
        organisation: place,
        assistants: [],
        dispatch: { ruleId: 'community', ruleNumber: 8, ruleVersion: 1, reason: '' },
        confidential: false,
        placed: true,
      },
      null,
      { caller: { personId: `person-${index}`, hat: undefined }, now: at, requestId: `bench-${index}` },
    )
  })
}
