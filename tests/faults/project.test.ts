import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const acting = { openid: 'o-secretary', hat: `secretary-${kaixuan}` }
let cloud: TestCloud
let rider: Phone
let secretary: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const submit = async () =>
  (
    await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
    })
  ).id

const slow = 180_000

describe('a project from its beginning to its end', () => {
  let first: string
  let second: string
  const id = async () => (await secretary.call('project.list', {})).rows[0]?.id ?? ''
  beforeAll(async () => {
    first = await submit()
    second = await submit()
  })

  it(
    'is made',
    async () => {
      const input = { title: '北门夜间通行', appealIds: [first] }
      await underEveryFault(cloud, acting, 'project.create', input)
    },
    slow,
  )

  it(
    'takes another in, and lets it go',
    async () => {
      await underEveryFault(cloud, acting, 'project.add', { id: await id(), appealIds: [second] })
      await underEveryFault(cloud, acting, 'project.remove', { id: await id(), appealId: second })
    },
    2 * slow,
  )

  it(
    'goes on',
    async () => {
      await underEveryFault(cloud, acting, 'project.progress', {
        id: await id(),
        version: 3,
        progress: '约了物业',
        milestones: [{ name: '装门禁', by: 1_800_000_000_000 }],
      })
    },
    slow,
  )

  it(
    'ends, and its appeals with it',
    async () => {
      const input = { id: await id(), version: 4, words: '北门开到 23:00' }
      await underEveryFault(cloud, acting, 'project.close', input)
      const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
      const stored = await appeals.get(first)
      expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'join', 'accept', 'resolve'])
      expect(stored && faultOf(stored)).toBeUndefined()
      expect((await appeals.get(second))?.project).toBeNull()
    },
    slow,
  )
})
