import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBeijing } from '../../domain/time.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

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

const acting = {
  secretary: { openid: 'o-secretary', hat: `secretary-${kaixuan}` },
  li: { openid: 'o-li', hat: `gridWorker-${kaixuan}` },
  wang: { openid: 'o-wang', hat: `gridWorker-${kaixuan}` },
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
    await underEveryFault(cloud, acting.secretary, 'duty.plan', { version: 0, cover: 'none', weekly })
    await underEveryFault(cloud, acting.secretary, 'duty.plan', { version: 1, cover: 'always', weekly })
    await underEveryFault(cloud, acting.li, 'duty.handOver', { words: '北站路灯不亮，等城管回电' })

    const mine = (await li.call('duty.rota', {})).shifts.filter((shift) => shift.from > Date.now())
    const ask = async (index: number) => {
      const { day = '', slotId = '' } = mine[index] ?? {}
      await underEveryFault(cloud, acting.li, 'duty.askSwap', { day, slotId, toId: wangId })
      const [swap] = (await wang.call('duty.rota', {})).swaps
      return swap?.id ?? ''
    }
    const first = await ask(0)
    await underEveryFault(cloud, acting.wang, 'duty.answerSwap', { swapId: first, agrees: true })
    const second = await ask(1)
    await underEveryFault(cloud, acting.wang, 'duty.answerSwap', { swapId: second, agrees: false })
    const third = await ask(1)
    await underEveryFault(cloud, acting.li, 'duty.takeBackSwap', { swapId: third })

    const { rotas } = await import('../../cloudfunctions/store/rotas.ts')
    const stored = await rotas.get(kaixuan)
    expect(stored?.version).toBe(9)
    expect(stored?.notes).toHaveLength(1)
    expect(stored?.swaps.map(({ state }) => state)).toEqual(['agreed', 'declined', 'takenBack'])
  }, 240_000)
})
