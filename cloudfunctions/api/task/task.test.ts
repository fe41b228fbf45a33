import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesFrom } from '../../../domain/task/code.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
let cloud: TestCloud
let worker: Phone
let secretary: Phone

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103014'],
    openapi: {
      'updatableMessage.createActivityId': { activityId: 'activity-1' },
      'updatableMessage.setUpdatableMsg': { errcode: 0 },
    },
  })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const plan = (change: object = {}) => ({
  title: '雪后清扫北站路台阶',
  kind: 'cleaning' as const,
  place: { name: '北站路台阶', point: { longitude: 123.43, latitude: 41.8 } },
  from: Date.now() + 10 * 60_000,
  to: Date.now() + 2 * hour,
  places: 5,
  points: 4,
  proof: ['code' as const, 'photo' as const],
  ...change,
})
const publish = async (change: object = {}) =>
  (await worker.call('task.create', { plan: plan(change), publish: true })).id

let volunteers = 0
/** Somebody who has registered with the community. */
async function volunteer(): Promise<Phone & { openid: string }> {
  volunteers += 1
  const openid = `o-volunteer-${volunteers}`
  const phone = cloud.phone(openid)
  await phone.call('person.register', {
    nickname: `小蜂${volunteers}`,
    trade: 'delivery',
    communityId: kaixuan,
    consentVersion: 1,
  })
  return { ...phone, openid }
}
const stored = async (id: string) => {
  const { tasks } = await import('../../store/tasks.ts')
  const task = await tasks.get(id)
  if (!task) throw new Error('it is not there')
  return task
}
/** Time passes for a task: its window and what is waited for lie so much earlier. */
async function pass(id: string, milliseconds: number): Promise<void> {
  const { tasks } = await import('../../store/tasks.ts')
  const task = await stored(id)
  const earlier = (at: number | null) => (at === null ? null : at - milliseconds)
  await tasks.put({
    ...task,
    from: task.from - milliseconds,
    to: task.to - milliseconds,
    claims: task.claims.map((claim) => ({ ...claim, until: earlier(claim.until) })),
    waiting: task.waiting.map((each) => ({ ...each, offeredUntil: earlier(each.offeredUntil) })),
    tickAt: task.tickAt - milliseconds,
  })
}

describe('many at once', () => {
  it('200 people tap on 5 places: exactly 5 have one, 195 hear it at once, who waits is in order', async () => {
    const id = await publish()
    const phones = Array.from({ length: 200 }, (_, index) => cloud.phone(`o-tap-${index}`))
    await Promise.all(phones.map((phone) => phone.personId()))
    const answers = await Promise.all(
      phones.map((phone) =>
        phone.call('task.claim', { id }).then(
          () => 'got',
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'got')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'TASK_FULL')).toHaveLength(195)
    const task = await stored(id)
    expect(task).toMatchObject({ free: 0 })
    expect(new Set(task.holders).size).toBe(5)

    const losers = phones.filter((_, index) => answers[index] !== 'got').slice(0, 12)
    await Promise.all(losers.map((phone) => phone.call('task.wait', { id })))
    const { waiting } = await stored(id)
    expect(waiting).toHaveLength(12)
    expect(waiting.map(({ at }) => at)).toEqual(waiting.map(({ at }) => at).sort((a, b) => a - b))
    const winner = phones[answers.indexOf('got')]
    await winner?.call('task.release', { id })
    expect((await stored(id)).waiting.filter(({ offeredUntil }) => offeredUntil)).toEqual([
      expect.objectContaining({ personId: waiting[0]?.personId }),
    ])
  }, 120_000)

  it('releases and claims at once: never more than the places, never a lost one', async () => {
    const id = await publish({ places: 2, from: Date.now() + 5 * hour, to: Date.now() + 6 * hour })
    const phones = await Promise.all(Array.from({ length: 6 }, volunteer))
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        phones.map((phone, index) => {
          const action = (round + index) % 3 === 0 ? ('task.release' as const) : ('task.claim' as const)
          return phone.call(action, { id }).catch(() => undefined)
        }),
      )
      const { free, claims, waiting, holders } = await stored(id)
      const held = claims.filter(({ state }) => state === 'claimed').length
      expect(free + held + waiting.filter(({ offeredUntil }) => offeredUntil).length).toBe(2)
      expect(holders).toHaveLength(held)
    }
  }, 60_000)
})

describe('one life', () => {
  it('claimed, checked in by the code, handed in, verified by a second person: its cause is left once', async () => {
    const id = await publish()
    const phone = await volunteer()
    expect(await phone.call('task.claim', { id })).toMatchObject({ state: 'claimed' })
    expect(await phone.call('task.claim', { id })).toMatchObject({ state: 'claimed' })
    expect(await phone.refused('task.submit', { id, photos: [] })).toMatchObject({ code: 'CHECK_IN_FIRST' })
    expect(await phone.refused('task.checkIn', { id, code: '000000' })).toMatchObject({
      code: 'CHECK_IN_CODE_WRONG',
    })
    const { codes } = await worker.call('task.codes', { id })
    await phone.call('task.checkIn', { id, code: codes[0]?.code ?? '' })
    expect(await phone.refused('task.submit', { id })).toMatchObject({ code: 'TASK_PHOTO_NEEDED' })
    await phone.call('task.submit', { id, photos: [await phone.photo()], words: '扫完了' })
    const { rows } = await secretary.call('task.toVerify', {})
    const claimId = rows.find(({ task }) => task.id === id)?.claims[0]?.id ?? ''
    const verdicts = [{ claimId, accepted: true, words: '' }]
    await secretary.call('task.verify', { id, verdicts })
    await secretary.call('task.verify', { id, verdicts })
    expect((await stored(id)).causes).toEqual([
      expect.objectContaining({ key: `claim:${claimId}:verified`, points: 4 }),
    ])
    expect((await phone.call('notice.list', {})).rows[0]).toMatchObject({
      head: '验收通过了',
      about: { id, as: 'volunteer' },
    })
    expect((await phone.call('task.mine', {})).rows.map((row) => [row.id, row.mine])).toEqual([
      [id, 'verified'],
    ])
  })

  it('by position, near enough', async () => {
    const id = await publish({ proof: ['place'] })
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    const far = { longitude: 123.43, latitude: 41.81 }
    expect(await phone.refused('task.checkIn', { id, position: far })).toMatchObject({
      code: 'CHECK_IN_FAR',
      message: expect.stringContaining('200 米以内'),
    })
    await phone.call('task.checkIn', { id, position: { longitude: 123.4301, latitude: 41.8001 } })
    expect((await stored(id)).claims[0]?.checkIn).toMatchObject({ by: 'place', metres: expect.any(Number) })
  })

  it('a code holds for its half minute and the ones beside it', () => {
    const now = Date.now()
    const [code] = codesFrom('s', now, 1)
    expect(code?.code).toMatch(/^\d{6}$/)
  })
})

describe('what stands against a claim', () => {
  it('a window that overlaps with another task of theirs', async () => {
    const first = await publish({ from: Date.now() + 20 * hour, to: Date.now() + 22 * hour })
    const second = await publish({ from: Date.now() + 21 * hour, to: Date.now() + 23 * hour })
    const phone = await volunteer()
    await phone.call('task.claim', { id: first })
    expect(await phone.refused('task.claim', { id: second })).toMatchObject({ code: 'TASK_OVERLAPS' })
    await phone.call('task.release', { id: first })
    await phone.call('task.claim', { id: second })
  })

  it('two of the same time, taken at the very same moment: the timer keeps one, and says so', async () => {
    const phone = await volunteer()
    const window = { from: Date.now() + 30 * hour, to: Date.now() + 32 * hour }
    const ids = [await publish(window), await publish(window)]
    await Promise.all(ids.map((id) => phone.call('task.claim', { id }).catch(() => undefined)))
    const { tasks } = await import('../../store/tasks.ts')
    const personId = await phone.personId()
    const { newClaim } = await import('../../../domain/task/claiming.ts')
    const { takePlace } = await import('../../store/tasks.ts')
    const person = { personId, name: '小蜂', registeredAt: 1, volunteering: undefined, groupId: null }
    // Whether or not both came through together just now, both have a place now.
    for (const [index, id] of ids.entries())
      await takePlace(await stored(id), newClaim(`claim-${index}`, person, Date.now() + index), Date.now())
    expect(await tasks.count({ holders: personId })).toBe(2)
    await cloud.local.trigger('clock')
    await cloud.local.trigger('clock')
    expect(await tasks.count({ holders: personId })).toBe(1)
    expect((await phone.call('notice.list', {})).rows[0]).toMatchObject({ head: '退了一个撞时间的' })
    expect((await cloud.phone(phone.openid).call('volunteer.view', {})).pausedUntil).toBeUndefined()
  })

  it('nobody verifies their own work, nor each other’s on one day', async () => {
    const openid = 'o-second'
    const second = await cloud.staff({ openid, role: 'gridWorker', organisationId: kaixuan })
    const id = await publish({ proof: ['photo'] })
    const other = await publish({ proof: ['photo'], from: Date.now() + 3 * hour, to: Date.now() + 4 * hour })
    const { tasks } = await import('../../store/tasks.ts')
    for (const [phone, task] of [
      [worker, id],
      [second, other],
    ] as const) {
      await phone.call('task.claim', { id: task })
      await tasks.update({ _id: task }, { from: Date.now() })
      await phone.call('task.submit', { id: task, photos: [await phone.photo()] })
    }
    const claimOf = async (task: string) => (await stored(task)).claims[0]?.id ?? ''
    const verdict = async (task: string) => ({
      id: task,
      verdicts: [{ claimId: await claimOf(task), accepted: true }],
    })
    expect(await worker.refused('task.verify', await verdict(id))).toMatchObject({ code: 'VERIFY_OWN' })
    await second.call('task.verify', await verdict(id))
    expect(await worker.refused('task.verify', await verdict(other))).toMatchObject({ code: 'VERIFY_PAIR' })
    await secretary.call('task.verify', await verdict(other))
  })
})

describe('by the timer', () => {
  it('a held place goes on when nobody registers', async () => {
    const id = await publish({ places: 1, from: Date.now() + 5 * hour, to: Date.now() + 6 * hour })
    const guest = cloud.phone('o-guest')
    expect(await guest.call('task.claim', { id })).toMatchObject({ state: 'held', until: expect.any(Number) })
    const phone = await volunteer()
    expect(await phone.refused('task.claim', { id })).toMatchObject({ code: 'TASK_FULL' })
    await phone.call('task.wait', { id })
    await pass(id, taskLimits.held)
    await cloud.local.trigger('clock')
    expect((await phone.call('notice.list', {})).rows[0]).toMatchObject({ head: '空出一个名额' })
    expect(await phone.call('task.claim', { id })).toMatchObject({ state: 'claimed' })
    expect((await guest.call('notice.list', {})).rows[0]).toMatchObject({ head: '名额没留住' })
  })

  it('who did not come is noted once, and three times pause claiming until a secretary forgives it', async () => {
    const phone = await volunteer()
    for (let index = 0; index < 3; index += 1) {
      const id = await publish()
      await phone.call('task.claim', { id })
      await pass(id, 3 * hour)
      await cloud.local.trigger('clock')
      await cloud.local.trigger('clock')
      expect((await stored(id)).claims[0]).toMatchObject({ state: 'noShow' })
      expect(await stored(id)).toMatchObject({ listed: false, outbox: [], misses: [] })
    }
    expect(await phone.refused('task.claim', { id: await publish() })).toMatchObject({ code: 'CLAIM_PAUSED' })
    expect(await phone.call('volunteer.view', {})).toMatchObject({ pausedUntil: expect.any(Number) })
  })

  it('where nobody had to come, who handed nothing in is told that nothing is counted', async () => {
    const phone = await volunteer()
    const id = await publish({ proof: ['photo'] })
    await phone.call('task.claim', { id })
    await pass(id, 80 * hour)
    await cloud.local.trigger('clock')
    const [item] = (await phone.call('notice.list', {})).rows
    expect(item).toMatchObject({ head: '没等到您', sentence: expect.stringContaining('不影响您以后接着领') })
    expect((await phone.call('volunteer.view', {})).pausedUntil).toBeUndefined()
  })

  it('the next one of a weekly task is made when this one begins, once', async () => {
    const id = await publish({ repeat: 'weekly' })
    await pass(id, 20 * 60_000)
    await cloud.local.trigger('clock')
    await cloud.local.trigger('clock')
    const next = await stored(`${id}-2`)
    expect(next).toMatchObject({ free: 5, claims: [], phase: 'published' })
    expect(next.from - (await stored(id)).from).toBe(7 * 24 * hour)
  })
})

describe('what ends', () => {
  it('one that was called off is looked at no more, and is neither missed nor verified', async () => {
    const id = await publish({ proof: [] })
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    await worker.call('task.cancel', { id, words: '又下雪了' })
    await pass(id, 4 * hour)
    await cloud.local.trigger('clock')
    await cloud.local.trigger('clock')
    const task = await stored(id)
    expect(task.tickAt).toBeGreaterThan(Date.now())
    expect(task.claims[0]).toMatchObject({ state: 'claimed' })
    expect((await secretary.call('task.toVerify', {})).rows.map((row) => row.task.id)).not.toContain(id)
  })

  it('the next one of a weekly errand goes to the same door, and the address is not kept for ever', async () => {
    const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
    const errand = plan({ kind: 'delivery', proof: ['photo'], repeat: 'weekly' })
    const { id } = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
    await pass(id, 20 * 60_000)
    await cloud.local.trigger('clock')
    const { beneficiaries } = await import('../../store/beneficiaries.ts')
    const [first, next] = await Promise.all([beneficiaries.get(id), beneficiaries.get(`${id}-2`)])
    expect(next).toMatchObject({ address: '北站路 1 号', thankedAt: null })
    expect(next?.thanksCode).not.toBe(first?.thanksCode)
    await pass(id, 40 * 24 * hour)
    await cloud.local.trigger('clock')
    expect(await beneficiaries.get(id)).toBeUndefined()
    expect(await stored(id)).toMatchObject({ beneficiary: false })
  })

  it('who has everything deleted gives back what is ahead, and leaves no name', async () => {
    const id = await publish({ places: 1, from: Date.now() + 50 * hour, to: Date.now() + 51 * hour })
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    await cloud.rest(phone.openid)
    await phone.call('personalData.delete', {})
    const task = await stored(id)
    expect(task).toMatchObject({ free: 1, holders: [] })
    expect(JSON.stringify(task)).not.toContain('小蜂')
  })

  it('coming and going all day makes no document longer', async () => {
    const id = await publish({ from: Date.now() + 70 * hour, to: Date.now() + 71 * hour })
    const phone = await volunteer()
    for (let round = 0; round < 5; round += 1) {
      await phone.call('task.claim', { id })
      await phone.call('task.release', { id })
    }
    expect((await stored(id)).claims).toHaveLength(1)
  })
})

describe('those who have claimed', () => {
  it('are told what changed, and that it is called off', async () => {
    const id = await publish()
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    const { version } = await worker.call('task.view', { id })
    await worker.call('task.edit', { id, version, plan: plan({ title: '清扫南门台阶' }) })
    expect(await worker.refused('task.edit', { id, version, plan: plan() })).toMatchObject({
      code: 'TASK_STALE',
    })
    await worker.call('task.cancel', { id, words: '又下雪了' })
    const heads = (await phone.call('notice.list', {})).rows.map(({ head }) => head)
    expect(heads.slice(0, 2)).toEqual(['任务取消了', '任务有变动'])
    expect(await phone.refused('task.checkIn', { id, code: '123456' })).toMatchObject({
      code: 'TASK_CANCELLED',
    })
  })
})

describe('from a group chat', () => {
  const from = (openid: string, groupId: string, action: string, input: object, hat?: string) =>
    cloud.local.call(
      'api',
      {
        action,
        input,
        requestId: `group-${openid}-${action.replace('.', '-')}-${groupId}`,
        ...(hat && { hat }),
      },
      { openid, openData: { group: { cloudID: 'c', data: { opengid: groupId } } } },
    ) as Promise<{ ok: boolean; data: Record<string, unknown>; error?: { code: string } }>
  const hat = `gridWorker-${kaixuan}`

  it('is bound once, by what WeChat vouches for alone', async () => {
    expect(await worker.refused('group.bind', { name: '骑手之家' })).toMatchObject({
      code: 'GROUP_NOT_TRUSTED',
    })
    const forged = await worker.send({
      action: 'group.bind',
      input: { name: '骑手之家' },
      requestId: 'forged-request',
      hat,
      group: { data: { opengid: 'g-forged' } },
    })
    expect(forged).toMatchObject({ ok: false, error: { code: 'GROUP_NOT_TRUSTED' } })
    expect(await from('o-worker', 'g-one', 'group.bind', { name: '骑手之家' }, hat)).toMatchObject({
      ok: true,
    })
    const other =
      cloud.organisations.find(({ kind, _id }) => kind === 'community' && _id !== kaixuan)?._id ?? ''
    await cloud.staff({ openid: 'o-else', role: 'gridWorker', organisationId: other })
    const elsewhere = await from('o-else', 'g-one', 'group.bind', { name: '我们群' }, `gridWorker-${other}`)
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'GROUP_TAKEN' } })
    expect((await from('o-else', 'g-one', 'group.here', {})).data).toMatchObject({
      group: { name: '骑手之家' },
    })
  })

  it('the claim keeps its group, the card counts and ends, the community sees how fast it went', async () => {
    const id = await publish({ places: 2 })
    const { activityId } = await worker.call('task.share', { id })
    expect((await worker.call('task.share', { id })).activityId).toBe(activityId)
    const [first, second] = [await volunteer(), await volunteer()]
    await from(first.openid, 'g-one', 'task.claim', { id })
    await cloud.local.trigger('clock')
    const told = () =>
      cloud.local
        .sent()
        .filter(({ api }) => api === 'updatableMessage.setUpdatableMsg')
        .map(({ data }) => data)
    const template = (joined: number) => ({
      parameterList: [
        { name: 'member_count', value: String(joined) },
        { name: 'room_limit', value: '2' },
      ],
    })
    expect(told().at(-1)).toMatchObject({ target_state: 0, template_info: expect.anything() })
    expect(JSON.stringify(told().at(-1))).toContain(JSON.stringify(template(1).parameterList[0]))
    expect((await from(second.openid, 'g-one', 'task.view', { id })).data).toMatchObject({
      ofGroup: 1,
      left: 1,
    })
    await from(second.openid, 'g-one', 'task.claim', { id })
    await cloud.local.trigger('clock')
    expect(told().at(-1)).toMatchObject({ target_state: 1 })
    const count = told().length
    await cloud.local.trigger('clock')
    expect(told()).toHaveLength(count)
    await pass(id, 3 * hour)
    await cloud.local.trigger('clock')
    const { rows } = await worker.call('group.list', {})
    expect(rows[0]).toMatchObject({ id: 'g-one', tasks: 1, claims: 2, first: expect.any(Number) })
    await worker.call('group.unbind', { id: 'g-one' })
    expect((await worker.call('group.list', {})).rows).toEqual([])
  })
})

describe('an errand', () => {
  it('shows its address only to who holds it, in its window, and notes each look', async () => {
    const beneficiary = { name: '王奶奶', address: '北站路 1 号 2-3-1', phone: '024-12345678' }
    const errand = plan({ kind: 'delivery', proof: ['photo'], places: 1, from: Date.now() + hour })
    expect(await worker.refused('task.create', { plan: errand, publish: true })).toMatchObject({
      code: 'BENEFICIARY_NEEDED',
    })
    const { id } = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
    const [phone, other] = [await volunteer(), await volunteer()]
    await phone.call('task.claim', { id })
    expect(JSON.stringify(await phone.call('task.view', { id }))).not.toContain('北站路 1 号')
    expect(await other.refused('task.beneficiary', { id })).toMatchObject({ code: 'NOT_YOURS' })
    expect(await phone.refused('task.beneficiary', { id })).toMatchObject({ code: 'ADDRESS_LATER' })
    await pass(id, 40 * 60_000)
    expect(await phone.call('task.beneficiary', { id })).toEqual(beneficiary)
    const { beneficiaryLooks } = await import('../../store/beneficiaries.ts')
    expect(await beneficiaryLooks.count({ task: id })).toBe(1)
    await pass(id, 3 * hour)
    expect(await phone.refused('task.beneficiary', { id })).toMatchObject({ code: 'ADDRESS_OVER' })
  })

  it('goes to another door when that was wrong: who holds it is told to look again, not where', async () => {
    const beneficiary = { name: '王奶奶', address: '北站路 1 号 2-3-1', phone: '' }
    const errand = plan({ kind: 'delivery', proof: ['photo'], places: 1, from: Date.now() + hour })
    const { id } = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    const { code } = await worker.call('task.thanksCode', { id })
    const { version } = await worker.call('task.view', { id })
    const other = { ...beneficiary, address: '北站路 11 号 2-3-1' }
    await worker.call('task.edit', { id, version, plan: errand, beneficiary: other })
    const told = (await phone.call('notice.list', {})).rows[0]
    expect(told).toMatchObject({ head: '任务有变动', sentence: expect.stringContaining('送到哪改了') })
    // Whoever saw an older one leads nobody anywhere.
    const stale = { id, version, plan: errand, beneficiary: { ...beneficiary, address: '别处' } }
    expect(await worker.refused('task.edit', stale)).toMatchObject({ code: 'TASK_STALE' })
    expect(JSON.stringify(told)).not.toContain('11 号')
    expect((await worker.call('task.thanksCode', { id })).code).toBe(code)
    await pass(id, 40 * 60_000)
    expect(await phone.call('task.beneficiary', { id })).toEqual(other)
  })

  it('can be thanked for once, by the code that the beneficiary was given', async () => {
    const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
    const errand = plan({ kind: 'delivery', proof: ['photo'], places: 1 })
    const { id } = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
    const phone = await volunteer()
    await phone.call('task.claim', { id })
    const { code } = await worker.call('task.thanksCode', { id })
    const family = cloud.phone('o-family')
    expect(await family.refused('task.thank', { code: '0000000000' })).toMatchObject({ code: 'THANKS_WRONG' })
    expect(await family.call('task.thanked', { code })).toMatchObject({ given: false })
    await family.call('task.thank', { code, words: '谢谢小伙子' })
    expect(await family.refused('task.thank', { code })).toMatchObject({ code: 'THANKS_GIVEN' })
    const heads = async () => (await phone.call('notice.list', {})).rows.map(({ head }) => head)
    expect(await heads()).not.toContain('有人谢谢您')
    await cloud.passed()
    await cloud.local.trigger('clock')
    expect((await heads()).filter((head) => head === '有人谢谢您')).toHaveLength(1)
    expect((await phone.call('notice.list', {})).rows[0]).toMatchObject({
      head: '有人谢谢您',
      sentence: expect.stringContaining('谢谢小伙子'),
    })
  })
})

describe('a muster', () => {
  it('reaches everybody of the community once, who rides too; 来 and 不来 are counted', async () => {
    const people = await Promise.all([volunteer(), volunteer(), volunteer()])
    await people[0]?.call('volunteer.save', { tags: [], riding: [{ from: 0, to: 0 }] })
    const { id } = await worker.call('task.create', {
      plan: plan({ muster: true, proof: [], places: 100, from: Date.now() + 60_000 }),
      publish: true,
    })
    await cloud.local.trigger('clock')
    await cloud.local.trigger('clock')
    for (const phone of people) {
      const called = (await phone.call('notice.list', {})).rows.filter(({ about }) => about.id === id)
      expect(called.map(({ head }) => head)).toEqual(['应急集结，来不来？'])
    }
    await people[0]?.call('task.claim', { id })
    await people[1]?.call('task.decline', { id })
    await people[2]?.call('task.claim', { id })
    await people[2]?.call('task.decline', { id })
    expect((await worker.call('task.view', { id })).coming).toEqual({ yes: 1, no: 2 })
  })
})

describe('wire requests', () => {
  it('a list takes 2, a claim 3', async () => {
    const id = await publish({ from: Date.now() + 40 * hour, to: Date.now() + 41 * hour })
    const phone = await volunteer()
    const cost = async (action: string, input: object) => {
      const { meter } = await cloud.local.measure(
        'api',
        { action, input, requestId: `cost-${action}-${volunteers}` },
        { openid: phone.openid },
      )
      return Object.values(meter.requests).reduce((total, count) => total + count, 0)
    }
    const position = { longitude: 123.43, latitude: 41.8 }
    expect(await cost('task.list', { of: 'near', position })).toBeLessThanOrEqual(2)
    expect(await cost('task.view', { id })).toBeLessThanOrEqual(2)
    expect(await cost('task.claim', { id })).toBeLessThanOrEqual(3)
  })
})
