import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../domain/appeal/log.ts'
import type { ActionName, Reply } from '../../domain/contract.ts'
import type { Dump } from '../../localcloud/start.ts'
import { everyFault } from '../../localcloud/wire/everyFault.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({
    openid: 'o-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
}, 60_000)
afterAll(() => cloud.close())

const hats = { worker: `gridWorker-${kaixuan}`, supervisor: 'supervisor-210103-newSectorCommittee' }

/** Times differ from run to run, and with them the hashes of the log; all else must be the same. */
const timed = /^(at|createdAt|updatedAt|acceptBy|resolveBy|dueAt|ahead|hash|previousHash)$/
function compare(dump: Dump): unknown {
  const documents = [...(dump.appeals ?? []), ...(dump.people ?? [])]
  return documents.map((text) => JSON.parse(text, (key, value) => (timed.test(key) ? undefined : value)))
}

const failure = (answer: unknown): string | undefined => {
  const reply = answer as Reply<ActionName>
  return reply.ok ? undefined : reply.error.code
}

let requests = 0
async function underEveryFault(
  openid: string,
  action: ActionName,
  input: object,
  hat?: string,
): Promise<void> {
  requests += 1
  const event = { action, input, requestId: `fault-${requests}-request`, ...(hat && { hat }) }
  const runs = await everyFault(cloud.local, {
    functionName: 'api',
    event,
    caller: { openid },
    compare,
    failure,
  })
  expect(runs.length).toBeGreaterThanOrEqual(3 * 6)
  const wrong = runs.filter(({ same, errorAgain }) => !same || errorAgain !== undefined)
  expect(wrong.map(({ fault, error, errorAgain }) => ({ fault, error, errorAgain }))).toEqual([])
}

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('the whole loop, step by step', async () => {
    const photo = await rider.photo()
    await underEveryFault('o-rider', 'appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      photos: [photo],
      area: kaixuan,
      trade: 'delivery',
    })
    const [sent] = (await rider.call('appeal.mine', {})).rows
    const id = sent?.id ?? ''
    await underEveryFault(
      'o-worker',
      'appeal.return',
      { id, version: 1, words: '不归我们', proposedId: '210103014' },
      hats.worker,
    )
    await underEveryFault(
      'o-supervisor',
      'appeal.dispatch',
      { id, version: 2, organisationId: kaixuan, words: '归你们' },
      hats.supervisor,
    )
    await underEveryFault('o-worker', 'appeal.accept', { id, version: 3 }, hats.worker)
    await underEveryFault('o-worker', 'appeal.note', { id, version: 4, words: '约了物业' }, hats.worker)
    await underEveryFault(
      'o-worker',
      'appeal.resolve',
      { id, version: 5, words: '开到 23:00', photos: [await worker.photo()] },
      hats.worker,
    )
    await underEveryFault('o-rider', 'appeal.confirm', {
      id,
      version: 6,
      answer: 'unsatisfied',
      words: '还锁着',
    })
    await underEveryFault('o-rider', 'appeal.withdraw', { id, version: 7 })
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored?.events.map(({ action }) => action)).toEqual([
      'submit',
      'return',
      'dispatch',
      'accept',
      'note',
      'resolve',
      'confirm',
      'withdraw',
    ])
    expect(verifyLog(stored?.events ?? [])).toBe(true)
  }, 180_000)
})
