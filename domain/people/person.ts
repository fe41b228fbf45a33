import type { Volunteering } from '../task/standing.ts'
import type { Counted } from './rates.ts'
import type { Hat, Role, Trade } from './roles.ts'

/** A role in an organisation, for a time. */
export interface Appointment {
  id: string
  role: Role
  title?: string
  organisation: Hat['organisation']
  /** Milliseconds since 1970; null: open-ended. */
  until: number | null
}

/**
 * A person with their hats: one document. Identity is the OPENID that WeChat vouches for. Contact details are not
 * here but in a store of their own.
 */
export interface Person {
  _id: string
  openid: string
  trade: Trade | null
  nickname?: string
  /** The nickname that has passed the content check: others read it as long as it is still theirs. */
  nicknamePassed?: string
  /** When the timer must give the nickname to the content check; absent once it has. */
  nameTickAt?: number
  /** For whom they ride or drive, as they say it. */
  platform?: string
  /** The community that they registered with (报到). */
  community?: { id: string; name: string; ancestors?: string[] }
  /** The privacy text that they agreed to, and when. */
  consent?: { version: number; at: number }
  appointments: Appointment[]
  /** Where they are found among staff (staff.ts); only of those who hold appointments. */
  staffKeys?: string[]
  /** How often they did what lately. */
  rates?: Record<string, Counted>
  /** Themselves as a volunteer; absent: never said anything, never missed anything. */
  volunteering?: Volunteering
  createdAt: number
  /** When they had everything about them deleted (注销); the rest of the document is empty then. */
  deletedAt?: number
}
