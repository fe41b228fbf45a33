import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dump } from '../../../localcloud/start.ts'
import { doubtful } from '../../../scripts/load/wechat.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { kaixuan, register } from '../../../tests/support/points.ts'

const position = { longitude: 123.43, latitude: 41.8 }
let cloud: TestCloud
let rider: Phone
let passerBy: Phone
let worker: Phone
let secretary: Phone
let above: Phone
let id: string
let start: Dump
const tick = () => cloud.local.trigger('clock')

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  rider = cloud.phone('o-rider')
  passerBy = cloud.phone('o-passer-by')
  await passerBy.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  above = await cloud.staff({
    openid: 'o-above',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  const snap = { kind: 'snap', category: 'fireLane', area: kaixuan, trade: 'delivery', position } as const
  id = (await rider.call('appeal.submit', { ...snap, text: `${doubtful}，堵死了` })).id
  await tick()
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const found = async () =>
  (await passerBy.call('appeal.similar', { category: 'fireLane', position })).snaps.map((snap) => snap.id)
const words = (open: boolean, piece = '1-text') => ({ about: { kind: 'appeal' as const, id }, piece, open })
const code = async (phone: Phone, input: object) => (await phone.refused('content.judge', input)).code

describe('what WeChat has doubts about', () => {
  it.each(['o-worker', 'o-secretary', 'o-above'])(
    '%s sees marked, the sender as it was sent',
    async (openid) => {
      const phone = { 'o-worker': worker, 'o-secretary': secretary, 'o-above': above }[openid] ?? worker
      const doubts = [{ piece: '1-text', sequence: 1, kind: 'text', public: true, closed: false }]
      expect((await phone.call('appeal.view', { id })).doubts).toEqual(doubts)
      expect(await rider.call('appeal.view', { id })).not.toHaveProperty('doubts')
      expect(await found()).toEqual([])
    },
  )

  it('is found by others as soon as somebody lets it through, and that stands in the audit', async () => {
    await worker.call('content.judge', words(true))
    expect(await found()).toEqual([id])
    expect(await worker.call('appeal.view', { id })).not.toHaveProperty('doubts')
    const { audit } = await import('../../store/audit.ts')
    const [entry] = await audit.find({ where: { scopes: kaixuan, action: 'content.judge' }, limit: 2 })
    expect(entry?.words).toMatch(/^\d{4}-\d{6}：可以公开$/)
    expect(JSON.stringify(entry)).not.toContain(doubtful)
    await tick()
    expect(await found()).toEqual([id])
  })

  it('stays from others when somebody keeps it, until it is let through after all', async () => {
    await secretary.call('content.judge', words(false))
    await tick()
    expect(await found()).toEqual([])
    expect((await worker.call('appeal.view', { id })).doubts).toMatchObject([{ closed: true }])
    expect((await rider.call('appeal.view', { id })).text).toContain('堵死了')
    expect(await code(worker, words(false))).toBe('CONTENT_NOT_HELD')
    await above.call('content.judge', words(true))
    expect(await found()).toEqual([id])
  })

  it('takes effect by the timer when it did not at once', async () => {
    const { checks } = await import('../../store/checks.ts')
    await checks.update({ piece: '1-text' }, { state: 'opened', settled: false, tickAt: 1 })
    await tick()
    expect(await found()).toEqual([id])
  })

  it('is judged once, however often the same is asked', async () => {
    const requestId = newRequestId()
    const first = await worker.call('content.judge', words(true), requestId)
    expect(await worker.call('content.judge', words(true), requestId)).toEqual(first)
    expect(await code(secretary, words(true))).toBe('CONTENT_NOT_HELD')
  })

  it('is not theirs who have nothing to do with it, nor the sender’s, nor whoever wrote it', async () => {
    const elsewhere = await cloud.staff({
      openid: 'o-elsewhere',
      role: 'secretary',
      organisationId: '210114001016',
    })
    expect(await code(elsewhere, words(true))).toBe('NOT_YOURS')
    expect(await code(rider, words(true))).toBe('NOT_YOURS')
    await worker.call('appeal.accept', { id, version: 1 })
    const photos = [await worker.photo()]
    await worker.call('appeal.resolve', { id, version: 3, words: `${doubtful}，挪走了`, photos })
    await cloud.passed()
    expect(await code(worker, words(true, '4-text'))).toBe('CONTENT_OWN')
    await worker.call('content.judge', words(true))
    await rider.call('appeal.confirm', { id, version: 4, answer: 'satisfied' })
    expect(await rider.call('appeal.seen', { id })).toMatchObject({
      words: expect.stringContaining('挪走了'),
    })
    await secretary.call('content.judge', words(true, '4-text'))
  })

  it('is not there when it never was', async () => {
    expect(await code(worker, words(true, '9-text'))).toBe('CONTENT_NOT_HELD')
    expect(await code(worker, { ...words(true), about: { kind: 'appeal', id: 'nothing' } })).toBe(
      'APPEAL_NOT_FOUND',
    )
    expect(await code(worker, { ...words(true), about: { kind: 'person', id: 'nobody' } })).toBe(
      'CONTENT_NOT_HELD',
    )
    expect(await code(worker, { ...words(true), about: { kind: 'shop', id } })).toBe('FIELD_INVALID')
  })
})

describe('names and thanks', () => {
  it('wait in the list of whoever stands above, with nothing but their words', async () => {
    await register(rider, kaixuan, doubtful)
    await tick()
    const { rows } = await secretary.call('content.held', {})
    expect(rows).toMatchObject([{ about: { kind: 'person' }, words: doubtful }])
    expect((await above.call('content.held', {})).rows).toEqual(rows)
    const [row] = rows
    if (!row) throw new Error('nothing is held')
    const { about, piece } = row
    expect(await code(cloud.phone('o-stranger'), { about, piece, open: true })).toBe('NOT_YOURS')
    await secretary.call('content.judge', { about, piece, open: true })
    expect((await secretary.call('content.held', {})).rows).toEqual([])
    const { people } = await import('../../store/people.ts')
    expect((await people.get(about.id))?.nicknamePassed).toBe(doubtful)
  })

  it('that nobody has any more are not in it', async () => {
    await register(rider, kaixuan, doubtful)
    await tick()
    await cloud.rest('o-rider')
    await register(rider, kaixuan, '小蜂')
    expect((await secretary.call('content.held', {})).rows).toEqual([])
  })

  it('are told without their words when somebody keeps these from others', async () => {
    const hour = 3_600_000
    const plan = {
      title: '送一趟药',
      kind: 'delivery' as const,
      place: { name: '北门' },
      from: Date.now() - 60_000,
      to: Date.now() + hour,
      places: 1,
      points: 2,
      proof: ['photo' as const],
    }
    const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
    const { id: task } = await worker.call('task.create', { plan, beneficiary, publish: true })
    await register(rider)
    await rider.call('task.claim', { id: task })
    const { code: thanks } = await worker.call('task.thanksCode', { id: task })
    await cloud.phone('o-family').call('task.thank', { code: thanks, words: `${doubtful}小伙子` })
    await tick()
    const told = async () =>
      (await rider.call('notice.list', {})).rows.filter(({ head }) => head === '有人谢谢您')
    expect(await told()).toEqual([])
    const [row] = (await secretary.call('content.held', {})).rows
    expect(row).toMatchObject({ about: { kind: 'task', id: task }, title: '送一趟药' })
    await secretary.call('content.judge', {
      about: { kind: 'task', id: task },
      piece: row?.piece ?? '',
      open: false,
    })
    await tick()
    expect(await told()).toMatchObject([{ sentence: expect.not.stringContaining(doubtful) }])
    const { checks } = await import('../../store/checks.ts')
    expect((await checks.find({ where: { 'about.id': task }, limit: 1 }))[0]?.authorId).toBe('')
  })
})
