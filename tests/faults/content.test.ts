import { afterAll, beforeAll, expect, it } from 'vitest'
import { doubtful } from '../../scripts/load/wechat.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { kaixuan, register } from '../support/points.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const position = { longitude: 123.43, latitude: 41.8 }
const hat = `gridWorker-${kaixuan}`
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

it('what is let through, and what is kept from others, ends the same under every fault', async () => {
  const rider = cloud.phone('o-rider')
  const snap = { kind: 'snap', category: 'fireLane', area: kaixuan, trade: 'delivery', position } as const
  const { id } = await rider.call('appeal.submit', { ...snap, text: doubtful })
  await cloud.passed()
  const about = { kind: 'appeal', id }
  for (const open of [false, true])
    await underEveryFault(cloud, { openid: 'o-worker', hat }, 'content.judge', {
      about,
      piece: '1-text',
      open,
    })
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  expect((await appeals.get(id))?.safety).toMatchObject({ waiting: [], held: [], closed: [] })
  expect((await appeals.get(id))?.place.cell).toHaveLength(6)
}, 120_000)

it('a name that is let through, too', async () => {
  const rider = cloud.phone('o-named')
  await register(rider, kaixuan, doubtful)
  await cloud.passed()
  const { checks } = await import('../../cloudfunctions/store/checks.ts')
  const [check] = await checks.find({ where: { state: 'held', 'about.kind': 'person' }, limit: 1 })
  const { about, piece = '' } = check ?? {}
  await underEveryFault(cloud, { openid: 'o-worker', hat }, 'content.judge', { about, piece, open: true })
  const { people } = await import('../../cloudfunctions/store/people.ts')
  expect((await people.get(await rider.personId()))?.nicknamePassed).toBe(doubtful)
}, 120_000)
