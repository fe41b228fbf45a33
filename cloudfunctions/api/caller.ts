import { Refusal } from '../../domain/errors.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Caller, Hat } from '../../domain/people/roles.ts'
import { callerOpenid } from '../store/identity.ts'
import { personOf } from '../store/people.ts'

/**
 * Who calls: the OPENID that WeChat vouches for, and the hat they say they wear; no caller when that is not theirs or
 * not in force.
 */
export async function callerOf(
  hatId: string | undefined,
  now: number,
): Promise<{ person: Person; caller: Caller | undefined }> {
  const openid = callerOpenid()
  if (openid === undefined) throw new Refusal('SIGN_IN_NEEDED')
  const person = await personOf(openid, now)
  const hat = hatId === undefined ? undefined : hatsOf(person, now).find((each) => each.id === hatId)
  if (hatId !== undefined && !hat) return { person, caller: undefined }
  return { person, caller: { personId: person._id, hat } }
}

/** The hats of a person that are in force. */
export function hatsOf(person: Person, now: number): Hat[] {
  return person.appointments
    .filter(({ until }) => until === null || until > now)
    .map(({ id, role, title, organisation }) => ({
      id,
      role,
      ...(title !== undefined && { title }),
      organisation,
    }))
}
