import type { Organisation } from '../../domain/place/organisation.ts'
import { Stop } from '../deploy/stop.ts'
import { loadCity } from './city.ts'
import { issueSetupCode, renewSetupCode } from './setup.ts'
import { plannedUpdate, updateCity, updateLines } from './update-city.ts'

export interface Loading {
  /** The city first, as `cityOrganisations` has them. */
  organisations: readonly Organisation[]
  dryRun: boolean
  /** The code that was issued is lost, and nobody has used it: another one takes its place. */
  newCode: boolean
  say: (line: string) => void
}

/**
 * The first load of a database: a city's organisations, the rules that come with it, and the code by which its first
 * administrator comes in, which is returned and stands nowhere else. Run again, it adds what is missing and changes
 * nothing that an administrator changed; then it returns undefined.
 */
export async function loadDatabase({
  organisations,
  dryRun,
  newCode,
  say,
}: Loading): Promise<string | undefined> {
  const [city] = organisations
  if (!city) throw new Error('there are no organisations')
  const store = await import('../../cloudfunctions/store/organisations.ts')
  const others = (await store.organisationsOfKind('city', 2)).filter(({ _id }) => _id !== city._id)
  const [other] = others
  if (other)
    throw new Stop(
      `${other.name} is loaded there, and a database serves one city`,
      `load it again with --city ${other._id}, or choose another environment`,
    )
  const loaded = (await store.organisations.get(city._id)) !== undefined
  if (dryRun) {
    for (const line of loaded ? updateLines(await plannedUpdate(organisations)) : []) say(`would be ${line}`)
    if (!loaded) say(`would load ${city.name}: ${organisations.length} organisations, and the rules`)
  } else if (loaded) {
    const lines = updateLines(await updateCity(organisations))
    for (const line of lines.length > 0 ? lines : ['all organisations are there'])
      say(`${city.name}, ${line}`)
  } else {
    const written = await loadCity(organisations, (done, total) => {
      if (done % 1_000 === 0) say(`${city.name}: ${done} of ${total} organisations …`)
    })
    say(`${city.name}: loaded ${written} organisations, and the rules`)
  }
  return setupCode(city._id, dryRun, newCode, say)
}

async function setupCode(
  cityId: string,
  dryRun: boolean,
  newCode: boolean,
  say: Loading['say'],
): Promise<string | undefined> {
  const { setups } = await import('../../cloudfunctions/store/setups.ts')
  const setup = await setups.get('administrator')
  if (setup?.usedBy) {
    say('the first administrator has come in; further ones are invited in the app')
    return undefined
  }
  if (dryRun) {
    if (!setup || newCode) say('would issue the code of the first administrator')
    return undefined
  }
  if (!setup) return issueSetupCode(cityId)
  if (newCode) return renewSetupCode()
  say('a code was issued before, and nobody has used it; if it is lost, issue another with --new-code')
  return undefined
}
