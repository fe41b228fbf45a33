import { randomInt } from 'node:crypto'

// Without what looks alike when read aloud or copied by hand.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * Issues the one-time code by which the first administrator of a city comes in, such as 7KQM-2X9D-HT4R. Only its
 * hash is stored. Undefined when one was issued before.
 */
export async function issueSetupCode(organisationId: string): Promise<string | undefined> {
  const { setupHash, setups } = await import('../../cloudfunctions/store/setups.ts')
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  const code = [group(), group(), group()].join('-')
  const setup = { _id: 'administrator', hash: setupHash(code), organisationId, usedBy: null } as const
  return (await setups.add(setup)) ? code : undefined
}
