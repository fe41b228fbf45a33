import { type PointsRules, rulesId, rulesVersionId, startingRules } from '../../domain/points/rules.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** Rules in force under the organisation's name, and every version beside them, never changed (docs/decisions/15). */
export const pointsRules = collection<PointsRules>('rules')

/** The rules that hold in a community: its own if it has any, and its city's; one request. */
export async function rulesFor(
  communityId: string,
  cityId: string,
): Promise<{ community: PointsRules | undefined; city: PointsRules }> {
  const ids = [...new Set([communityId, cityId])].map(rulesId)
  const found = await pointsRules.find({ where: { _id: command.in(ids) }, limit: ids.length })
  const of = (scope: string) => found.find(({ _id }) => _id === rulesId(scope))
  return {
    community: communityId === cityId ? undefined : of(communityId),
    city: of(cityId) ?? startingRules(cityId, true),
  }
}

/** A version of an organisation's rules; undefined when there is none. */
export const pointsVersion = (scope: string, version: number): Promise<PointsRules | undefined> =>
  pointsRules.get(rulesVersionId(scope, version))

/** The versions of an organisation's rules, newest first. */
export function pointsVersionsOf(
  scope: string,
  from: Cursor | undefined,
  limit: number,
): Promise<PointsRules[]> {
  const where = { versionOf: scope }
  return pointsRules.find({
    where: from ? after(where, ['version', 'desc'], from) : where,
    sort: [
      ['version', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['rules'],
  })
}
