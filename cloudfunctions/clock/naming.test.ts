import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { faultOf } from '../../domain/appeal/verify.ts'
import type { Role } from '../../domain/people/roles.ts'
import type { Fault } from '../../localcloud/wire/faults.ts'
import { breaksOfTimer } from '../../tests/support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const empty = '210103014004'
const street = '210103014'
const committee = '210103-newSectorCommittee'
const day = 86_400_000
/** By which openid staff call. */
const openids = new Map<Phone, string>()
let cloud: TestCloud
let rider: Phone
let worker: Phone
let secretary: Phone
let supervisor: Phone
let administrator: Phone
let start: Awaited<ReturnType<TestCloud['local']['dump']>>

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  const staff = async (openid: string, role: Role, organisationId: string) => {
    const phone = await cloud.staff({ openid, role, organisationId })
    openids.set(phone, openid)
    return phone
  }
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await staff('o-worker', 'gridWorker', kaixuan)
  secretary = await staff('o-secretary', 'secretary', kaixuan)
  supervisor = await staff('o-supervisor', 'supervisor', committee)
  administrator = await staff('o-administrator', 'administrator', '2101')
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const store = async () => (await import('../store/appeals.ts')).appeals
const stored = async (id: string): Promise<Appeal> => {
  const appeal = await (await store()).get(id)
  if (!appeal) throw new Error('it is not there')
  return appeal
}
const tick = () => cloud.local.trigger('clock')
const submit = async (over = {}) =>
  (
    await rider.call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      area: kaixuan,
      trade: 'delivery',
      ...over,
    })
  ).id
const inbox = async (phone: Phone) => (await phone.call('notice.list', {})).rows.map(({ head }) => head)
/** What people hear whatever hat they wear, or none any more. */
const bare = (phone: Phone) => cloud.phone(openids.get(phone) ?? '')
const heardBy = (phone: Phone) => inbox(bare(phone))
const namedOf = async (id: string) => (await stored(id)).named?.personId
const versionOf = async (id: string) => (await stored(id)).version

/** Lets a part of the time to accept pass. */
async function age(id: string, part: number): Promise<void> {
  const { acceptFrom, acceptBy } = await stored(id)
  const by = Math.round(part * (acceptBy - acceptFrom))
  const change = { acceptFrom: acceptFrom - by, acceptBy: acceptBy - by, tickAt: Date.now() - 1 }
  await (await store()).update({ _id: id }, change)
}

async function dismiss(phone: Phone): Promise<void> {
  const { people } = await import('../store/people.ts')
  const person = await people.get(await bare(phone).personId())
  const appointment = person?.appointments[0]
  if (!person || !appointment) throw new Error('nobody to dismiss')
  const asked = { personId: person._id, appointmentId: appointment.id, words: '调走' }
  await administrator.call('appointment.end', asked)
}

/** Their appointment runs out by itself: no call ends it. */
async function runOut(phone: Phone): Promise<void> {
  const { people } = await import('../store/people.ts')
  await people.update({ openid: openids.get(phone) ?? '' }, { 'appointments.0.until': Date.now() - 1 })
}

/** Runs the timer with each fault at each place where it makes a difference: what `outcome` says must be the same. */
async function brokenOffAnywhere(
  id: string,
  outcome: () => Promise<unknown>,
  kinds: readonly Fault['kind'][] = ['refuse', 'kill-after'],
): Promise<void> {
  const before = await cloud.local.dump()
  await tick()
  const breaks = breaksOfTimer(cloud)
  const wanted = await outcome()
  for (const kind of kinds)
    for (const at of breaks(kind)) {
      await cloud.local.restore(before)
      await cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }]).catch(() => undefined)
      await cloud.local.endTransactions()
      await (await store()).update({ _id: id }, { tickAt: Date.now() - 1 })
      await tick()
      expect(await outcome(), `${kind} at request ${at}`).toEqual(wanted)
    }
}

describe('the first that comes to an organisation', () => {
  it('is named to who has least to do there, who is told that it came, and hears all that follows', async () => {
    const id = await submit()
    await tick()
    const named = await namedOf(id)
    const [who, other] = named === (await worker.personId()) ? [worker, secretary] : [secretary, worker]
    expect(named).toBe(await who.personId())
    expect(await inbox(who)).toEqual(['派给您一件'])
    await rider.call('appeal.urge', { id, version: 1 })
    await age(id, 0.85)
    await tick()
    await tick()
    expect(await inbox(who)).toEqual(['快到接单时限了', '本人催了一下', '派给您一件'])
    expect(await inbox(other)).toEqual([])
    expect((await rider.call('appeal.view', { id })).timeline.map(({ action }) => action)).not.toContain(
      'name',
    )
  })

  it('makes known until when its handlers are there', async () => {
    const until = Date.now() + day
    const { people } = await import('../store/people.ts')
    await people.update({ _id: await worker.personId() }, { 'appointments.0.until': until })
    await dismiss(secretary)
    await submit()
    await tick()
    const { rotas } = await import('../store/rotas.ts')
    const load = (await rotas.get(kaixuan))?.load?.people
    expect(load).toEqual({ [await worker.personId()]: { title: '网格员', weight: 1, until } })
  })

  it('is accepted by whoever saw it before somebody was named', async () => {
    const id = await submit()
    await tick()
    await worker.call('appeal.accept', { id, version: 1 })
    expect((await stored(id)).responsible?.personId).toBe(await worker.personId())
    expect(faultOf(await stored(id))).toBeUndefined()
  })

  it('several at once: each has as many', async () => {
    const ids = await Promise.all([submit({ text: '一' }), submit({ text: '二' })])
    await tick()
    expect(new Set(await Promise.all(ids.map(namedOf))).size).toBe(2)
  })

  it('broken off anywhere, it is named once and told once', async () => {
    const id = await submit()
    await brokenOffAnywhere(
      id,
      async () => ({
        actions: (await stored(id)).events.map(({ action }) => action),
        named: await namedOf(id),
        outbox: (await stored(id)).outbox,
        told: [await inbox(worker), await inbox(secretary)],
      }),
      ['refuse', 'lose', 'kill', 'kill-after'],
    )
    expect((await stored(id)).events.map(({ action }) => action)).toEqual(['submit', 'name'])
  }, 120_000)

  it('waits where nobody is, until somebody comes', async () => {
    const waiting = [await submit({ area: empty }), await submit({ area: empty, text: '又锁了' })]
    await tick()
    expect(await namedOf(waiting[0] ?? '')).toBeUndefined()
    const { token } = await administrator.call('invitation.create', {
      organisationId: empty,
      role: 'gridWorker',
    })
    const newcomer = cloud.phone('o-newcomer')
    await newcomer.call('invitation.accept', { token })
    await tick()
    for (const id of waiting) expect(await namedOf(id)).toBe(await newcomer.personId())
    expect(await inbox(newcomer)).toEqual(['派给您一件', '派给您一件'])
  })

  it('that waited is named as well when another one shows who is there now', async () => {
    const waiting = await submit({ area: empty })
    await tick()
    const newcomer = await cloud.staff({ openid: 'o-loaded', role: 'gridWorker', organisationId: empty })
    await submit({ area: empty, text: '又锁了' })
    await tick()
    expect(await namedOf(waiting)).toBe(await newcomer.personId())
    expect(await inbox(newcomer)).toHaveLength(2)
  })
})

describe.each([
  ['dismissed', dismiss],
  ['whose appointment has run out', runOut],
])('who is %s', (_, leave) => {
  it('is named for nothing more, and what was named to them goes to who is there', async () => {
    const ids = [await submit({ text: '一' }), await submit({ text: '二' })]
    await tick()
    const workerId = await worker.personId()
    const theirs = (await Promise.all(ids.map(async (id) => ((await namedOf(id)) === workerId ? id : ''))))
      .filter(Boolean)
      .join()
    await leave(worker)
    await age(theirs, 0.85)
    await tick()
    expect(await namedOf(theirs)).toBe(await secretary.personId())
    const before = await heardBy(worker)
    const next = await submit({ text: '三' })
    await tick()
    expect(await namedOf(next)).toBe(await secretary.personId())
    expect(await heardBy(worker)).toEqual(before)
    expect((await inbox(secretary)).filter((head) => head === '派给您一件')).toHaveLength(3)
  })

  it('hears nothing more of what they had taken on: whoever is there does', async () => {
    const id = await submit()
    await tick()
    await worker.call('appeal.accept', { id, version: 1 })
    await tick()
    await leave(worker)
    const [before, others] = [await heardBy(worker), await inbox(secretary)]
    await rider.call('appeal.reply', { id, version: await versionOf(id), words: '我住三单元' })
    // Not even until the timer comes.
    expect(await heardBy(worker)).toEqual(before)
    await tick()
    expect(await heardBy(worker)).toEqual(before)
    expect(await inbox(secretary)).toEqual(['本人补充了', ...others])
  })
})

it('who is there instead is told once, however the timer is broken off', async () => {
  const id = await submit()
  await tick()
  await worker.call('appeal.accept', { id, version: 1 })
  await tick()
  await dismiss(worker)
  const others = await inbox(secretary)
  await rider.call('appeal.reply', { id, version: await versionOf(id), words: '我住三单元' })
  await brokenOffAnywhere(id, async () => [await heardBy(worker), await inbox(secretary)])
  expect(await inbox(secretary)).toEqual(['本人补充了', ...others])
}, 120_000)

it('what waits for who was dismissed goes to who is there within the minute', async () => {
  const id = await submit()
  await tick()
  const [who, other] =
    (await namedOf(id)) === (await worker.personId()) ? [worker, secretary] : [secretary, worker]
  await dismiss(who)
  await tick()
  expect(await namedOf(id)).toBe(await other.personId())
  expect(await inbox(other)).toEqual(['派给您一件'])
})

it('nobody is told where nobody is left', async () => {
  const id = await submit()
  await tick()
  await worker.call('appeal.accept', { id, version: 1 })
  await tick()
  await dismiss(worker)
  await dismiss(secretary)
  const { notices } = await import('../store/notices.ts')
  const before = await notices.count({})
  await rider.call('appeal.reply', { id, version: await versionOf(id), words: '我住三单元' })
  await tick()
  expect(await notices.count({})).toBe(before)
  expect((await stored(id)).outbox).toEqual([])
})

it('who was called for danger and has left since is called no more', async () => {
  await supervisor.call('duty.plan', {
    version: 0,
    cover: 'always',
    weekly: await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(async (weekday) => ({
        weekday,
        from: 0,
        to: 0,
        personId: await supervisor.personId(),
      })),
    ),
  })
  const id = await submit({ urgency: 'urgent', area: empty, text: '换电柜冒烟' })
  await age(id, 0.4)
  await tick()
  expect(await inbox(supervisor)).toEqual(['紧急，还没人接'])
  await dismiss(supervisor)
  await age(id, 0.4)
  await tick()
  expect(await heardBy(supervisor)).toEqual(['紧急，还没人接'])
})

describe('where no duty is planned', () => {
  it('who is asked to help is somebody of that organisation all the same', async () => {
    const helper = await cloud.staff({ openid: 'o-helper', role: 'officer', organisationId: street })
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    const asked = { id, version: 2, organisationId: street, help: 'ask', words: '请街道帮忙' } as const
    await worker.call('appeal.assist', asked)
    expect(await inbox(helper)).toEqual(['请您协办'])
  })

  it('somebody who may follow up is called to do it', async () => {
    await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: committee })
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id, version: 2, words: '开了小门' })
    const { resolvedAt } = await stored(id)
    const change = { resolvedAt: (resolvedAt ?? 0) - 4 * day, tickAt: Date.now() - 1 }
    await (await store()).update({ _id: id }, change)
    await tick()
    expect(await inbox(supervisor)).toEqual(['有一件要回访'])
    expect(await inbox(cloud.phone('o-officer'))).toEqual([])
  })
})

it('whom a rule asks to help is told, once, however the timer is broken off', async () => {
  const helper = await cloud.staff({ openid: 'o-helper', role: 'officer', organisationId: street })
  const { version, rules } = await administrator.call('routing.view', { organisationId: '2101' })
  const [rule] = rules
  if (!rule) throw new Error('there are no rules')
  await administrator.call('routing.publish', {
    organisationId: '2101',
    version,
    rules: [
      {
        id: 'parking',
        name: '停车',
        when: { categories: ['parking'] },
        to: { body: 'community' },
        assist: [{ body: 'street' }],
        reason: '停车的事，归社区，街道帮着办。',
      },
      ...rules,
    ],
    words: '街道帮着办',
  })
  const id = await submit({ category: 'parking', text: '没地方停车' })
  expect((await stored(id)).assistants).toMatchObject([{ id: street, why: 'asked' }])
  await brokenOffAnywhere(id, () => inbox(helper))
  expect(await inbox(helper)).toEqual(['请您协办'])
}, 120_000)

it('what goes over to the heir of an organisation is named there, and both sides are told', async () => {
  const heir = await cloud.staff({ openid: 'o-heir', role: 'gridWorker', organisationId: empty })
  const waiting = await submit()
  await tick()
  const taken = await submit({ text: '又锁了' })
  await worker.call('appeal.accept', { id: taken, version: 1 })
  await tick()
  await submit({ area: empty, text: '这边也锁了' })
  await tick()
  const [asker, others] = [await inbox(rider), await inbox(heir)]
  const { version } = await administrator.call('organisation.view', { id: kaixuan })
  await administrator.call('organisation.merge', { id: kaixuan, version, heirId: empty })
  await administrator.call('organisation.settle', { id: kaixuan })
  await tick()
  expect(await namedOf(waiting)).toBe(await heir.personId())
  // What was taken on goes over with who took it.
  expect(await inbox(heir)).toEqual(['派给您一件', ...others])
  expect(await inbox(rider)).toEqual(['换了单位办', '换了单位办', ...asker])
  for (const id of [waiting, taken]) expect(faultOf(await stored(id))).toBeUndefined()
})
