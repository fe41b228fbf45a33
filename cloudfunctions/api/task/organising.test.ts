import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
let cloud: TestCloud
let worker: Phone
let secretary: Phone
let volunteer: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  volunteer = await registered('o-volunteer', '小蜂')
}, 60_000)
afterAll(() => cloud.close())

async function registered(openid: string, nickname: string): Promise<Phone> {
  const phone = cloud.phone(openid)
  const form = { nickname, trade: 'delivery' as const, communityId: kaixuan, consentVersion: 1 }
  await phone.call('person.register', form)
  return phone
}
const plan = (change: object = {}) => ({
  title: '雪后清扫',
  kind: 'cleaning' as const,
  place: { name: '北站路台阶', point: { longitude: 123.43, latitude: 41.8 } },
  from: Date.now() + 10 * 60_000,
  to: Date.now() + hour,
  places: 3,
  points: 4,
  proof: ['code' as const],
  ...change,
})
const publish = async (change: object = {}) =>
  (await worker.call('task.create', { plan: plan(change), publish: true })).id
const { tasks } = await import('../../store/tasks.ts')
const { people } = await import('../../store/people.ts')
const missThrice = async (personId: string) => {
  const missed = [1, 2, 3].map((claim) => ({ claim: `c${claim}`, at: Date.now() - claim * hour }))
  await people.update({ _id: personId }, { volunteering: { tags: [], riding: [], missed, forgivenAt: null } })
}

describe('the board', () => {
  it('says who has come and who is missing, and nothing else of them', async () => {
    const id = await publish()
    const other = await registered('o-other', '老王')
    await volunteer.call('task.claim', { id })
    await other.call('task.claim', { id })
    const row = async () => (await worker.call('task.board', {})).rows.find((each) => each.id === id)
    expect(await row()).toMatchObject({ places: 3, left: 1, came: 0, absent: [] })
    const { codes } = await worker.call('task.codes', { id })
    await volunteer.call('task.checkIn', { id, code: codes[0]?.code ?? '' })
    await tasks.update({ _id: id }, { from: Date.now() - 60_000 })
    expect(await row()).toMatchObject({ came: 1, absent: ['老王'] })
    expect(JSON.stringify(await row())).not.toMatch(/secret|checkIn|personId/)
  })
})

describe('the board of what was called off', () => {
  it('keeps it', async () => {
    const id = await publish()
    await worker.call('task.cancel', { id, words: '下雪了' })
    const on = async (state: 'open' | 'over' | 'cancelled') =>
      (await worker.call('task.board', { state })).rows.filter((row) => row.id === id).length
    expect([await on('open'), await on('over'), await on('cancelled')]).toEqual([0, 0, 1])
  })
})

describe('the code', () => {
  it('keeps how far away it was typed, and asks for no place', async () => {
    const near = { longitude: 123.4301, latitude: 41.8001 }
    const distance = async (position?: typeof near) => {
      const id = await publish({ from: Date.now() + 60_000, muster: true })
      await volunteer.call('task.claim', { id })
      const { codes, place } = await worker.call('task.codes', { id })
      expect(place).toBe('北站路台阶')
      await volunteer.call('task.checkIn', { id, code: codes[0]?.code ?? '', ...(position && { position }) })
      return (await worker.call('task.codes', { id })).claims[0]?.checkIn
    }
    expect(await distance(near)).toMatchObject({ by: 'code', metres: 14 })
    expect(await distance()).not.toHaveProperty('metres')
    expect(await distance({ longitude: 123.5, latitude: 41.9 })).toMatchObject({ by: 'code' })
  })
})

describe('the teams that one can ask', () => {
  it('are the organisation’s own and those of what it lies in, active ones, page by page', async () => {
    const administrator = await cloud.staff({
      openid: 'o-administrator',
      role: 'administrator',
      organisationId: '2101',
    })
    const found = async (parentId: string, name: string) =>
      (await administrator.call('organisation.create', { parentId, name, kind: 'team' })).id
    const own = await found(kaixuan, '凯旋先锋队')
    const above = await found('210103014', '北站街道益蜂队')
    const closed = await found(kaixuan, '散了的队')
    await administrator.call('organisation.close', { ids: [closed] })
    const beside = cloud.organisations.find(({ kind, _id }) => kind === 'community' && _id !== kaixuan)
    await found(beside?._id ?? '', '隔壁的队')
    const { rows, next } = await worker.call('task.teams', {})
    expect(rows.map(({ id }) => id).sort()).toEqual([own, above].sort())
    expect(next).toBeUndefined()
    const [first] = rows
    const rest = await worker.call('task.teams', { cursor: JSON.stringify([0, first?.id]) })
    expect(rest.rows).toEqual(rows.slice(1))
    expect(await worker.refused('task.teams', { cursor: '[0,{}]' })).toMatchObject({ code: 'FIELD_INVALID' })
    expect(
      (await worker.call('task.create', { plan: plan(), teamId: above, publish: false })).id,
    ).toBeTruthy()
  })
})

describe('work that is not for everybody to look at', () => {
  it('says that it is one’s own before it is tried; that it is a pair’s when it is, and what to do then', async () => {
    const second = await cloud.staff({ openid: 'o-second', role: 'gridWorker', organisationId: kaixuan })
    const id = await publish({ proof: ['photo'] })
    const other = await publish({ proof: ['photo'], from: Date.now() + 3 * hour, to: Date.now() + 4 * hour })
    for (const [phone, task] of [
      [worker, id],
      [second, other],
    ] as const) {
      await phone.call('task.claim', { id: task })
      await tasks.update({ _id: task }, { from: Date.now() })
      await phone.call('task.submit', { id: task, photos: [await phone.photo()] })
    }
    const locks = async (phone: Phone) =>
      Object.fromEntries(
        (await phone.call('task.toVerify', {})).rows.map(({ task, claims }) => [task.id, claims[0]?.locked]),
      )
    expect(await locks(secretary)).toEqual({ [id]: undefined, [other]: undefined })
    expect(await locks(worker)).toEqual({ [id]: 'own', [other]: undefined })
    const claimId = (await tasks.get(id))?.claims[0]?.id ?? ''
    await second.call('task.verify', { id, verdicts: [{ claimId, accepted: true }] })
    expect(await locks(worker)).toEqual({ [other]: undefined })
    const theirs = (await tasks.get(other))?.claims[0]?.id ?? ''
    const verdicts = [{ claimId: theirs, accepted: true }]
    expect(await worker.refused('task.verify', { id: other, verdicts })).toMatchObject({
      code: 'VERIFY_PAIR',
    })
    await secretary.call('task.verify', { id: other, verdicts })
    expect(await locks(secretary)).toEqual({})
  })

  it('a visit to somebody’s home can’t be made of something else', async () => {
    const id = await publish()
    const visit = { ...plan(), kind: 'delivery' as const }
    expect(await worker.refused('task.edit', { id, version: 2, plan: visit })).toMatchObject({
      code: 'BENEFICIARY_NEEDED',
    })
  })
})

describe('who did not come', () => {
  it('is listed with how often, and a secretary lifts the pause: told, audited, once', async () => {
    const id = await publish()
    const phone = await registered('o-late', '小迟')
    const personId = await phone.personId()
    await phone.call('task.claim', { id })
    await missThrice(personId)
    await tasks.update({ _id: id, 'claims.personId': personId }, { 'claims.0.state': 'noShow' })
    const { people: absent } = await secretary.call('task.absent', { id })
    expect(absent).toEqual([{ personId, name: '小迟', missed: 3, pausedUntil: expect.any(Number) }])

    const requestId = 'forgive-once-00000000'
    await secretary.call('volunteer.forgive', { personId, taskId: id }, requestId)
    await secretary.call('volunteer.forgive', { personId, taskId: id }, requestId)
    expect((await secretary.call('task.absent', { id })).people).toEqual([
      { personId, name: '小迟', missed: 0 },
    ])
    expect(await phone.call('volunteer.view', {})).not.toHaveProperty('pausedUntil')
    const told = (await phone.call('notice.list', {})).rows.filter(({ head }) => head === '可以接着领任务了')
    expect(told).toEqual([expect.objectContaining({ about: { id, as: 'volunteer' } })])
    const { audit } = await import('../../store/audit.ts')
    const entries = await audit.find({ where: { action: 'volunteer.forgive' }, limit: 10 })
    expect(entries).toEqual([
      expect.objectContaining({ subjectId: personId, words: '在「雪后清扫」没来的名单里解除暂停' }),
    ])
  })

  it.each([
    ['a worker', () => worker, {}, 'NOT_YOURS'],
    ['nobody that there is', () => secretary, { personId: 'nobody' }, 'PERSON_NOT_FOUND'],
    ['no task that there is', () => secretary, { taskId: 'nothing' }, 'TASK_NOT_FOUND'],
    ['somebody who is not paused', () => secretary, {}, 'NOT_PAUSED'],
    ['an operator', () => secretary, { personId: { $ne: null } }, 'FIELD_INVALID'],
  ] as const)('a pause is not lifted for: %s', async (_, phone, change, code) => {
    const input = { personId: await volunteer.personId(), taskId: await publish(), ...change }
    expect(await phone().refused('volunteer.forgive', input)).toMatchObject({ code })
  })

  it('nobody lifts their own', async () => {
    const personId = await secretary.personId()
    await missThrice(personId)
    const input = { personId, taskId: await publish() }
    expect(await secretary.refused('volunteer.forgive', input)).toMatchObject({ code: 'FORGIVE_OWN' })
  })

  it('of another community: not by us', async () => {
    const elsewhere = cloud.organisations.find(({ kind, _id }) => kind === 'community' && _id !== kaixuan)
    const stranger = await cloud.staff({
      openid: 'o-stranger',
      role: 'secretary',
      organisationId: elsewhere?._id ?? '',
    })
    const personId = await volunteer.personId()
    await missThrice(personId)
    const input = { personId, taskId: await publish() }
    expect(await stranger.refused('volunteer.forgive', input)).toMatchObject({ code: 'NOT_YOURS' })
  })
})
