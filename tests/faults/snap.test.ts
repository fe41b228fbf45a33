import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '../../domain/appeal/log.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const position = { longitude: 123.430_47, latitude: 41.800_38 }
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
}, 60_000)
afterAll(() => cloud.close())

it('a snap with its position, and who saw it too, end the same under every fault', async () => {
  const rider = cloud.phone('o-rider')
  const passerBy = cloud.phone('o-passer-by')
  await Promise.all([rider.personId(), passerBy.personId()])
  await underEveryFault(cloud, { openid: 'o-rider' }, 'appeal.submit', {
    kind: 'snap',
    category: 'fireLane',
    photos: [await rider.photo()],
    area: '210103014001',
    trade: 'delivery',
    position,
  })
  const id = (await rider.call('appeal.mine', {})).rows[0]?.id ?? ''
  await underEveryFault(cloud, { openid: 'o-passer-by' }, 'appeal.support', { id })
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const stored = await appeals.get(id)
  expect(stored?.place.point).toEqual(position)
  expect(stored?.supporters).toEqual([await passerBy.personId()])
  expect(verifyLog(stored?.events ?? [])).toBe(true)
}, 120_000)
