import { type Caller, type Role, roleNames } from './roles.ts'

/** Who did it: the person, and the hat they wore (none: for themselves). */
export interface Actor {
  personId: string
  role: Role | 'person' | 'clock'
  title: string
  organisation?: { id: string; name: string }
}

/** The caller as the log names them. */
export function actorOf(caller: Caller | 'clock'): Actor {
  if (caller === 'clock') return { personId: 'clock', role: 'clock', title: '系统自动' }
  const { personId, hat } = caller
  if (!hat) return { personId, role: 'person', title: '本人' }
  const { id, name } = hat.organisation
  return { personId, role: hat.role, title: hat.title ?? roleNames[hat.role], organisation: { id, name } }
}
