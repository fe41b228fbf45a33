import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import defaultRules from '../../../domain/appeal/default-rules.json' with { type: 'json' }
import type { Rule } from '../../../domain/appeal/routing.ts'
import type { Input } from '../../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const city = '2101'
const rules = defaultRules.rules as Rule[]
let cloud: TestCloud
let admin: Phone
let second: Phone
let district: Phone
let rider: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210105'] })
  admin = await cloud.staff({ openid: 'o-admin', role: 'administrator', organisationId: city })
  second = await cloud.staff({ openid: 'o-second', role: 'administrator', organisationId: city })
  district = await cloud.staff({ openid: 'o-district', role: 'administrator', organisationId: '210103' })
  rider = cloud.phone('o-rider')
}, 60_000)
afterAll(() => cloud.close())

const submit = (over: Partial<Input<'appeal.submit'>> = {}, phone = rider) =>
  phone.call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车，打我 13800138000',
    area: kaixuan,
    trade: 'delivery',
    ...over,
  })
const inForce = () => admin.call('routing.view', { organisationId: city })
const asking = {
  organisationId: city,
  kind: 'request',
  category: 'parking',
  urgency: 'normal',
  trade: 'delivery',
  area: kaixuan,
} as const
const parkingToStreet: Rule = {
  id: 'parking',
  name: '停车归街道',
  when: { categories: ['parking'], areas: ['210103'] },
  to: { body: 'street' },
  reason: '{category}的事，{place}归街道统一办。',
}

describe('the rules that a city comes with', () => {
  it('are version 1, for all administrators of the city to read', async () => {
    expect(await inForce()).toMatchObject({
      version: 1,
      inForce: 1,
      mayPublish: true,
      city: { id: city, name: '沈阳市' },
    })
    const seen = await district.call('routing.view', { organisationId: '210103' })
    expect(seen).toMatchObject({ version: 1, mayPublish: false })
    expect(seen.rules).toEqual(rules)
  })

  it('are read under their former name in a city that was loaded before', async () => {
    const { organisations } = await import('../../store/organisations.ts')
    const { ruleSets } = await import('../../store/rules.ts')
    const old = await organisations.get(city)
    if (!old) throw new Error('no city')
    await organisations.add({ ...old, _id: '9901', ancestors: [], area: '9901' })
    await ruleSets.put({ _id: 'routing', version: 1, rules: rules.slice(0, 1) })
    const there = await cloud.staff({ openid: 'o-there', role: 'administrator', organisationId: '9901' })
    const seen = await there.call('routing.view', { organisationId: '9901' })
    expect([seen.version, seen.rules.length]).toEqual([1, 1])
    expect((await there.call('routing.versions', { organisationId: '9901' })).rows).toEqual([{ version: 1 }])
    await ruleSets.remove('routing')
  })
})

describe('dry run', () => {
  it('says which rule fires, why the earlier ones don’t, and that later ones are not reached', async () => {
    const run = await admin.call('routing.dryRun', asking)
    expect(run.organisation?.name).toBe('凯旋社区')
    expect(run.steps[0]).toMatchObject({ number: 1, outcome: 'misfit', why: '紧急程度不符' })
    expect(run.steps[7]).toMatchObject({ number: 8, outcome: 'fires' })
    expect(run.steps[8]).toMatchObject({ number: 9, outcome: 'notReached', why: '没轮到' })
    expect(run.tried.map(({ outcome }) => outcome)).toEqual([
      'takes',
      'notReached',
      'notReached',
      'notReached',
    ])
    expect(run.reason).toContain('停车的事，归所在的社区')
  })

  it('tries changed rules, and says who is passed over', async () => {
    const elsewhere: Rule = {
      ...parkingToStreet,
      to: { body: 'department', department: 'police', level: 'district' },
    }
    const run = await district.call('routing.dryRun', {
      ...asking,
      organisationId: '210103',
      rules: [elsewhere, ...rules],
    })
    expect(run.tried).toEqual([
      { name: '区县的公安部门', outcome: 'missing' },
      { name: '市的公安部门', outcome: 'missing' },
      { name: '沈河区两新工委', outcome: 'takes' },
      { name: '沈阳市两新工委', outcome: 'notReached' },
    ])
    expect(run.reason).toContain('那里还没开通，先由沈河区两新工委接着')
  })

  it('refuses a place that isn’t one', async () => {
    for (const area of ['nowhere', '9901', '210103-newSectorCommittee'])
      expect((await admin.refused('routing.dryRun', { ...asking, area })).code).toBe('AREA_NOT_FOUND')
  })
})

describe('trial', () => {
  it('counts by category and from where to where, with masked examples, while appeals go on arriving', async () => {
    await submit()
    await submit({ category: 'gateAccess' })
    const asked = { organisationId: city, rules: [parkingToStreet, ...rules] }
    const [first] = await Promise.all([admin.call('routing.trial', asked), submit(), submit()])
    expect(first.checked).toBeGreaterThanOrEqual(2)
    const again = await admin.call('routing.trial', asked)
    expect(again).toMatchObject({ checked: 4 })
    expect(again.moves).toEqual([
      {
        category: 'parking',
        from: { id: kaixuan, name: '凯旋社区' },
        to: { id: '210103014', name: '北站街道' },
        count: 3,
      },
    ])
    expect(again.examples[0]).toMatchObject({ from: '凯旋社区', to: '北站街道' })
    expect(JSON.stringify(again)).not.toContain('13800138000')
  })

  it('goes on by cursor until all of the last 90 days were looked at, and reads no more than it answers', async () => {
    const { appeals } = await import('../../store/appeals.ts')
    const [some] = await appeals.find({ where: { city }, limit: 1 })
    if (!some) throw new Error('no appeal')
    const day = 86_400_000
    const copies = Array.from({ length: 450 }, (_, index) => ({
      ...some,
      _id: `copy-${index}`,
      // The last ones are older than a trial goes back.
      createdAt: Date.now() - (index < 430 ? Math.floor(index / 7) * day : 91 * day),
    }))
    for (let start = 0; start < copies.length; start += 100)
      await appeals.add(...copies.slice(start, start + 100))
    let checked = 0
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const batch = await admin.call('routing.trial', {
        organisationId: city,
        rules: [parkingToStreet, ...rules],
        ...(cursor !== undefined && { cursor }),
      })
      checked += batch.checked
      cursor = batch.next
    }
    expect(checked).toBe(434)
    const { meter } = await cloud.local.measure(
      'api',
      {
        action: 'routing.trial',
        input: { organisationId: city, rules: [parkingToStreet, ...rules] },
        hat: `administrator-${city}`,
      },
      { openid: 'o-admin' },
    )
    expect(meter.indexes).toContain('city')
    expect(meter.indexes).not.toContain('scan')
    expect(meter.examined).toBeLessThanOrEqual(2 * meter.returned + 5)
    for (const { _id } of copies) await appeals.remove(_id)
  }, 60_000)
})

describe('publishing', () => {
  it('makes the next version: what is sent now goes by it, what was sent before keeps its own', async () => {
    const before = await submit()
    const asked = {
      organisationId: city,
      version: 1,
      rules: [parkingToStreet, ...rules],
      words: '街道说停车由他们统一协调',
    }
    expect(await admin.call('routing.publish', asked, 'publish-once')).toEqual({ version: 2 })
    expect(await admin.call('routing.publish', asked, 'publish-once')).toEqual({ version: 2 })
    const sent = await submit()
    expect(sent.organisation.name).toBe('北站街道')
    expect(sent.dispatch).toMatchObject({
      ruleId: 'parking',
      ruleNumber: 1,
      ruleVersion: 2,
      reason: '停车的事，凯旋社区归街道统一办。',
    })
    expect((await rider.call('appeal.view', { id: before.id })).dispatch).toMatchObject({ ruleVersion: 1 })
    const seen = await inForce()
    expect(seen).toMatchObject({ version: 2, words: '街道说停车由他们统一协调', changed: '加了“停车归街道”' })
    expect(seen.organisations).toEqual([{ id: '210103', name: '沈河区', active: true }])
    const [entry] = (await admin.call('audit.list', { organisationId: city, action: 'routing.publish' })).rows
    expect(entry?.words).toBe('第 2 版规则生效：加了“停车归街道”。原因：街道说停车由他们统一协调')
  })

  it('of two at once one is told', async () => {
    const asked = (name: string) => ({
      organisationId: city,
      version: 2,
      rules: [{ ...parkingToStreet, name }, ...rules],
      words: '改个名字',
    })
    const outcome = (phone: Phone, name: string) =>
      phone.call('routing.publish', asked(name)).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    const both = await Promise.all([outcome(admin, '甲'), outcome(second, '乙')])
    expect(both.sort()).toEqual(['RULES_STALE', 'done'])
    expect((await inForce()).version).toBe(3)
  })

  it('goes back by putting old rules in force again, as a new version', async () => {
    const old = await admin.call('routing.view', { organisationId: city, version: 1 })
    await admin.call('routing.publish', {
      organisationId: city,
      version: 3,
      rules: old.rules,
      words: '街道忙不过来',
      restored: 1,
    })
    expect((await submit()).organisation.name).toBe('凯旋社区')
    const { rows } = await district.call('routing.versions', { organisationId: '210103' })
    expect(rows.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    expect(rows[0]).toMatchObject({
      words: '恢复第 1 版。街道忙不过来',
      changed: expect.stringContaining('去掉了'),
    })
  })

  it.each([
    ['an old sight', { version: 1 }, 'RULES_STALE'],
    ['nothing new', { rules }, 'RULES_SAME'],
    ['an id twice', { rules: [parkingToStreet, parkingToStreet] }, 'RULES_FAULTY'],
    ['an empty list', { rules: [{ ...parkingToStreet, when: { categories: [] } }] }, 'RULES_FAULTY'],
    [
      'nobody there',
      { rules: [{ ...parkingToStreet, to: { body: 'organisation', id: 'gone' } }] },
      'RULES_FAULTY',
    ],
    [
      'another city',
      { rules: [{ ...parkingToStreet, to: { body: 'organisation', id: '9901' } }] },
      'RULES_FAULTY',
    ],
    [
      'a committee as a place',
      { rules: [{ ...parkingToStreet, when: { areas: ['2101-newSectorCommittee'] } }] },
      'RULES_FAULTY',
    ],
    ['no reason', { words: ' ' }, 'TEXT_EMPTY'],
    ['an unknown body', { rules: [{ ...parkingToStreet, to: { body: 'mayor' } }] }, 'FIELD_INVALID'],
    ['no sentence', { rules: [{ ...parkingToStreet, reason: '' }] }, 'TEXT_EMPTY'],
    [
      'too many',
      { rules: Array.from({ length: 61 }, (_, index) => ({ ...parkingToStreet, id: `r${index}` })) },
      'RULES_FULL',
    ],
    ['a district', { organisationId: '210103' }, 'CITY_ONLY'],
    ['a place that isn’t there', { organisationId: 'nowhere' }, 'ORGANISATION_NOT_FOUND'],
  ])('refuses %s, and nothing is stored', async (_, over, code) => {
    const before = await cloud.local.dump()
    const asked = { organisationId: city, version: 4, rules: [parkingToStreet], words: '试试', ...over }
    expect((await admin.refused('routing.publish', asked)).code).toBe(code)
    const after = await cloud.local.dump()
    expect([after.rules, after.audit, after.organisations]).toEqual([
      before.rules,
      before.audit,
      before.organisations,
    ])
  })

  it('is the city’s administrators’ alone; a version that never was can’t be read', async () => {
    const asked = { organisationId: city, version: 4, rules: [parkingToStreet], words: '试试' }
    expect((await district.refused('routing.publish', asked)).code).toBe('NOT_YOURS')
    expect((await district.refused('routing.trial', { organisationId: '210103', rules })).code).toBe(
      'CITY_ONLY',
    )
    expect((await admin.refused('routing.view', { organisationId: city, version: 9 })).code).toBe(
      'RULES_NOT_FOUND',
    )
  })
})
