import type { ActionName, AreaName, Contract } from '../../domain/contract.ts'
import type { UseCases } from './useCase.ts'

type ActionOf<Name extends AreaName> = Extract<ActionName, `${Name}.${string}`>

/** What the actions of an area take and give, and what each does. A folder may hold more than one area. */
export interface Area<Actions extends ActionName> {
  contract: Pick<Contract, Actions>
  useCases: Pick<UseCases, Actions>
}

/**
 * Where the actions of each area stand. An area is read when its first action comes: a cold start reads what the call needs
 * that it is for, and nothing of the other areas (docs/decisions/38).
 */
const areas: { [Name in AreaName]: () => Promise<Area<ActionOf<Name>>> } = {
  person: () => import('./people/useCases.ts'),
  personalData: () => import('./personalData/useCases.ts'),
  administrator: () => import('./people/useCases.ts'),
  invitation: () => import('./people/useCases.ts'),
  appointment: () => import('./people/useCases.ts'),
  audit: () => import('./people/useCases.ts'),
  place: () => import('./place/useCases.ts'),
  organisation: () => import('./organisation/useCases.ts'),
  appeal: () => import('./appeal/useCases.ts'),
  filing: () => import('./filing/useCases.ts'),
  project: () => import('./project/useCases.ts'),
  meeting: () => import('./meeting/useCases.ts'),
  duty: () => import('./duty/useCases.ts'),
  work: () => import('./work/useCases.ts'),
  notice: () => import('./notice/useCases.ts'),
  suggestion: () => import('./suggestion/useCases.ts'),
  settings: () => import('./settings/useCases.ts'),
  routing: () => import('./routing/useCases.ts'),
  relief: () => import('./relief/useCases.ts'),
  task: () => import('./task/useCases.ts'),
  volunteer: () => import('./volunteer/useCases.ts'),
  group: () => import('./group/useCases.ts'),
  points: () => import('./points/useCases.ts'),
  reward: () => import('./reward/useCases.ts'),
  redemption: () => import('./redemption/useCases.ts'),
  pointsRules: () => import('./pointsRules/useCases.ts'),
  pointsReview: () => import('./pointsReview/useCases.ts'),
  ranking: () => import('./ranking/useCases.ts'),
  honour: () => import('./honour/useCases.ts'),
  content: () => import('./content/useCases.ts'),
  system: () => import('./operating/useCases.ts'),
}

/** An action of the contract, by what somebody sent. */
export interface Found<A extends ActionName> {
  action: A
  area: Area<A>
}

/** Reads the area of an action, if none of its actions came before; nothing where there is no such action. */
export async function find(action: string): Promise<Found<ActionName> | undefined> {
  const name = action.split('.')[0] ?? ''
  if (!isArea(name)) return undefined
  const area: { contract: Partial<Contract> } = await areas[name]()
  if (!Object.hasOwn(area.contract, action)) return undefined
  // The table above has each action in the area of its first word.
  return { action, area } as Found<ActionName>
}

const isArea = (name: string): name is AreaName => Object.hasOwn(areas, name)
