import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionName, Reply } from '../../domain/contract.ts'
import { inBeijing } from '../../domain/time.ts'
import type { Dump } from '../../localcloud/start.ts'
import { everyFault } from '../../localcloud/wire/everyFault.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'

const kaixuan = '210103014001'
const day = 86_400_000
let cloud: TestCloud
let li: Phone
let wang: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  li = await cloud.staff({ openid: 'o-li', role: 'gridWorker', organisationId: kaixuan })
  wang = await cloud.staff({ openid: 'o-wang', role: 'gridWorker', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

/** Times differ from run to run; all else must be the same. */
const timed = /^(at|askedAt)$/
const compare = (dump: Dump): unknown =>
  (dump.rotas ?? []).map((text) => JSON.parse(text, (key, value) => (timed.test(key) ? undefined : value)))
const failure = (answer: unknown): string | undefined => {
  const reply = answer as Reply<ActionName>
  return reply.ok ? undefined : reply.error.code
}

let requests = 0
async function underEveryFault(openid: string, role: string, action: ActionName, input: object) {
  requests += 1
  const event = { action, input, requestId: `fault-${requests}-request`, hat: `${role}-${kaixuan}` }
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
  it('planned, planned anew, handed over, swapped, declined, taken back', async () => {
    const [liId, wangId] = [await li.personId(), await wang.personId()]
    const now = Date.now()
    const slot = (at: number) => ({
      weekday: inBeijing(at).day() || 7,
      from: 0,
      to: 0,
      personId: liId,
    })
    // From now on for three days, so that it also holds at midnight.
    const weekly = [0, 1, 2, 3].map((ahead) => slot(now + ahead * day))
    await underEveryFault('o-secretary', 'secretary', 'duty.plan', { version: 0, cover: 'none', weekly })
    await underEveryFault('o-secretary', 'secretary', 'duty.plan', { version: 1, cover: 'always', weekly })
    await underEveryFault('o-li', 'gridWorker', 'duty.handOver', { words: '北站路灯不亮，等城管回电' })

    const mine = (await li.call('duty.rota', {})).shifts.filter((shift) => shift.from > Date.now())
    const ask = async (index: number) => {
      const { day = '', slotId = '' } = mine[index] ?? {}
      await underEveryFault('o-li', 'gridWorker', 'duty.askSwap', { day, slotId, toId: wangId })
      const [swap] = (await wang.call('duty.rota', {})).swaps
      return swap?.id ?? ''
    }
    const first = await ask(0)
    await underEveryFault('o-wang', 'gridWorker', 'duty.answerSwap', { swapId: first, agrees: true })
    const second = await ask(1)
    await underEveryFault('o-wang', 'gridWorker', 'duty.answerSwap', { swapId: second, agrees: false })
    const third = await ask(1)
    await underEveryFault('o-li', 'gridWorker', 'duty.takeBackSwap', { swapId: third })

    const { rotas } = await import('../../cloudfunctions/store/rotas.ts')
    const stored = await rotas.get(kaixuan)
    expect(stored?.version).toBe(requests)
    expect(stored?.notes).toHaveLength(1)
    expect(stored?.swaps.map(({ state }) => state)).toEqual(['agreed', 'declined', 'takenBack'])
  }, 240_000)
})
