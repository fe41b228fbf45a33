import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let stranger: Phone
let worker: Phone
let id: string

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  stranger = cloud.phone('o-stranger')
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  id = (await rider.call('appeal.submit', good)).id
}, 60_000)
afterAll(() => cloud.close())

const good = {
  kind: 'request',
  category: 'gateAccess',
  text: '北门晚上九点就锁',
  area: kaixuan,
  trade: 'delivery',
} as const

const name = '0123456789abcdef0123456789abcdef'
const stored = async () => {
  const { appeals } = await import('../store/appeals.ts')
  return appeals.find({ where: {}, limit: 1000 })
}

describe('bad input gets its own refusal, and nothing is stored', () => {
  it.each([
    ['an empty text', { text: '   ' }, 'NOTHING_SAID'],
    ['5,001 characters', { text: '长'.repeat(5001) }, 'TEXT_TOO_LONG'],
    ['a community that does not exist', { area: '210103014999' }, 'AREA_NOT_FOUND'],
    ['a committee where a place belongs', { area: '210103-newSectorCommittee' }, 'AREA_NOT_FOUND'],
    [
      'a photo whose name says whose it is',
      { photos: [`cloud://local.x/photos/rider/${name}.jpg`] },
      'PHOTO_NOT_YOURS',
    ],
    ['a photo id that is no photo', { photos: ['https://example.com/1.jpg'] }, 'PHOTO_NOT_YOURS'],
    [
      'ten photos',
      { photos: Array.from({ length: 10 }, () => `cloud://a/photos/${name}.jpg`) },
      'TOO_MANY_PHOTOS',
    ],
    [
      'a recording whose name says whose it is',
      { voice: { fileId: `cloud://local.x/voices/rider/${name}.mp3`, seconds: 5 } },
      'VOICE_NOT_YOURS',
    ],
    [
      'a recording that is no recording',
      { voice: { fileId: 'https://example.com/1.mp3', seconds: 5 } },
      'VOICE_NOT_YOURS',
    ],
    [
      'a recording of 61 seconds',
      { voice: { fileId: `cloud://a/voices/${name}.mp3`, seconds: 61 } },
      'VOICE_TOO_LONG',
    ],
    [
      'a recording of no time',
      { voice: { fileId: `cloud://a/voices/${name}.mp3`, seconds: 0 } },
      'FIELD_INVALID',
    ],
    [
      'an operator where a recording belongs',
      { voice: { fileId: { $ne: null }, seconds: 5 } },
      'FIELD_INVALID',
    ],
    ['a field too many', { points: 99_999 }, 'FIELD_UNKNOWN'],
    ['an operator where text belongs', { text: { $ne: null } }, 'FIELD_INVALID'],
    ['an operator where a place belongs', { area: { $ne: null } }, 'FIELD_INVALID'],
    ['an unknown category', { category: 'everything' }, 'FIELD_INVALID'],
    ['a degree of difficulty that only a supervisor sets', { urgency: 'hard' }, 'FIELD_INVALID'],
    ['no category', { category: undefined }, 'FIELD_INVALID'],
  ])('%s', async (_, wrong, code) => {
    const before = await stored()
    const refusal = await rider.refused('appeal.submit', { ...good, ...wrong })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/[\u4e00-\u9fff]/)
    expect(refusal.message).not.toMatch(/undefined|\{|\}|invalid|expected/i)
    expect(await stored()).toEqual(before)
  })

  it('a photo that never arrived', async () => {
    const photos = [`cloud://local.local/photos/${name}.jpg`]
    // What a person says is not lost for a picture; what a handler proves is not proven without.
    const { id } = await rider.call('appeal.submit', { ...good, photos })
    await worker.call('appeal.accept', { id, version: 1 })
    const done = { id, version: 2, words: '办好了', photos }
    expect((await worker.refused('appeal.resolve', done)).code).toBe('PHOTO_NOT_FOUND')
  })

  it('a recording that never arrived', async () => {
    const fileId = `cloud://local.local/voices/${name}.mp3`
    expect(await rider.refused('appeal.submit', { ...good, voice: { fileId, seconds: 5 } })).toMatchObject({
      code: 'VOICE_NOT_FOUND',
    })
  })

  it('says how long a text may be', async () => {
    const { message } = await rider.refused('appeal.submit', { ...good, text: '长'.repeat(5001) })
    expect(message).toContain('5000')
  })
})

describe('bad steps', () => {
  it.each([
    ['another person’s appeal is viewed', () => stranger, 'appeal.view', {}, 'NOT_YOURS'],
    ['another person’s appeal is withdrawn', () => stranger, 'appeal.withdraw', { version: 1 }, 'NOT_YOURS'],
    [
      'another person’s appeal is confirmed',
      () => stranger,
      'appeal.confirm',
      { version: 1, answer: 'satisfied' },
      'NOT_YOURS',
    ],
    ['a rider accepts', () => rider, 'appeal.accept', { version: 1 }, 'NOT_YOURS'],
    ['a rider opens a work list', () => rider, 'appeal.work', { id: undefined }, 'NOT_YOURS'],
    ['the version is stale', () => worker, 'appeal.accept', { version: 7 }, 'STALE'],
    ['the version is an operator', () => worker, 'appeal.accept', { version: { $gt: 0 } }, 'FIELD_INVALID'],
    [
      'the appeal does not exist',
      () => worker,
      'appeal.accept',
      { id: 'nothing', version: 1 },
      'APPEAL_NOT_FOUND',
    ],
    ['the id is an operator', () => worker, 'appeal.view', { id: { $ne: null } }, 'FIELD_INVALID'],
    ['the words are empty', () => worker, 'appeal.resolve', { version: 1, words: ' ' }, 'TEXT_EMPTY'],
    [
      'the proposed organisation does not exist',
      () => worker,
      'appeal.return',
      { version: 1, words: '不归我们', proposedId: 'x' },
      'ORGANISATION_NOT_FOUND',
    ],
    [
      'it is proposed to itself',
      () => worker,
      'appeal.return',
      { version: 1, words: '不归我们', proposedId: kaixuan },
      'ORGANISATION_SAME',
    ],
    [
      'a page begins at an operator',
      () => rider,
      'appeal.mine',
      { id: undefined, cursor: '[{"$gt":0},"a"]' },
      'FIELD_INVALID',
    ],
  ] as const)('%s', async (_, phone, action, input, code) => {
    const before = await stored()
    const refusal = await phone().refused(action, { id, ...input })
    expect(refusal.code).toBe(code)
    expect(await stored()).toEqual(before)
  })
})

describe('bad envelopes', () => {
  const requestId = newRequestId()
  it.each([
    ['an unknown action', { action: 'points.setBalance', input: {} }, 'ACTION_UNKNOWN'],
    ['an action of every object', { action: 'constructor', input: {} }, 'ACTION_UNKNOWN'],
    ['no action', {}, 'FIELD_INVALID'],
    ['a write without a request id', { action: 'appeal.submit', input: good }, 'REQUEST_ID_MISSING'],
    [
      'a hat that is not mine',
      { action: 'appeal.work', input: {}, hat: `gridWorker-${kaixuan}` },
      'HAT_UNKNOWN',
    ],
    ['an identity from the client', { action: 'person.me', input: {}, openid: 'o-worker' }, 'FIELD_UNKNOWN'],
    [
      'a request id that is an operator',
      { action: 'appeal.submit', input: good, requestId: { $ne: 1 } },
      'FIELD_INVALID',
    ],
    ['nothing at all for input', { action: 'appeal.submit', requestId }, 'FIELD_INVALID'],
  ])('%s', async (_, envelope, code) => {
    expect(await rider.send(envelope)).toMatchObject({ ok: false, error: { code } })
  })

  it('userInfo in the event, which a client can forge, is not identity', async () => {
    const forged = { action: 'appeal.view', input: { id }, userInfo: { openId: 'o-rider' } }
    expect(await stranger.send(forged)).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } })
  })

  it('nobody at all', async () => {
    expect(await cloud.phone('').send({ action: 'person.me', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'SIGN_IN_NEEDED' },
    })
  })

  it('a handler may not handle what they asked for themselves', async () => {
    const own = await cloud.phone('o-worker').call('appeal.submit', good)
    expect(await worker.refused('appeal.accept', { id: own.id, version: 1 })).toMatchObject({
      code: 'NOT_YOURS',
    })
  })
})

it('text is stored and shown as text', async () => {
  const text = '<script>alert(1)</script> {{$ne}} \u0000 🐝'
  const sent = await rider.call('appeal.submit', { ...good, text })
  expect((await rider.call('appeal.view', { id: sent.id })).text).toBe(text)
})
