import { readFileSync } from 'node:fs'
import { speller } from '../../cloudfunctions/api/organisation/speller.ts'
import defaultRules from '../../domain/appeal/default-rules.json' with { type: 'json' }
import type { RuleSet } from '../../domain/appeal/routing.ts'
import { type CompactCity, expandCity } from '../../domain/place/city.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { organisationsOf } from '../../domain/place/tree.ts'

const batch = 100
const spell = await speller()

/** The organisations of a city that data/city holds; refuses a code that it doesn't hold. */
export function cityOrganisations(code: string): Organisation[] {
  const file = new URL(`../../data/city/${code}.json`, import.meta.url)
  try {
    return organisationsOf(expandCity(JSON.parse(readFileSync(file, 'utf8')) as CompactCity), spell)
  } catch (error) {
    throw new Error(`There is no data/city/${code}.json: run npm run import:city -- ${code}`, {
      cause: error,
    })
  }
}

/**
 * Loads organisations and the default rules through wx-server-sdk, like any other client of the cloud. The first one
 * is written last: when it is there, everything is. Returns how many were written (0: they were there;
 * updateCity brings them up to newer data).
 */
export async function loadCity(
  all: readonly Organisation[],
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  // The SDK reads its address when it is first loaded, so that must happen after the cloud has started.
  const { organisations } = await import('../../cloudfunctions/store/organisations.ts')
  const { ruleSets, versionId } = await import('../../cloudfunctions/store/rules.ts')
  const [first, ...rest] = all
  if (!first || (await organisations.get(first._id))) return 0
  for (let start = 0; start < rest.length; start += batch) {
    const some = rest.slice(start, start + batch)
    // A load that was broken off left some behind: then one by one.
    if (!(await organisations.add(...some))) for (const each of some) await organisations.put(each)
    progress(Math.min(start + batch, rest.length), rest.length)
  }
  await ruleSets.put({ ...(defaultRules as RuleSet), _id: versionId(first._id, 1), city: first._id })
  await organisations.put(first)
  return all.length
}
