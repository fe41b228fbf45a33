import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { give, kaixuan, reconciled, redemptionOf } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
}, 60_000)
afterAll(() => cloud.close())

it('注销: what is on its way goes back, the points are gone, the ledger keeps a pseudonym and no name', async () => {
  const id = await redemptionOf(rider, kaixuan, { cancellable: false })
  const secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  await secretary.call('redemption.approve', { ids: [id] })
  const personId = await rider.personId()
  await give(personId, 12)
  await give(personId, 3, Date.now(), 'supervision')
  expect(await rider.call('personalData.deletion', {})).toMatchObject({ points: 45, redemptions: 1 })
  const { points } = await rider.call('personalData.export', {})
  expect(points.map((line) => line.kind)).toEqual(['pay', 'hold', 'pay', 'pay'])
  await rider.call('personalData.delete', {})
  const { redemptions } = await import('../../store/redemptions.ts')
  const { rewards } = await import('../../store/rewards.ts')
  const { accounts } = await import('../../store/accounts.ts')
  const left = await redemptions.get(id)
  expect(left).toMatchObject({ state: 'cancelled', open: false })
  expect(left?.history.nickname).toBeUndefined()
  expect((await rewards.get('gloves'))?.left).toBe(12)
  expect((await accounts.get(personId))?.buckets).toEqual({
    volunteer: { lots: [], owed: 0 },
    supervision: { lots: [], owed: 0 },
  })
  expect((await reconciled()).faults).toEqual([])
  // Who comes back is somebody new.
  expect((await rider.call('points.mine', {})).volunteer.available).toBe(0)
}, 60_000)
