import { randomInt } from 'node:crypto'

// Without what looks alike when read aloud or copied by hand.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * Issues the one-time code by which the first administrator of a city comes in, such as 7KQM-2X9D-HT4R. Only its
 * hash is stored. Undefined when one was issued before.
 */
export async function issueSetupCode(organisationId: string): Promise<string | undefined> {
  const { setupHash, setups } = await import('../../cloudfunctions/store/setups.ts')
  const code = newCode()
  const setup = { _id: 'administrator', hash: setupHash(code), organisationId, usedBy: null } as const
  return (await setups.add(setup)) ? code : undefined
}

/** Puts another code in the place of one that nobody has used; undefined when there is none, or it was used. */
export async function renewSetupCode(): Promise<string | undefined> {
  const { setupHash, setups } = await import('../../cloudfunctions/store/setups.ts')
  const code = newCode()
  const where = { _id: 'administrator', usedBy: null }
  return (await setups.update(where, { hash: setupHash(code) })) === 1 ? code : undefined
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}
