import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let messenger: Phone
let worker: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  messenger = await cloud.staff({ openid: 'o-messenger', role: 'messenger', organisationId: kaixuan })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
}, 60_000)
afterAll(() => cloud.close())

const said = {
  kind: 'request',
  category: 'gateAccess',
  text: '北门晚上九点就锁',
  area: kaixuan,
  trade: 'express',
} as const
const filed = {
  ...said,
  channel: 'hotline',
  nickname: '老王',
  phone: '13800138000',
  identity: 'open',
} as const

describe('代报', () => {
  it('goes where the rules send it, stays with who filed it, and its phone is nowhere but in its own store', async () => {
    const { id, code, organisation } = await messenger.call('appeal.submitFor', filed)
    expect(organisation.name).toBe('凯旋社区')
    expect(code).toMatch(/^\d{10}$/)
    const view = await worker.call('appeal.view', { id })
    expect(view).toMatchObject({
      channel: 'hotline',
      trade: 'express',
      filed: { by: '凯旋社区 · 社情传递员', claimed: false },
    })
    expect((await messenger.call('filing.list', {})).rows).toMatchObject([{ id, code }])
    expect((await messenger.call('person.me', {})).trade).not.toBe('express')
    const { filings, ...rest } = await cloud.local.dump()
    expect(JSON.stringify(rest)).not.toMatch(/13800138000|老王/)
    expect(JSON.stringify(filings)).toContain('13800138000')
  })

  it('the number is given as the identity level allows, and each look is written down', async () => {
    const { id } = await messenger.call('appeal.submitFor', filed)
    expect(await worker.refused('appeal.contact', { id, words: '约时间' })).toMatchObject({
      code: 'NOT_YOURS',
    })
    await worker.call('appeal.accept', { id, version: 1 })
    expect(await worker.call('appeal.contact', { id, words: '约时间' })).toEqual({
      phone: '13800138000',
      nickname: '老王',
    })
    const shielded = await messenger.call('appeal.submitFor', { ...filed, identity: 'shielded' })
    await worker.call('appeal.accept', { id: shielded.id, version: 1 })
    expect(await worker.refused('appeal.contact', { id: shielded.id, words: '约时间' })).toMatchObject({
      code: 'PHONE_HIDDEN',
    })
    const unreachable = await messenger.call('appeal.submitFor', { ...filed, phone: '' })
    await worker.call('appeal.accept', { id: unreachable.id, version: 1 })
    expect(await worker.refused('appeal.contact', { id: unreachable.id, words: '约时间' })).toMatchObject({
      code: 'PHONE_NONE',
    })
  })

  it('the person claims it, sees who looked, and the noted number is gone', async () => {
    const { id, code } = await messenger.call('appeal.submitFor', filed)
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.contact', { id, words: '约时间' })
    const person = cloud.phone('o-laowang')
    expect(await person.call('filing.claim', { code })).toEqual({ id })
    expect((await person.call('appeal.mine', {})).rows).toMatchObject([{ id }])
    expect((await person.call('person.looks', {})).rows).toMatchObject([{ reason: '约时间' }])
    expect(
      JSON.stringify((await cloud.local.dump()).filings?.filter((each) => each.includes(id))),
    ).not.toMatch(/13800138000|老王/)
    expect(await worker.refused('appeal.contact', { id, words: '再约' })).toMatchObject({
      code: 'PHONE_NONE',
    })
    // Who filed it sees how it stands, and no more.
    const [row] = (await messenger.call('filing.list', {})).rows
    expect(row).toMatchObject({ id, state: 'accepted' })
    expect(row?.code).toBeUndefined()
    expect(await messenger.refused('appeal.view', { id })).toMatchObject({ code: 'NOT_YOURS' })
    const { appeals } = await import('../../store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored && faultOf(stored)).toBeUndefined()
    await worker.call('appeal.resolve', { id, version: 3, words: '开到 23:00' })
    await person.call('appeal.confirm', { id, version: 4, answer: 'satisfied' })
  })

  it('of several who claim at once one has it', async () => {
    const { code } = await messenger.call('appeal.submitFor', filed)
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        cloud
          .phone(`o-claims-${index}`)
          .send({ action: 'filing.claim', input: { code }, requestId: `claim-${index}-x` }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((each) => (each.ok ? [] : [each.error.code]))).toEqual(
      Array(3).fill('CLAIM_TAKEN'),
    )
  })
})

describe('what bad input gets', () => {
  it.each([
    ['from home', { channel: 'home' }, 'FIELD_INVALID'],
    ['without a channel', { channel: undefined }, 'FIELD_INVALID'],
    ['a phone that is none', { phone: '1380013' }, 'PHONE_INVALID'],
    ['nothing said', { text: ' ' }, 'NOTHING_SAID'],
    ['a nickname too long', { nickname: '王'.repeat(21) }, 'TEXT_TOO_LONG'],
    ['nowhere', { area: 'nowhere' }, 'AREA_NOT_FOUND'],
    ['somebody else’s photo', { photos: ['cloud://e/photos/other/1.jpg'] }, 'PHOTO_NOT_YOURS'],
  ])('%s: its own refusal, and nothing stored', async (_, wrong, code) => {
    await cloud.rest('o-messenger')
    const count = async () => {
      const { appeals, filings } = await cloud.local.dump()
      return [appeals?.length, filings?.length]
    }
    const before = await count()
    expect(await messenger.refused('appeal.submitFor', { ...filed, ...wrong })).toMatchObject({ code })
    expect(await count()).toEqual(before)
  })

  it.each(['hotline', 'meeting', 'visit'])('nobody comes in by %s alone', async (channel) => {
    expect(await cloud.phone('o-rider').refused('appeal.submit', { ...said, channel })).toMatchObject({
      code: 'CHANNEL_NOT_YOURS',
    })
  })

  it.each(['station', 'group', 'box'] as const)('by %s it is kept', async (channel) => {
    const rider = cloud.phone('o-rider')
    const { id } = await rider.call('appeal.submit', { ...said, channel })
    expect((await rider.call('appeal.view', { id })).channel).toBe(channel)
  })

  it.each(['', '123', 'abcdefghij', '0000000000'])('the code %s claims nothing', async (code) => {
    expect(await cloud.phone('o-guesses').refused('filing.claim', { code })).toMatchObject({
      code: 'CLAIM_NOT_FOUND',
    })
  })

  it('guessing ends after ten tries', async () => {
    const guesser = cloud.phone('o-guesser')
    for (let each = 0; each < 10; each += 1)
      await guesser.refused('filing.claim', { code: `00000000${10 + each}` })
    expect(await guesser.refused('filing.claim', { code: '0000000042' })).toMatchObject({ code: 'TOO_OFTEN' })
  })
})
