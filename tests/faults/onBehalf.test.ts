import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let messenger: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  messenger = await cloud.staff({ openid: 'o-messenger', role: 'messenger', organisationId: kaixuan })
  await cloud.phone('o-rider').personId()
}, 60_000)
afterAll(() => cloud.close())

it('filing for somebody else, and their claim', async () => {
  await underEveryFault(
    cloud,
    { openid: 'o-messenger', hat: `messenger-${kaixuan}` },
    'appeal.submitFor',
    {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
      channel: 'hotline',
      phone: '13800138000',
    },
    /"code":"\d{10}"/g,
  )
  const [filed] = (await messenger.call('filing.list', {})).rows
  await underEveryFault(
    cloud,
    { openid: 'o-rider' },
    'filing.claim',
    { code: filed?.code ?? '' },
    /"claimedAt":\d+/g,
  )
  expect((await cloud.phone('o-rider').call('appeal.mine', {})).rows).toHaveLength(1)
}, 180_000)
