import { call } from '../call/call'
import { keep, recall } from '../call/storage'

const key = 'person'

/** Keeps what a reply said of who we are. */
export function rememberPerson(personId: string): void {
  if (recall<string>(key) !== personId) keep(key, personId)
}

/** Who we are to the cloud; asked once and kept. Photos are put under it. */
export async function personId(): Promise<string> {
  const kept = recall<string>(key)
  if (kept) return kept
  const { personId } = await call('person.me', {})
  rememberPerson(personId)
  return personId
}
