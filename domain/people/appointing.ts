import { carriedOut } from '../appeal/possible.ts'
import { transitions } from '../appeal/states.ts'
import { granted, mayEver } from '../permission.ts'
import { type Role, roleNames } from './roles.ts'

const everyRole = Object.keys(roleNames) as Role[]
const underSecretary = [
  'messenger',
  'partTimeGridWorker',
  'gridWorker',
  'dispatcher',
  'officer',
  'clerk',
] as const satisfies readonly Role[]

/**
 * Who may appoint whom (people.md, Appointments): the role worn → the roles that it may give and end. Where (own
 * organisation, or below) stands in the permission table.
 */
export const appoints = {
  administrator: everyRole,
  secretary: underSecretary,
} as const satisfies Partial<Record<Role, readonly Role[]>>

/** The roles that a role may give; none for most. */
export function appointable(by: Role | undefined): readonly Role[] {
  return by !== undefined && by in appoints ? appoints[by as keyof typeof appoints] : []
}

export const mayAppoint = (by: Role | undefined, role: Role): boolean => appointable(by).includes(role)

/** What a role lets one do, for the person who is invited: from the permission table itself. */
export function dutiesOf(role: Role): { does: string[]; sees: 'nothing' | 'organisation' | 'area' } {
  const does = carriedOut
    // Not what anybody may do, with or without a role.
    .filter((action) => !mayEver(`appeal.${action}`, undefined))
    .filter((action) => granted(`appeal.${action}`, role, ['organisation', 'responsible']))
    .map((action) => transitions[action].name)
  const sees = granted('appeal.view', role, ['below'])
    ? 'area'
    : granted('appeal.view', role, ['organisation'])
      ? 'organisation'
      : 'nothing'
  return { does, sees }
}
