import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyLog } from '../../../domain/appeal/log.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone
let secretary: Phone
let supervisor: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  rider = cloud.phone('o-rider')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  supervisor = await cloud.staff({
    openid: 'o-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
}, 60_000)
beforeEach(() => cloud.rest('o-rider'))
afterAll(() => cloud.close())

const submit = (over: Partial<Parameters<typeof rider.call<'appeal.submit'>>[1]> = {}) =>
  rider.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁，绕路七八百米',
    area: kaixuan,
    trade: 'delivery',
    ...over,
  })

describe('an appeal that was only spoken', () => {
  it('is heard by the person and the handler, and lists say what it is', async () => {
    const voice = { fileId: await rider.voice(), seconds: 23 }
    const { id } = await submit({ text: '', voice })
    const heard = voice
    expect(await rider.call('appeal.view', { id })).toMatchObject({ text: '', voice: heard })
    expect(await worker.call('appeal.view', { id })).toMatchObject({ voice: heard })
    const { rows } = await worker.call('appeal.work', { filter: 'toAccept' })
    expect(rows.find((row) => row.id === id)?.title).toBe('语音 23 秒 · 小区进门')
    const exported = await rider.call('personalData.export', {})
    expect(exported.appeals.find((appeal) => appeal.id === id)?.voice).toEqual(heard)
  })
  it('with words the title is the words; with a photo it is the category', async () => {
    const voice = { fileId: await rider.voice(), seconds: 5 }
    const spoken = await submit({ voice })
    const snapped = await submit({ text: '', voice, photos: [await rider.photo()] })
    const { rows } = await rider.call('appeal.mine', {})
    const titleOf = (id: string) => rows.find((row) => row.id === id)?.title
    expect(titleOf(spoken.id)).toBe('北门晚上九点就锁，绕路七八百米')
    expect(titleOf(snapped.id)).toBe('小区进门 · 诉求')
  })
})

describe('from 发现 to 销号', () => {
  it('a rider asks, the community accepts, follows up and resolves, the rider confirms', async () => {
    const photo = await rider.photo()
    const sent = await submit({ photos: [photo] })
    expect(sent).toMatchObject({ state: 'dispatched', organisation: { id: kaixuan, name: '凯旋社区' } })
    expect(sent.dispatch).toMatchObject({
      ruleId: 'community',
      reason: expect.stringContaining('归所在的社区'),
    })

    const waiting = await worker.call('appeal.work', { filter: 'toAccept' })
    expect(waiting.rows.map(({ id }) => id)).toContain(sent.id)

    await worker.call('appeal.accept', { id: sent.id, version: 1 })
    await worker.call('appeal.note', { id: sent.id, version: 2, words: '约了物业和业委会' })
    await worker.call('appeal.note', { id: sent.id, version: 3, words: '业委会主任不好说话', internal: true })
    const after = await worker.photo()
    await worker.call('appeal.resolve', { id: sent.id, version: 4, words: '小门开到 23:00', photos: [after] })

    const home = await rider.call('person.home', {})
    expect(home.moving[0]).toMatchObject({ id: sent.id, state: 'resolved', lastNote: '小门开到 23:00' })

    expect(await rider.call('appeal.confirm', { id: sent.id, version: 5, answer: 'satisfied' })).toEqual({
      id: sent.id,
      state: 'closed',
      version: 6,
    })
    const seen = await rider.call('appeal.view', { id: sent.id })
    expect(seen).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      photos: [expect.stringMatching(/^cloud:.*\/photos\/[0-9a-f]{32}\.jpg$/)],
    })
    expect(seen.timeline.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      '您 confirm',
      '凯旋社区 · 网格员 resolve',
      '凯旋社区 · 网格员 note',
      '凯旋社区 · 网格员 accept',
      '您 submit',
    ])
    expect((await worker.call('appeal.view', { id: sent.id })).timeline).toHaveLength(6)

    const { appeals } = await import('../../store/appeals.ts')
    const stored = await appeals.get(sent.id)
    expect(stored?.version).toBe(6)
    expect(verifyLog(stored?.events ?? [])).toBe(true)
    expect((await rider.call('person.home', {})).moving.map(({ id }) => id)).not.toContain(sent.id)
  })

  it('comes back to the responsible person when the rider is not satisfied', async () => {
    const { id } = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id, version: 2, words: '说好了' })
    await rider.call('appeal.confirm', { id, version: 3, answer: 'unsatisfied', words: '门还是锁的' })
    const again = await worker.call('appeal.view', { id })
    expect(again).toMatchObject({ state: 'accepted', relations: ['organisation', 'responsible'] })
    expect(again.timeline[0]).toMatchObject({ answer: 'unsatisfied', words: '门还是锁的', actor: '本人' })
    await worker.call('appeal.resolve', { id, version: 4, words: '换了锁，钥匙在门岗' })
    await rider.call('appeal.confirm', { id, version: 5, answer: 'partly' })
    expect(await rider.call('appeal.view', { id })).toMatchObject({ state: 'closed', outcome: 'partly' })
  })

  it('ends when the rider withdraws', async () => {
    const { id } = await submit()
    await rider.call('appeal.withdraw', { id, version: 1, words: '已经能进了' })
    expect(await rider.call('appeal.view', { id })).toMatchObject({ state: 'withdrawn' })
    expect(await worker.refused('appeal.accept', { id, version: 2 })).toMatchObject({ code: 'NOT_POSSIBLE' })
  })

  it('a return goes to the district with a proposal, and its supervisor sends it on', async () => {
    const { id, resolveBy } = await submit()
    await worker.call('appeal.return', { id, version: 1, words: '门在巢湖社区', proposedId: '210114001016' })
    expect(await worker.refused('appeal.view', { id })).toMatchObject({ code: 'NOT_YOURS' })
    const returned = await supervisor.call('appeal.view', { id })
    expect(returned).toMatchObject({
      state: 'submitted',
      organisation: { name: '沈河区两新工委' },
      proposed: { name: '巢湖社区' },
      situation: { returns: 1 },
    })
    await supervisor.call('appeal.dispatch', {
      id,
      version: 2,
      organisationId: '210114001016',
      words: '门在巢湖',
    })
    expect(await rider.call('appeal.view', { id })).toMatchObject({
      state: 'dispatched',
      organisation: { name: '巢湖社区' },
      proposed: null,
      resolveBy,
    })
  })

  it('the third return stays with the catch-all', async () => {
    const { id } = await submit()
    let version = 1
    for (let round = 0; round < 2; round += 1) {
      await worker.call('appeal.return', { id, version, words: '不归我们', proposedId: '210114001016' })
      await supervisor.call('appeal.dispatch', {
        id,
        version: version + 1,
        organisationId: kaixuan,
        words: '归你们',
      })
      version += 2
    }
    await worker.call('appeal.return', { id, version, words: '真的不归我们', proposedId: '210114001016' })
    expect(await supervisor.call('appeal.view', { id })).toMatchObject({
      state: 'dispatched',
      situation: { final: true },
    })
    const again = { id, version: version + 1, words: '不归我们', proposedId: '210114001016' }
    expect(await supervisor.refused('appeal.return', again)).toMatchObject({ code: 'RETURNED_TOO_OFTEN' })
    await supervisor.call('appeal.accept', { id, version: version + 1 })
  })

  it('a snap is resolved only with a photo of how it looks now', async () => {
    const { id } = await submit({
      kind: 'snap',
      category: 'fireLane',
      text: '',
      photos: [await rider.photo()],
    })
    await worker.call('appeal.accept', { id, version: 1 })
    expect(await worker.refused('appeal.resolve', { id, version: 2, words: '拖走了' })).toMatchObject({
      code: 'PHOTO_NEEDED',
    })
    await worker.call('appeal.resolve', { id, version: 2, words: '拖走了', photos: [await worker.photo()] })
  })
})

describe('who reads what', () => {
  it('handlers read the words without the phone number that was typed; the rider reads them whole', async () => {
    const { id } = await submit({ text: '欠薪，我电话 138-0013-8000，别让网点知道' })
    expect((await rider.call('appeal.view', { id })).text).toContain('138-0013-8000')
    for (const phone of [worker, secretary, supervisor])
      expect(JSON.stringify(await phone.call('appeal.view', { id }))).not.toMatch(/138-?0013/)
    expect(JSON.stringify(await worker.call('appeal.work', {}))).not.toMatch(/138-?0013/)
  })

  it('nobody learns from a view or a list who asked', async () => {
    const { id } = await submit({ identity: 'open' })
    const personId = await rider.personId()
    for (const reply of [await worker.call('appeal.view', { id }), await worker.call('appeal.work', {})]) {
      expect(JSON.stringify(reply)).not.toContain(personId)
      expect(JSON.stringify(reply)).not.toContain('o-rider')
    }
  })
})

describe('what if two people tap at once', () => {
  it('exactly one accepts, the other is told that somebody has it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await submit()
      const tap = (phone: Phone) =>
        phone.send({
          action: 'appeal.accept',
          input: { id, version: 1 },
          requestId: newRequestId(),
          hat: hatOf(phone),
        })
      const replies = await Promise.all([tap(worker), tap(secretary)])
      const failures = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))
      expect(failures).toEqual(['ALREADY_ACCEPTED'])
      expect(
        (await worker.call('appeal.view', { id })).timeline.filter(({ action }) => action === 'accept'),
      ).toHaveLength(1)
    }
  })
  const hatOf = (phone: Phone) => `${phone === worker ? 'gridWorker' : 'secretary'}-${kaixuan}`
})

describe('what if the reply is lost and the phone asks again', () => {
  it('the same submission makes one appeal and gets one answer, also at the same moment', async () => {
    const requestId = newRequestId()
    const input = {
      kind: 'request',
      category: 'parking',
      text: '没地方停车',
      area: kaixuan,
      trade: 'delivery',
    } as const
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => rider.call('appeal.submit', input, requestId)),
    )
    answers.push(await rider.call('appeal.submit', input, requestId))
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    const mine = await rider.call('appeal.mine', {})
    expect(mine.rows.filter(({ title }) => title === '没地方停车')).toHaveLength(1)
  })

  it('gets the first answer even after the appeal has moved on', async () => {
    const requestId = newRequestId()
    const input = {
      kind: 'request',
      category: 'parking',
      text: '还是没地方',
      area: kaixuan,
      trade: 'delivery',
    } as const
    const first = await rider.call('appeal.submit', input, requestId)
    await worker.call('appeal.return', {
      id: first.id,
      version: 1,
      words: '不归我们',
      proposedId: '210114001016',
    })
    expect(await rider.call('appeal.submit', input, requestId)).toEqual(first)
  })

  it('a step is made once and answered the same, also at the same moment', async () => {
    const { id } = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    const requestId = newRequestId()
    const note = () => worker.call('appeal.note', { id, version: 2, words: '约了物业' }, requestId)
    const answers = await Promise.all([note(), note(), note()])
    answers.push(await note())
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect((await worker.call('appeal.view', { id })).timeline).toHaveLength(3)
  })

  it('the same request id for something else is another request; after a new look at it the same is the same', async () => {
    const { id } = await submit()
    const requestId = newRequestId()
    await worker.call('appeal.accept', { id, version: 1 }, requestId)
    await worker.call('appeal.note', { id, version: 2, words: '约了物业' }, requestId)
    await worker.call('appeal.note', { id, version: 3, words: '物业答应了' }, requestId)
    // The answer was lost, the phone has read it anew: asked again it is not said twice.
    await worker.call('appeal.note', { id, version: 4, words: '物业答应了' }, requestId)
    const { timeline } = await worker.call('appeal.view', { id })
    expect(timeline.map(({ words }) => words).slice(0, 2)).toEqual(['物业答应了', '约了物业'])
    expect(timeline).toHaveLength(4)
  })

  it('somebody else’s request id is not mine', async () => {
    const { id } = await submit()
    const requestId = newRequestId()
    await worker.call('appeal.accept', { id, version: 1 }, requestId)
    expect(await secretary.refused('appeal.accept', { id, version: 1 }, requestId)).toMatchObject({
      code: 'ALREADY_ACCEPTED',
    })
  })
})
