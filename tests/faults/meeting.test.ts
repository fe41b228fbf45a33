import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const acting = { openid: 'o-secretary', hat: `secretary-${kaixuan}` }
let cloud: TestCloud
let secretary: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const slow = 180_000

describe('a meeting from its agenda to what is written back', () => {
  let appeal: string
  const id = async () => (await secretary.call('meeting.list', {})).rows[0]?.id ?? ''
  beforeAll(async () => {
    const said = { kind: 'request', category: 'gateAccess', text: '北门晚上九点就锁' } as const
    const sent = { ...said, area: kaixuan, trade: 'delivery' } as const
    appeal = (await cloud.phone('o-rider').call('appeal.submit', sent)).id
  })

  it(
    'is called',
    async () => {
      const input = { kind: 'joint', at: 1_800_000_000_000, where: '二楼会议室' }
      await underEveryFault(cloud, acting, 'meeting.create', input)
    },
    slow,
  )

  it(
    'has an agenda, and minutes',
    async () => {
      await underEveryFault(cloud, acting, 'meeting.agenda', {
        id: await id(),
        version: 1,
        appealIds: [appeal],
      })
      const decision = { words: '北门开到 23:00', by: 1_900_000_000_000, organisation: '凯旋社区' }
      await underEveryFault(cloud, acting, 'meeting.minutes', { id: await id(), appealId: appeal, decision })
    },
    2 * slow,
  )

  it(
    'enters what was raised',
    async () => {
      const items = [{ text: '路灯坏了一排', category: 'facilityDamage', trade: 'delivery' }]
      const own = await secretary.call('meeting.create', { kind: 'talk', at: 1, where: '站点' })
      const input = { id: own.id, area: kaixuan, items }
      await underEveryFault(cloud, acting, 'meeting.raise', input, /"code":"\d{10}"/g)
      expect((await secretary.call('filing.list', {})).rows).toHaveLength(1)
    },
    2 * slow,
  )

  it(
    'ends, and writes back',
    async () => {
      await underEveryFault(cloud, acting, 'meeting.finish', { id: await id(), version: 3 })
      const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
      const stored = await appeals.get(appeal)
      expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'decide'])
      expect(stored && faultOf(stored)).toBeUndefined()
    },
    slow,
  )
})
