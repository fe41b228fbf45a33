import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dump } from '../../../localcloud/start.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { nominated } from '../../../tests/support/honours.ts'
import { kaixuan, register } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone
let neighbour: Phone
let first: Phone
let second: Phone
let street: Phone
let id: string
let start: Dump
const tick = () => cloud.local.trigger('clock')

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  rider = cloud.phone('o-rider')
  neighbour = cloud.phone('o-neighbour')
  await register(rider)
  await register(neighbour, kaixuan, '老周')
  await tick()
  second = await cloud.staff({ openid: 'o-second', role: 'secretary', organisationId: kaixuan })
  street = await cloud.staff({ openid: 'o-street', role: 'secretary', organisationId: '210103014' })
  id = await nominated(cloud, rider)
  first = cloud.phone('o-nominator', `secretary-${kaixuan}`)
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

/** The days of the notice are over. */
const over = async () => {
  const { honours } = await import('../../store/honours.ts')
  await honours.update({ _id: id }, { noticeEnds: 1, tickAt: 1 })
  await tick()
}
const heads = async (phone: Phone) => (await phone.call('notice.list', {})).rows.map(({ head }) => head)
const listed = async (state: 'notice' | 'awarded') =>
  (await cloud.phone('o-anybody').call('honour.public', { state })).rows.map(({ name }) => name)

describe('an honour', () => {
  it('is proposed from the year’s ranking, and everybody concerned is told at once', async () => {
    const { rows } = await first.call('honour.candidates', { kind: 'finestRider' })
    expect(rows).toEqual([{ personId: await rider.personId(), name: '小蜂', points: 36, solved: 0 }])
    // Who found nothing is no hero of the community.
    expect((await first.call('honour.candidates', { kind: 'communityHero' })).rows).toEqual([])
    expect(await heads(rider)).toContain('凯旋社区提名您当“社区侠”')
    expect(await heads(second)).toEqual(['小蜂的“社区侠”等复核'])
    expect(await heads(street)).toEqual(['小蜂的“社区侠”等复核'])
    expect(await listed('notice')).toEqual([])
    expect((await neighbour.refused('honour.view', { id })).code).toBe('HONOUR_NOT_FOUND')
    expect(await rider.call('honour.view', { id })).toMatchObject({ mine: true, mayDecline: true })
    const twice = { kind: 'communityHero', personId: await rider.personId(), reason: '又想起来了' }
    expect((await first.refused('honour.nominate', twice)).code).toBe('HONOUR_TWICE')
  })

  it('is signed by a second person, hangs out, and is awarded by the timer', async () => {
    expect((await first.call('honour.queue', { state: 'proposed' })).rows[0]?.locked).toContain('另一位书记')
    expect((await first.refused('honour.sign', { id })).code).toBe('HONOUR_SECOND')
    await street.call('honour.sign', { id })
    expect(await listed('notice')).toEqual(['小蜂'])
    await tick()
    expect(await listed('awarded')).toEqual([])
    await over()
    expect(await listed('awarded')).toEqual(['小蜂'])
    expect(await heads(rider)).toContain('您是“社区侠”了')
    expect((await rider.call('honour.mine', {})).rows).toMatchObject([
      { state: 'awarded', kind: 'communityHero' },
    ])
  })

  it('goes back to the signer when somebody objects; the objection is seen by deciders alone', async () => {
    await second.call('honour.sign', { id })
    expect((await cloud.phone('o-stranger').refused('honour.object', { id, words: '不是他' })).code).toBe(
      'HONOUR_REGISTER_FIRST',
    )
    await neighbour.call('honour.object', { id, words: '有一处是我报的，打 13800138000' })
    expect(await neighbour.call('honour.view', { id })).toMatchObject({ objected: true, mayObject: false })
    await over()
    expect(await listed('awarded')).toEqual([])
    expect((await first.refused('honour.decide', { id, awarded: true, words: '行' })).code).toBe(
      'HONOUR_SECOND',
    )
    const [row] = (await second.call('honour.queue', { state: 'contested' })).rows
    expect(row?.objections.map(({ words }) => words)).toEqual(['有一处是我报的，打 【电话已隐去】'])
    expect(row?.locked).toBeUndefined()
    for (const open of [await rider.call('honour.view', { id }), await rider.call('honour.mine', {})])
      expect(JSON.stringify(open)).not.toContain('是我报的')
    await second.call('honour.decide', { id, awarded: false, words: '核对过，有一处不是他' })
    expect(await heads(rider)).toContain('“社区侠”这次没评上')
  })

  it('is in the copy of their data that its person takes with them', async () => {
    let page = await rider.call('personalData.export', {})
    const kinds = page.honours.map(({ kind }) => kind)
    while (page.next !== undefined) {
      page = await rider.call('personalData.export', { cursor: page.next })
      kinds.push(...page.honours.map(({ kind }) => kind))
    }
    expect(kinds).toEqual(['communityHero'])
  })

  it('can be declined by the person at any time, and is public no more', async () => {
    await second.call('honour.sign', { id })
    await over()
    expect((await neighbour.refused('honour.decline', { id })).code).toBe('HONOUR_NOT_FOUND')
    await rider.call('honour.decline', { id })
    expect(await listed('awarded')).toEqual([])
    expect(await heads(first)).toContain('小蜂谢绝了“社区侠”')
  })

  it('is gone with its person: no name is left', async () => {
    await second.call('honour.sign', { id })
    await rider.call('personalData.delete', {})
    const { honours } = await import('../../store/honours.ts')
    expect(await honours.get(id)).toMatchObject({ name: '', state: 'declined', publishedAt: 0 })
    expect(await listed('notice')).toEqual([])
  })

  it('stays as it was when the person may not leave yet', async () => {
    // A second post of the same person, as an invitation would give it.
    const { people } = await import('../../store/people.ts')
    await cloud.staff({ openid: 'o-administrator', role: 'administrator', organisationId: '2101' })
    const [administrator] = await people.find({ where: { openid: 'o-administrator' }, limit: 1 })
    await people.update({ openid: 'o-rider' }, { appointments: administrator?.appointments ?? [] })
    await people.update({ openid: 'o-administrator' }, { appointments: [] })
    await cloud.rest('o-rider')
    expect(await rider.refused('personalData.delete', {})).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    const { honours } = await import('../../store/honours.ts')
    expect(await honours.get(id)).toMatchObject({ name: '小蜂', state: 'proposed' })
  })

  it('goes with its community to another name, and to whoever is above it now', async () => {
    const city = await cloud.staff({
      openid: 'o-administrator',
      role: 'administrator',
      organisationId: '2101',
    })
    await city.call('organisation.edit', { id: kaixuan, version: 1, name: '新凯旋社区' })
    await city.call('organisation.settle', { id: kaixuan })
    expect((await second.call('honour.queue', { state: 'proposed' })).rows[0]?.place).toBe('新凯旋社区')
  })

  it('is nobody’s who is not on the board, or hides', async () => {
    const personId = await neighbour.personId()
    const input = { kind: 'finestRider', personId, reason: '热心' } as const
    expect((await first.refused('honour.nominate', input)).code).toBe('CANDIDATE_NOT_FOUND')
    await rider.call('ranking.show', { shown: false })
    expect((await first.call('honour.candidates', { kind: 'finestRider' })).rows).toEqual([])
  })

  it('is read with two wire requests, in notice or awarded', async () => {
    await second.call('honour.sign', { id })
    const { meter } = await cloud.local.measure(
      'api',
      { action: 'honour.public', input: { state: 'notice' } },
      { openid: 'o-rider' },
    )
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBe(2)
  })
})
