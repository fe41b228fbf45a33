import type { ReliefCause } from '../appeal/names.ts'
import { reliefCauseNames } from '../appeal/names.ts'
import type { Hat } from '../people/roles.ts'

/** How many supervision points each cause asks for, for one city. Changed as a whole; each change is a version. */
export interface ReliefRules {
  _id: string
  version: number
  thresholds: Record<ReliefCause, number>
}

export const reliefCauses = Object.keys(reliefCauseNames) as ReliefCause[]

/** More than anybody has would close the door without saying so. */
export const highestThreshold = 200

// What nobody can do anything about asks for nothing.
const shipped: Record<ReliefCause, number> = {
  heavyRain: 0,
  heavySnow: 0,
  trafficControl: 0,
  slowMerchant: 10,
  liftFailure: 10,
  gateRefused: 10,
  wrongAddress: 10,
  accident: 10,
  appFault: 10,
  other: 10,
}

/** The id of a city's rules. */
export const reliefRulesId = (cityId: string): string => `relief-${cityId}`

/** The rules that hold until a city changes them. */
export const shippedReliefRules = (cityId: string): ReliefRules => ({
  _id: reliefRulesId(cityId),
  version: 1,
  thresholds: shipped,
})

/** What a change of the thresholds says in the audit; undefined when nothing changes. */
export function thresholdsChanged(
  before: ReliefRules['thresholds'],
  after: ReliefRules['thresholds'],
): string | undefined {
  const changed = reliefCauses.filter((cause) => before[cause] !== after[cause])
  if (changed.length === 0) return undefined
  return changed
    .map((cause) => `${reliefCauseNames[cause]} ${before[cause]} 分改为 ${after[cause]} 分`)
    .join('，')
}

/** The city whose rules a hat changes: that of its administrator, or of a trade committee of the city itself. */
export function cityOfRules({ organisation }: Pick<Hat, 'organisation'>): string | undefined {
  const { kind, id, area, ancestors } = organisation
  if (kind === 'city') return id
  return kind === 'tradeCommittee' && ancestors.at(-1) === area ? area : undefined
}
