import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultOf } from '../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const acting = { openid: 'o-secretary', hat: `secretary-${kaixuan}` }
let cloud: TestCloud
let secretary: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'], transactionTimeout: 700 })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

it('a meeting from its agenda to what is written back', async () => {
  const { id: appeal } = await cloud.phone('o-rider').call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁',
    area: kaixuan,
    trade: 'delivery',
  })
  await underEveryFault(cloud, acting, 'meeting.create', {
    kind: 'joint',
    at: 1_800_000_000_000,
    where: '二楼会议室',
  })
  const [meeting] = (await secretary.call('meeting.list', {})).rows
  const id = meeting?.id ?? ''
  await underEveryFault(cloud, acting, 'meeting.agenda', { id, version: 1, appealIds: [appeal] })
  await underEveryFault(cloud, acting, 'meeting.minutes', {
    id,
    appealId: appeal,
    decision: { words: '北门开到 23:00', by: 1_900_000_000_000, organisation: '凯旋社区' },
  })
  await underEveryFault(
    cloud,
    acting,
    'meeting.raise',
    {
      id,
      area: kaixuan,
      items: [{ text: '路灯坏了一排', category: 'facilityDamage', trade: 'delivery' }],
    },
    /"code":"\d{10}"/g,
  )
  await underEveryFault(cloud, acting, 'meeting.finish', { id, version: 4 })
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const stored = await appeals.get(appeal)
  expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'decide'])
  expect(stored && faultOf(stored)).toBeUndefined()
  expect((await secretary.call('filing.list', {})).rows).toHaveLength(1)
}, 240_000)
