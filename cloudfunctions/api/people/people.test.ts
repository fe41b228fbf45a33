import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueSetupCode } from '../../../scripts/load/setup.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const chaohu = '210114001016'
const numbers: Record<string, string> = { good: '13800000001', other: '13800000002' }
let cloud: TestCloud
let administrator: Phone
let code: string | undefined

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103', '210114'],
    openapi: {
      'phonenumber.getPhoneNumber': ({ code }: Record<string, unknown>) =>
        numbers[String(code)]
          ? { phoneInfo: { purePhoneNumber: numbers[String(code)] } }
          : { errcode: 40029, errmsg: 'invalid code' },
      'wxacode.getUnlimited': () => Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    },
  })
  code = await issueSetupCode('2101')
  administrator = await cloud.staff({
    openid: 'o-administrator',
    role: 'administrator',
    organisationId: '210103',
  })
}, 60_000)
afterAll(() => cloud.close())

const registration = {
  nickname: '小蜂',
  trade: 'delivery',
  platform: '美团',
  communityId: kaixuan,
  consentVersion: 1,
} as const
const appeal = {
  kind: 'request',
  category: 'gateAccess',
  text: '北门晚上九点就锁',
  area: kaixuan,
  trade: 'delivery',
} as const

describe('报到', () => {
  it('comes after the first useful act, and keeps what it was told', async () => {
    const rider = cloud.phone('o-rider')
    await rider.call('appeal.submit', appeal)
    expect((await rider.call('person.me', {})).community).toBeUndefined()
    await rider.call('person.register', registration)
    expect(await rider.call('person.me', {})).toMatchObject({
      nickname: '小蜂',
      community: { id: kaixuan, name: '凯旋社区' },
    })
    const profile = await rider.call('person.profile', {})
    expect(profile).toMatchObject({ trade: 'delivery', platform: '美团', consent: { version: 1 } })
    await rider.call('person.register', { ...registration, communityId: chaohu })
    const moved = await rider.call('person.profile', {})
    expect(moved.community?.name).toBe('巢湖社区')
    expect(moved.consent).toEqual(profile.consent)
  })

  it.each([
    ['a community that does not exist', { communityId: 'nowhere' }, 'AREA_NOT_FOUND'],
    ['a street where a community belongs', { communityId: '210103014' }, 'AREA_NOT_FOUND'],
    ['an old privacy text', { consentVersion: 0 }, 'CONSENT_OLD'],
    ['no name', { nickname: ' ' }, 'TEXT_EMPTY'],
    ['a name too long', { nickname: '长'.repeat(21) }, 'TEXT_TOO_LONG'],
    ['an operator for a name', { nickname: { $ne: '' } }, 'FIELD_INVALID'],
    ['an openid of one’s own', { openid: 'o-administrator' }, 'FIELD_UNKNOWN'],
    ['a role of one’s own', { role: 'administrator' }, 'FIELD_UNKNOWN'],
    ['appointments of one’s own', { appointments: [] }, 'FIELD_UNKNOWN'],
  ])('%s', async (_, wrong, refusal) => {
    const phone = cloud.phone('o-wrong')
    await phone.personId()
    const before = (await cloud.local.dump()).people
    expect(await phone.refused('person.register', { ...registration, ...wrong })).toMatchObject({
      code: refusal,
    })
    const without = (rows: string[] | undefined) =>
      rows?.map((row) => JSON.parse(row, (key, value) => (key === 'rates' ? undefined : value)))
    expect(without((await cloud.local.dump()).people)).toEqual(without(before))
  })
})

describe('电话', () => {
  let worker: Phone
  beforeAll(async () => {
    worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  })
  async function taken(openid: string, identity: 'open' | 'shielded' | 'hidden'): Promise<string> {
    const { id } = await cloud.phone(openid).call('appeal.submit', { ...appeal, identity })
    await worker.call('appeal.accept', { id, version: 1 })
    return id
  }

  it('is stored from WeChat’s own button, and again under a spent code', async () => {
    const rider = cloud.phone('o-phone')
    expect(await rider.refused('person.savePhone', { code: 'made-up' })).toMatchObject({
      code: 'PHONE_NOT_GIVEN',
    })
    expect(await rider.call('person.savePhone', { code: 'good' })).toEqual({ phone: '13800000001' })
    expect(await rider.call('person.savePhone', { code: 'spent' })).toEqual({ phone: '13800000001' })
    expect((await rider.call('person.profile', {})).phone).toBe('13800000001')
    await rider.call('person.removePhone', {})
    expect((await rider.call('person.profile', {})).phone).toBeUndefined()
  })

  it('open: the responsible sees it, the look is written down once and the person sees who looked and why', async () => {
    const rider = cloud.phone('o-open')
    await rider.call('person.savePhone', { code: 'good' })
    const id = await taken('o-open', 'open')
    const requestId = newRequestId()
    for (let again = 0; again < 2; again += 1)
      expect(await worker.call('appeal.contact', { id, words: '约时间看门' }, requestId)).toEqual({
        phone: '13800000001',
      })
    const { rows } = await rider.call('person.looks', {})
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ who: '凯旋社区 · 网格员', reason: '约时间看门', appeal: { id } })
  })

  it.each([
    ['shielded', 'PHONE_HIDDEN'],
    ['hidden', 'PHONE_HIDDEN'],
  ] as const)(
    '%s: the responsible does not see it, and nothing is written down',
    async (identity, refusal) => {
      const rider = cloud.phone(`o-${identity}`)
      await rider.call('person.savePhone', { code: 'good' })
      const id = await taken(`o-${identity}`, identity)
      expect(await worker.refused('appeal.contact', { id, words: '问一句' })).toMatchObject({ code: refusal })
      expect((await rider.call('person.looks', {})).rows).toEqual([])
    },
  )

  it('shielded: a follow-up officer above sees it once it is resolved', async () => {
    const supervisor = await cloud.staff({
      openid: 'o-supervisor',
      role: 'supervisor',
      organisationId: '210103-newSectorCommittee',
    })
    await cloud.phone('o-follow').call('person.savePhone', { code: 'good' })
    const id = await taken('o-follow', 'shielded')
    expect(await supervisor.refused('appeal.contact', { id, words: '回访' })).toMatchObject({
      code: 'PHONE_LATER',
    })
    await worker.call('appeal.resolve', { id, version: 2, words: '好了' })
    expect((await supervisor.call('appeal.contact', { id, words: '回访' })).phone).toBe('13800000001')
  })

  it('without a number it says what to do instead', async () => {
    const id = await taken('o-nophone', 'open')
    expect(await worker.refused('appeal.contact', { id, words: '问一句' })).toMatchObject({
      code: 'PHONE_NONE',
    })
  })

  it('stands nowhere but in its store', async () => {
    const dump = await cloud.local.dump()
    for (const [name, documents] of Object.entries(dump))
      if (name !== 'contacts') for (const document of documents) expect(document).not.toContain('1380000000')
  })
})

describe('邀请和任职', () => {
  const offer = { organisationId: kaixuan, role: 'gridWorker', title: '2 号网格' } as const

  it('one link makes one person one of us; its end takes effect at their next call', async () => {
    const { token } = await administrator.call('invitation.create', offer)
    const guest = cloud.phone('o-guest')
    expect(await guest.call('invitation.view', { token })).toMatchObject({
      state: 'open',
      role: 'gridWorker',
      organisation: { name: '凯旋社区' },
    })
    const { hat } = await guest.call('invitation.accept', { token })
    expect(hat.title).toBe('2 号网格')
    const atWork = cloud.phone('o-guest', hat.id)
    await atWork.call('appeal.work', {})
    expect(await cloud.phone('o-late').refused('invitation.accept', { token })).toMatchObject({
      code: 'INVITATION_OVER',
    })
    expect(await guest.call('invitation.view', { token })).toMatchObject({ state: 'accepted', mine: true })
    const personId = await guest.personId()
    await administrator.call('appointment.end', { personId, appointmentId: hat.id, words: '换岗了' })
    expect(await atWork.refused('appeal.work', {})).toMatchObject({ code: 'HAT_UNKNOWN' })
    expect(
      await administrator.refused('appointment.end', { personId, appointmentId: hat.id, words: '再来' }),
    ).toMatchObject({ code: 'APPOINTMENT_OVER' })
  })

  it('twenty people tap one link at once: exactly one is appointed', async () => {
    const { token } = await administrator.call('invitation.create', { ...offer, role: 'messenger' })
    const phones = Array.from({ length: 20 }, (_, each) => cloud.phone(`o-crowd-${each}`))
    await Promise.all(phones.map((phone) => phone.personId()))
    const answers = await Promise.allSettled(
      phones.map((phone) => phone.call('invitation.accept', { token })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'INVITATION_OVER' })
    const { rows } = await administrator.call('appointment.list', {
      organisationId: kaixuan,
      role: 'messenger',
    })
    expect(rows).toHaveLength(1)
  })

  it('can be taken back, and lists only what is still open', async () => {
    const { token } = await administrator.call('invitation.create', offer)
    const open = async () =>
      (await administrator.call('invitation.list', { organisationId: kaixuan })).rows.map((row) => row.token)
    expect(await open()).toContain(token)
    await administrator.call('invitation.revoke', { token })
    expect(await open()).not.toContain(token)
    expect(await cloud.phone('o-late').refused('invitation.accept', { token })).toMatchObject({
      message: expect.stringContaining('收回'),
    })
  })

  it('lives seven days', async () => {
    const { token } = await administrator.call('invitation.create', offer)
    const { invitations } = await import('../../store/invitations.ts')
    await invitations.update({ _id: token }, { expiresAt: Date.now() - 1 })
    expect((await cloud.phone('o-late').call('invitation.view', { token })).state).toBe('expired')
    expect(await cloud.phone('o-late').refused('invitation.accept', { token })).toMatchObject({
      message: expect.stringContaining('7 天'),
    })
  })

  it('the same role twice in one place is not given, and the link stays for somebody else', async () => {
    await cloud.staff({ openid: 'o-twice', role: 'gridWorker', organisationId: kaixuan })
    const { token } = await administrator.call('invitation.create', offer)
    expect(await cloud.phone('o-twice').refused('invitation.accept', { token })).toMatchObject({
      code: 'ALREADY_APPOINTED',
    })
    expect((await cloud.phone('o-late').call('invitation.view', { token })).state).toBe('open')
  })

  it('several hats, each with its own work', async () => {
    const { token } = await administrator.call('invitation.create', { ...offer, role: 'officer' })
    await cloud.staff({ openid: 'o-hats', role: 'gridWorker', organisationId: kaixuan })
    await cloud.phone('o-hats').call('invitation.accept', { token })
    const { hats } = await cloud.phone('o-hats').call('person.me', {})
    expect(hats.map(({ role }) => role)).toEqual(['gridWorker', 'officer'])
  })

  it('a secretary gives only the roles below, only at home', async () => {
    const secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
    await secretary.call('invitation.create', offer)
    expect(await secretary.refused('invitation.create', { ...offer, role: 'secretary' })).toMatchObject({
      code: 'ROLE_NOT_YOURS',
    })
    expect(await secretary.refused('invitation.create', { ...offer, organisationId: chaohu })).toMatchObject({
      code: 'NOT_YOURS',
    })
  })

  it('who leaves is off the rota with the same write', async () => {
    const secretary = await cloud.staff({ openid: 'o-planner', role: 'secretary', organisationId: kaixuan })
    await cloud.staff({ openid: 'o-night', role: 'gridWorker', organisationId: kaixuan })
    const personId = await cloud.phone('o-night').personId()
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 0, personId }))
    await secretary.call('duty.plan', { version: 0, cover: 'none', weekly })
    const onDuty = async () => (await secretary.call('duty.now', { organisationId: kaixuan })).now.length
    expect(await onDuty()).toBe(1)
    await administrator.call('appointment.end', {
      personId,
      appointmentId: `gridWorker-${kaixuan}`,
      words: '换岗了',
    })
    expect(await onDuty()).toBe(0)
  })

  it.each<[string, string, (personId: string) => Promise<unknown>]>([
    [
      'is dismissed',
      'o-dismissed',
      (personId) =>
        administrator.call('appointment.end', {
          personId,
          appointmentId: `gridWorker-${kaixuan}`,
          words: '换岗了',
        }),
    ],
    ['has everything deleted', 'o-deleted', () => cloud.phone('o-deleted').call('personalData.delete', {})],
  ])('who %s is named for nothing more, with the same write', async (_, openid, leave) => {
    const phone = await cloud.staff({ openid, role: 'gridWorker', organisationId: kaixuan })
    const personId = await phone.personId()
    const { rotas } = await import('../../store/rotas.ts')
    const { command } = await import('../../store/collection.ts')
    const { emptyRota } = await import('../../../domain/duty/rota.ts')
    const load = { people: { [personId]: { title: '网格员', weight: 0 } }, counted: [] }
    await rotas.add(emptyRota(kaixuan))
    await rotas.update({ _id: kaixuan }, { load: command.set(load) })
    await leave(personId)
    expect((await rotas.get(kaixuan))?.load?.people).toEqual({})
  })

  it('whose other appointment goes on is named as long as that lasts', async () => {
    const until = Date.now() + 86_400_000
    const phone = await cloud.staff({ openid: 'o-both', role: 'secretary', organisationId: kaixuan })
    await cloud.staff({ openid: 'o-both', role: 'gridWorker', organisationId: kaixuan })
    const personId = await phone.personId()
    const { people } = await import('../../store/people.ts')
    const { rotas } = await import('../../store/rotas.ts')
    const { command } = await import('../../store/collection.ts')
    const { emptyRota } = await import('../../../domain/duty/rota.ts')
    await people.update({ _id: personId }, { 'appointments.0.until': until })
    const load = { people: { [personId]: { title: '书记', weight: 2 } }, counted: [] }
    await rotas.add(emptyRota(kaixuan))
    await rotas.update({ _id: kaixuan }, { load: command.set(load) })
    await administrator.call('appointment.end', {
      personId,
      appointmentId: `gridWorker-${kaixuan}`,
      words: '换岗了',
    })
    expect((await rotas.get(kaixuan))?.load?.people[personId]).toMatchObject({ weight: 2, until })
  })

  it('who leaves may leave by themselves', async () => {
    await cloud.staff({ openid: 'o-leaving', role: 'clerk', organisationId: kaixuan })
    const self = cloud.phone('o-leaving')
    const input = { personId: await self.personId(), appointmentId: `clerk-${kaixuan}`, words: '回老家了' }
    await self.call('appointment.end', input)
    expect((await self.call('person.me', {})).hats).toEqual([])
  })

  it('a picture of the code can be had', async () => {
    const { token } = await administrator.call('invitation.create', offer)
    const { url } = await administrator.call('invitation.picture', { token })
    expect((await fetch(url)).status).toBe(200)
    expect(cloud.local.sent().at(-1)).toMatchObject({
      api: 'wxacode.getUnlimited',
      data: { scene: token, page: 'account/invitation/index' },
    })
  })
})

describe('what if somebody means harm', () => {
  const offer = { organisationId: kaixuan, role: 'gridWorker' } as const
  let secretary: Phone
  beforeAll(async () => {
    secretary = await cloud.staff({ openid: 'o-sly', role: 'secretary', organisationId: kaixuan })
  })

  it('a secretary sees no invitation to a role that is not theirs to give, and can’t have its code drawn', async () => {
    const { token } = await administrator.call('invitation.create', { ...offer, role: 'administrator' })
    const { rows } = await secretary.call('invitation.list', { organisationId: kaixuan })
    expect(rows.map((row) => row.token)).not.toContain(token)
    expect(await secretary.refused('invitation.picture', { token })).toMatchObject({ code: 'ROLE_NOT_YOURS' })
    expect(await secretary.refused('invitation.revoke', { token })).toMatchObject({ code: 'ROLE_NOT_YOURS' })
    const all = await administrator.call('invitation.list', { organisationId: '210103' })
    expect(all.rows.map((row) => row.token)).toContain(token)
  })

  it('nobody takes up their own invitation', async () => {
    const { token } = await secretary.call('invitation.create', offer)
    expect(await cloud.phone('o-sly').refused('invitation.accept', { token })).toMatchObject({
      code: 'INVITATION_OWN',
    })
  })

  it('an invitation ends with the post of whoever made it', async () => {
    const leaving = await cloud.staff({
      openid: 'o-dismissed',
      role: 'administrator',
      organisationId: kaixuan,
    })
    const { token } = await leaving.call('invitation.create', { ...offer, role: 'administrator' })
    await administrator.call('appointment.end', {
      personId: await leaving.personId(),
      appointmentId: `administrator-${kaixuan}`,
      words: '撤了',
    })
    expect(await cloud.phone('o-friend').refused('invitation.accept', { token })).toMatchObject({
      message: expect.stringContaining('不在任'),
    })
  })

  it('one request id can’t carry several looks at phone numbers', async () => {
    await cloud.phone('o-seen').call('person.savePhone', { code: 'good' })
    const worker = cloud.phone('o-worker', `gridWorker-${kaixuan}`)
    const requestId = newRequestId()
    for (let each = 0; each < 3; each += 1) {
      const { id } = await cloud.phone('o-seen').call('appeal.submit', { ...appeal, identity: 'open' })
      await worker.call('appeal.accept', { id, version: 1 })
      await worker.call('appeal.contact', { id, words: '问一句' }, requestId)
    }
    expect((await cloud.phone('o-seen').call('person.looks', {})).rows).toHaveLength(3)
  })

  it('one request id does not carry several guesses, and deleting oneself does not start anew', async () => {
    const guesser = cloud.phone('o-clever')
    const requestId = newRequestId()
    for (let guess = 0; guess < 5; guess += 1)
      expect(await guesser.refused('administrator.setUp', { code: `G-${guess}` }, requestId)).toMatchObject({
        code: 'CODE_WRONG',
      })
    expect(await guesser.refused('administrator.setUp', { code: 'G-6' }, requestId)).toMatchObject({
      code: 'TOO_OFTEN',
    })
    expect(await guesser.refused('personalData.delete', {})).toMatchObject({ code: 'JUST_ACTED' })
  })

  it('a number typed as a reason is not written down', async () => {
    await cloud.staff({ openid: 'o-typed', role: 'clerk', organisationId: kaixuan })
    await administrator.call('appointment.end', {
      personId: await cloud.phone('o-typed').personId(),
      appointmentId: `clerk-${kaixuan}`,
      words: '打 13900139000 找他',
    })
    const { rows } = await administrator.call('audit.list', { organisationId: kaixuan })
    expect(JSON.stringify(rows)).not.toContain('13900139000')
  })
})

describe('首任管理员', () => {
  it('comes in by the code, once; the last one stays', async () => {
    const first = cloud.phone('o-first')
    expect(await first.refused('administrator.setUp', { code: 'AAAA-BBBB-CCCC' })).toMatchObject({
      code: 'CODE_WRONG',
    })
    const typed = ` ${code?.toLowerCase().replaceAll('-', ' ')} `
    const { hat } = await first.call('administrator.setUp', { code: typed })
    expect(hat).toMatchObject({ role: 'administrator', organisation: { id: '2101' } })
    expect(await cloud.phone('o-second').refused('administrator.setUp', { code: typed })).toMatchObject({
      code: 'CODE_USED',
    })
    const input = { personId: await first.personId(), appointmentId: hat.id, words: '不干了' }
    expect(await first.refused('appointment.end', input)).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    await cloud.rest('o-first')
    expect(await first.refused('personalData.delete', {})).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
  })

  it('two administrators who end each other at once: one stays', async () => {
    const { hats } = await cloud.phone('o-first').call('person.me', {})
    const hat = hats[0]?.id ?? ''
    const { token } = await cloud
      .phone('o-first', hat)
      .call('invitation.create', { organisationId: '2101', role: 'administrator' })
    const { hat: other } = await cloud.phone('o-other').call('invitation.accept', { token })
    const ids = [await cloud.phone('o-first').personId(), await cloud.phone('o-other').personId()]
    const answers = await Promise.allSettled([
      cloud.phone('o-first', hat).call('appointment.end', {
        personId: ids[1] ?? '',
        appointmentId: other.id,
        words: '换人',
      }),
      cloud.phone('o-other', other.id).call('appointment.end', {
        personId: ids[0] ?? '',
        appointmentId: hat,
        words: '换人',
      }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = await Promise.all(
      ['o-first', 'o-other'].map((each) => cloud.phone(each).call('person.me', {})),
    )
    expect(left.flatMap(({ hats }) => hats)).toHaveLength(1)
  })

  it('guessing is slow: five tries in ten minutes, and it says from when it goes on', async () => {
    const guesser = cloud.phone('o-guesser')
    for (let guess = 0; guess < 5; guess += 1)
      expect(await guesser.refused('administrator.setUp', { code: `GUESS-${guess}` })).toMatchObject({
        code: 'CODE_WRONG',
      })
    const { code: refusal, message } = await guesser.refused('administrator.setUp', { code: 'GUESS-6' })
    expect(refusal).toBe('TOO_OFTEN')
    expect(message).toMatch(/\d{1,2}:\d\d 以后再来/)
  })
})

describe('次数', () => {
  it('a burst that arrives at once stops at the limit, and the same request counts once', async () => {
    const rider = cloud.phone('o-burst')
    await rider.personId()
    const requestId = newRequestId()
    await rider.call('appeal.submit', appeal, requestId)
    await rider.call('appeal.submit', appeal, requestId)
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () => rider.call('appeal.submit', appeal)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(19)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'TOO_OFTEN' })
    expect((await rider.call('appeal.submit', appeal, requestId)).state).toBe('dispatched')
  })
})

describe('导出和注销', () => {
  it('gives a person all that is theirs, page by page', async () => {
    const rider = cloud.phone('o-export')
    await rider.call('person.register', registration)
    for (let each = 0; each < 7; each += 1)
      await rider.call('appeal.submit', { ...appeal, text: `第 ${each} 件` })
    const first = await rider.call('personalData.export', {})
    expect(first.person).toMatchObject({ nickname: '小蜂', platform: '美团' })
    const second = await rider.call('personalData.export', { cursor: first.next })
    expect(second.person).toBeUndefined()
    const texts = [...first.appeals, ...second.appeals].map(({ text }) => text)
    expect(texts).toEqual(Array.from({ length: 7 }, (_, each) => `第 ${6 - each} 件`))
    // Then what they did, redeemed and were honoured for.
    const third = await rider.call('personalData.export', { cursor: second.next })
    expect(third).toMatchObject({ appeals: [], tasks: [], redemptions: [], honours: [] })
    expect(third.next).toBeUndefined()
  })

  it('says beforehand what goes, then identity is gone and the appeal is handled to its end', async () => {
    const rider = cloud.phone('o-gone')
    await rider.call('person.register', registration)
    await rider.call('person.savePhone', { code: 'other' })
    const { id } = await rider.call('appeal.submit', { ...appeal, identity: 'open' })
    const before = await rider.personId()
    expect(await rider.call('personalData.deletion', {})).toMatchObject({
      openAppeals: 1,
      appointments: [],
      phone: true,
    })
    expect(await rider.refused('personalData.delete', {})).toMatchObject({ code: 'JUST_ACTED' })
    await cloud.rest('o-gone')
    await rider.call('personalData.delete', {})
    expect((await cloud.local.dump()).contacts?.join() ?? '').not.toContain('13800000002')
    expect((await cloud.local.dump()).people?.join()).not.toContain('o-gone')
    expect(await rider.refused('appeal.view', { id })).toMatchObject({ code: 'NOT_YOURS' })
    expect(await rider.personId()).not.toBe(before)
    const worker = cloud.phone('o-worker', `gridWorker-${kaixuan}`)
    await worker.call('appeal.accept', { id, version: 1 })
    expect(await worker.refused('appeal.contact', { id, words: '问一句' })).toMatchObject({
      code: 'PHONE_NONE',
    })
  })
})

it('注销 takes the name out of the rota, too', async () => {
  const secretary = await cloud.staff({ openid: 'o-rota', role: 'secretary', organisationId: chaohu })
  await cloud.staff({ openid: 'o-forgotten', role: 'gridWorker', organisationId: chaohu })
  const self = cloud.phone('o-forgotten', `gridWorker-${chaohu}`)
  await self.call('person.register', { ...registration, nickname: '无名氏' })
  const personId = await self.personId()
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 0, personId }))
  await secretary.call('duty.plan', { version: 0, cover: 'none', weekly })
  await self.call('duty.handOver', { words: '打 13900139000 找城管' })
  expect((await cloud.local.dump()).rotas?.join()).toContain('无名氏')
  expect((await cloud.local.dump()).rotas?.join()).not.toContain('13900139000')
  await cloud.phone('o-forgotten').call('personalData.delete', {})
  expect((await cloud.local.dump()).rotas?.join()).not.toContain('无名氏')
  expect((await secretary.call('duty.now', { organisationId: chaohu })).now).toEqual([])
})

describe('操作记录', () => {
  it('says who gave whom which hat; each administrator sees their area, nothing is lost or doubled', async () => {
    const { rows } = await administrator.call('audit.list', {
      organisationId: kaixuan,
      action: 'invitation.accept',
    })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows[0]).toMatchObject({ organisation: { name: '凯旋社区' }, action: 'invitation.accept' })
    const [{ actorId } = { actorId: '' }] = rows
    const { rows: his } = await administrator.call('audit.list', { organisationId: kaixuan, actorId })
    expect(new Set(his.map((row) => row.actorId))).toEqual(new Set([actorId]))
    expect(await administrator.refused('audit.list', { organisationId: chaohu })).toMatchObject({
      code: 'NOT_YOURS',
    })
  })

  it('pages without a gap', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await administrator.call('audit.list', {
        organisationId: '210103',
        ...(cursor && { cursor }),
      })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    const { audit } = await import('../../store/audit.ts')
    expect(seen.length).toBe(await audit.count({ scopes: '210103' }))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('two city administrators may end each other, however many there are below', async () => {
    for (const openid of ['o-city-a', 'o-city-b'])
      await cloud.staff({ openid, role: 'administrator', organisationId: '2101' })
    const communities = cloud.organisations.filter(({ kind }) => kind === 'community').slice(0, 60)
    for (const [index, { _id }] of communities.entries())
      await cloud.staff({ openid: `o-below-${index}`, role: 'administrator', organisationId: _id })
    await cloud.phone('o-city-a', 'administrator-2101').call('appointment.end', {
      personId: await cloud.phone('o-city-b').personId(),
      appointmentId: 'administrator-2101',
      words: '换人',
    })
  }, 60_000)

  it('who gives up the very hat they wear hears the first answer again', async () => {
    const leaving = await cloud.staff({ openid: 'o-own-hat', role: 'clerk', organisationId: kaixuan })
    const input = { personId: await leaving.personId(), appointmentId: `clerk-${kaixuan}`, words: '不干了' }
    const requestId = newRequestId()
    await leaving.call('appointment.end', input, requestId)
    expect(await leaving.call('appointment.end', input, requestId)).toEqual({})
    expect(await leaving.refused('appointment.end', input)).toMatchObject({ code: 'HAT_UNKNOWN' })
  })

  it('finds staff by part of their name, by role, in the area and below', async () => {
    const phone = cloud.phone('o-hats')
    await phone.call('person.register', { ...registration, nickname: '王师傅' })
    const find = async (input: object) =>
      (await administrator.call('appointment.list', { organisationId: '210103', ...input })).rows
    expect((await find({ text: '师傅' })).map(({ nickname }) => nickname)).toEqual(['王师傅', '王师傅'])
    expect(await find({ text: '师傅', role: 'officer' })).toHaveLength(1)
    expect(await find({ text: '.*' })).toEqual([])
    expect((await find({ role: 'secretary' })).every(({ role }) => role === 'secretary')).toBe(true)
  })
})
