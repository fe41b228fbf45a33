import { expect } from 'vitest'
import type { ActionName, Reply } from '../../domain/contract.ts'
import type { Dump } from '../../localcloud/start.ts'
import { everyFault } from '../../localcloud/wire/everyFault.ts'
import type { TestCloud } from './cloud.ts'

/** Times and tokens differ from run to run, and with them the hashes of logs; all else must be the same. */
const varying =
  /^(at|createdAt|updatedAt|acceptBy|resolveBy|dueAt|ahead|hash|previousHash|said|askedAt|since|expiresAt|deletedAt|contactAt|childrenAt|administratorsChangedAt|tickAt|nameTickAt|acceptFrom|progressAt|claimedAt|resolveFrom|resolvedAt|endedAt|urgedAt|offeredUntil|proofAt|thankedAt|forgivenAt)$/

function compare(dump: Dump): unknown {
  const reviver = (key: string, value: unknown) => (varying.test(key) ? undefined : value)
  return Object.fromEntries(
    Object.entries(dump).map(([name, documents]) => [
      name,
      documents.map((text) => JSON.parse(text, reviver)),
    ]),
  )
}

const failure = (answer: unknown): string | undefined => {
  const reply = answer as Reply<ActionName>
  return reply.ok ? undefined : reply.error.code
}

let requests = 0

/**
 * Runs a write with each fault at each of its wire requests; the phone asks again under the same request id, and
 * everything must end as in the undisturbed run. `random`: what differs from run to run beside
 * times (a token), to be left out.
 */
export async function underEveryFault(
  cloud: TestCloud,
  who: { openid: string; hat?: string },
  action: ActionName,
  input: object,
  random?: RegExp,
): Promise<void> {
  requests += 1
  const event = {
    action,
    input,
    requestId: `fault-${requests}-request`,
    ...(who.hat !== undefined && { hat: who.hat }),
  }
  const runs = await everyFault(cloud.local, {
    functionName: 'api',
    event,
    caller: { openid: who.openid },
    compare: (dump) => {
      const text = JSON.stringify(compare(dump))
      return random ? text.replace(random, '…') : text
    },
    failure,
  })
  // A read and a write at least: refused, lost, late or in conflict at each, and the plug pulled before and after.
  expect(runs.length).toBeGreaterThanOrEqual(2 * 4 + 2)
  const wrong = runs.filter(({ same, errorAgain }) => !same || errorAgain !== undefined)
  expect(wrong.map(({ fault, error, errorAgain }) => ({ fault, error, errorAgain }))).toEqual([])
}
