import type { OrganisationKind } from '../people/roles.ts'
import { committeeId, type Organisation } from './organisation.ts'

export const kindNames = {
  city: '市',
  district: '区县',
  street: '街道',
  community: '社区',
  tradeCommittee: '行业党委',
  newSectorCommittee: '两新工委',
  department: '部门',
  merchant: '商家',
  team: '队伍',
} as const satisfies Record<OrganisationKind, string>

/** Which kind may stand directly under which (people.md, Organisations). */
export const standsUnder = {
  city: [],
  district: ['city'],
  street: ['district'],
  community: ['street', 'district'],
  tradeCommittee: ['city', 'district'],
  newSectorCommittee: ['city', 'district'],
  department: ['city', 'district', 'street'],
  merchant: ['district', 'street', 'community'],
  team: ['city', 'district', 'street', 'community'],
} as const satisfies Record<OrganisationKind, readonly OrganisationKind[]>

/** Committees stand for their area: they come with it, and rules find them by it. Districts don't change cities. */
export const movable: readonly OrganisationKind[] = ['street', 'community', 'department', 'merchant', 'team']

/** Kinds that an administrator can put under an organisation by hand. */
export function kindsBelow(parent: OrganisationKind): OrganisationKind[] {
  const byHand: readonly OrganisationKind[] = ['district', ...movable]
  return byHand.filter((kind) => fitsUnder(kind, parent))
}

export function fitsUnder(kind: OrganisationKind, parent: OrganisationKind): boolean {
  const allowed: readonly OrganisationKind[] = standsUnder[kind]
  return allowed.includes(parent)
}

const territorial: readonly OrganisationKind[] = ['city', 'district', 'street', 'community']
export const isTerritorial = (kind: OrganisationKind): boolean => territorial.includes(kind)

/** What of an organisation follows from where it stands in the tree. */
export type Placement = Pick<Organisation, 'parentId' | 'ancestors' | 'area' | 'catchAllId' | 'location'>
type Parent = Pick<Organisation, '_id' | 'kind' | 'name' | 'ancestors' | 'location'>

/**
 * Where an organisation stands once it is under a parent: who is above it, what area it stands for, who takes what
 * it returns (docs/decisions: the district's 两新工委, for that committee the city's), where people say it lies.
 */
export function placedUnder({ _id, kind }: Pick<Organisation, '_id' | 'kind'>, parent: Parent): Placement {
  const ancestors = [parent._id, ...parent.ancestors]
  const city = ancestors.at(-1) ?? parent._id
  const district = kind === 'district' ? _id : (ancestors.at(-2) ?? city)
  const above = kind === 'newSectorCommittee' ? (parent.kind === 'city' ? undefined : city) : district
  return {
    parentId: parent._id,
    ancestors,
    area: isTerritorial(kind) ? _id : parent._id,
    catchAllId: above === undefined ? null : committeeId(above, 'newSectorCommittee'),
    // Nobody needs to be told which city they are in.
    location:
      parent.kind === 'city' || parent.kind === 'district'
        ? parent.name
        : `${parent.location} · ${parent.name}`,
  }
}

/**
 * Where an organisation stands after `root`, somewhere above it, was moved or renamed. `nameOf` knows the names of
 * all that stand above it now. What is below a street or
 * a community returns to whom that returns to.
 */
export function regrafted(
  { ancestors, catchAllId }: Pick<Organisation, 'ancestors' | 'catchAllId'>,
  root: Pick<Organisation, '_id' | 'kind' | 'ancestors' | 'catchAllId'>,
  nameOf: (id: string) => string | undefined,
): Pick<Organisation, 'ancestors' | 'catchAllId' | 'location'> {
  const above = [...ancestors.slice(0, ancestors.indexOf(root._id) + 1), ...root.ancestors]
  const told = above.length > 1 ? above.slice(0, -1) : above
  return {
    ancestors: above,
    catchAllId: movable.includes(root.kind) ? root.catchAllId : catchAllId,
    location: told
      .map(nameOf)
      .filter((name) => name !== undefined)
      .reverse()
      .join(' · '),
  }
}
