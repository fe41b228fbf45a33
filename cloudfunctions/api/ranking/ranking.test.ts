import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reversalOf } from '../../../domain/points/cause.ts'
import { periodsAt } from '../../../domain/points/ranking/periods.ts'
import { boardOf } from '../../../domain/points/ranking/standing.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { causeFor, give, kaixuan, register } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone
let other: Phone
const tick = () => cloud.local.trigger('clock')
const board = async (phone: Phone, of: 'community' | 'district' = 'community') =>
  (await phone.call('ranking.list', { of, period: 'month' })).rows
const names = async (phone: Phone) => (await board(phone)).map(({ name, points }) => `${name} ${points}`)

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  rider = cloud.phone('o-rider')
  other = cloud.phone('o-other')
  await register(rider)
  await register(other, kaixuan, '老周')
}, 60_000)
afterAll(() => cloud.close())

describe('a board', () => {
  it('is kept up by the timer, each payment once, the most points first', async () => {
    await give(await rider.personId(), 5)
    await give(await rider.personId(), 3, Date.now(), 'supervision')
    await give(await other.personId(), 11)
    expect(await board(rider)).toEqual([])
    await Promise.all([tick(), tick()])
    await tick()
    expect(await names(rider)).toEqual(['老周 11', '小蜂 8'])
    expect((await board(rider)).map(({ mine }) => mine)).toEqual([false, true])
    expect((await board(rider, 'district')).map(({ points }) => points)).toEqual([11, 8])
    const mine = await rider.call('ranking.mine', {})
    expect(mine.boards.map(({ of, points }) => [of, points.month])).toEqual([
      ['community', 8],
      ['district', 8],
    ])
  })

  it('loses what is taken back, and is not touched by spending', async () => {
    const { pay } = await import('../../carry/pay.ts')
    const cause = causeFor(await rider.personId(), { points: 9 })
    await pay(cause, Date.now())
    await pay(reversalOf(cause, Date.now()), Date.now())
    await tick()
    expect(await names(rider)).toEqual(['老周 11', '小蜂 8'])
  })

  it('hides who does not want to be on it, at once, and shows them again', async () => {
    await other.call('ranking.show', { shown: false })
    expect(await names(rider)).toEqual(['小蜂 8'])
    expect(await other.call('ranking.mine', {})).toMatchObject({
      shown: false,
      boards: [{ points: { month: 11 } }, {}],
    })
    await give(await other.personId(), 1)
    await tick()
    expect(await names(rider)).toEqual(['小蜂 8'])
    await other.call('ranking.show', { shown: true })
    expect(await names(rider)).toEqual(['老周 12', '小蜂 8'])
  })

  it('hides who chose so before they ever earned anything', async () => {
    const shy = cloud.phone('o-shy')
    await shy.call('ranking.show', { shown: false })
    await give(await shy.personId(), 30)
    await tick()
    expect(await names(rider)).toEqual(['老周 12', '小蜂 8'])
  })

  it('calls people as they call themselves now', async () => {
    await cloud.rest('o-other')
    await register(other, kaixuan, '周师傅')
    const unseen = `骑手${(await other.personId()).slice(-4).toUpperCase()}`
    expect(await names(rider)).toEqual([`${unseen} 12`, '小蜂 8'])
    await tick()
    expect(await names(rider)).toEqual(['周师傅 12', '小蜂 8'])
  })

  it('is empty for who has not registered, and of a team only its members see it', async () => {
    const stranger = cloud.phone('o-stranger')
    expect(await board(stranger)).toEqual([])
    expect((await stranger.refused('ranking.list', { of: 'team', teamId: 'any', period: 'year' })).code).toBe(
      'NOT_YOURS',
    )
  })

  it('is as the whole ledger says', async () => {
    const { standings, rankings } = await import('../../store/rankings.ts')
    const { rebuildStanding } = await import('../../carry/rank.ts')
    const id = await rider.personId()
    const before = await standings.get(id)
    const rows = await rankings.find({ where: { personId: id }, sort: [['_id', 'asc']], limit: 100 })
    await standings.update({ _id: id }, { sums: [] })
    await rankings.removeAll({ personId: id })
    await rebuildStanding(id, Date.now())
    const plain = (all: readonly { board: string; points: number; solved: number }[] = []) =>
      all.map(({ board: of, points, solved }) => [of, points, solved].join(' ')).sort()
    expect(plain((await standings.get(id))?.sums)).toEqual(plain(before?.sums))
    expect(plain(await rankings.find({ where: { personId: id }, limit: 100 }))).toEqual(plain(rows))
  })

  it('counts what was paid before there were rankings, when it is made anew', async () => {
    const { rebuildStanding } = await import('../../carry/rank.ts')
    const { command } = await import('../../store/collection.ts')
    const { transfers } = await import('../../store/transfers.ts')
    const early = cloud.phone('o-early')
    const id = await early.personId()
    await give(id, 7)
    await transfers.update({ personId: id }, { toRank: command.remove() })
    await tick()
    expect((await names(rider)).length).toBe(2)
    await rebuildStanding(id, Date.now())
    await rebuildStanding(id, Date.now())
    expect((await board(rider)).map(({ points }) => points)).toEqual([12, 8, 7])
    await early.call('personalData.delete', {})
  })

  it('takes two wire requests, one index, and looks at no more than it shows', async () => {
    const { value, meter } = await cloud.local.measure(
      'api',
      { action: 'ranking.list', input: { of: 'community', period: 'month' } },
      { openid: 'o-rider' },
    )
    expect(value).toMatchObject({ ok: true })
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('goes on page by page, nobody twice or missing', async () => {
    for (let index = 0; index < 60; index += 1) {
      const phone = cloud.phone(`o-many-${index}`)
      await give(await phone.personId(), 100 + (index % 3))
    }
    await tick()
    const first = await rider.call('ranking.list', { of: 'community', period: 'year' })
    const second = await rider.call('ranking.list', {
      of: 'community',
      period: 'year',
      ...(first.next !== undefined && { cursor: first.next }),
    })
    const all = [...first.rows, ...second.rows]
    expect(new Set(all.map(({ id }) => id)).size).toBe(62)
    expect(all.map(({ points }) => points)).toEqual(all.map(({ points }) => points).sort((a, b) => b - a))
    expect(second.next).toBeUndefined()
  }, 60_000)

  it('forgets who is deleted, though more of theirs is still to be counted', async () => {
    await give(await other.personId(), 2)
    await other.call('personalData.delete', {})
    await tick()
    expect((await names(rider)).filter((name) => name.startsWith('周师傅'))).toEqual([])
  })
})

describe('a team', () => {
  it('has what its members earn while they are members, hidden or not', async () => {
    const { organisations } = await import('../../store/organisations.ts')
    const place = await organisations.get(kaixuan)
    if (!place) throw new Error('the community is not loaded')
    const { nameKeys: _, suffixes: __, ...plain } = place
    const ancestors = [kaixuan, ...place.ancestors]
    const team = {
      ...plain,
      _id: 'team-1',
      name: '暖蜂队',
      kind: 'team' as const,
      parentId: kaixuan,
      ancestors,
      suffixes: [],
    }
    await organisations.add(team)
    const members = await Promise.all(
      ['o-one', 'o-two', 'o-three'].map((openid) =>
        cloud.staff({ openid, role: 'partTimeGridWorker', organisationId: 'team-1' }),
      ),
    )
    const [one, two, three] = members as [Phone, Phone, Phone]
    const thirdId = await three.personId()
    for (const member of members) await give(await member.personId(), 4)
    await tick()
    await two.call('ranking.show', { shown: false })
    await three.call('appointment.end', {
      personId: thirdId,
      appointmentId: 'partTimeGridWorker-team-1',
      words: '不跑了',
    })
    await give(thirdId, 50)
    await give(await two.personId(), 1)
    await tick()
    const mine = await one.call('ranking.mine', {})
    const own = mine.boards.find(({ of }) => of === 'team')
    expect(own).toMatchObject({ name: '暖蜂队', points: { month: 4 }, together: { month: 13, year: 13 } })
    const rows = (await one.call('ranking.list', { of: 'team', teamId: 'team-1', period: 'month' })).rows
    expect(rows.map(({ points }) => points)).toEqual([4, 4])
    const { teamTotals } = await import('../../store/rankings.ts')
    expect((await teamTotals.get(boardOf('team-1', periodsAt(Date.now()).quarter)))?.points).toBe(13)
  }, 60_000)
})
