import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { faultOf } from '../../domain/appeal/verify.ts'
import type { Check } from '../../domain/safety/check.ts'
import type { Dump } from '../../localcloud/start.ts'
import { mediaWord, pushed } from '../../scripts/load/wechat.ts'
import { breaksOfTimer } from '../../tests/support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const position = { longitude: 123.43, latitude: 41.8 }
const hour = 3_600_000
const pass = { result: { suggest: 'pass', label: 100 } }
let cloud: TestCloud
let rider: Phone
let start: Dump

/** How WeChat behaves at the moment. */
let text: () => unknown
let media: () => unknown
let traces = 0
const trace = () => {
  traces += 1
  return { trace_id: `trace-${String(traces).padStart(8, '0')}` }
}

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103014'],
    openapi: { 'security.msgSecCheck': () => text(), 'security.mediaCheckAsync': () => media() },
  })
  rider = cloud.phone('o-rider')
  await rider.personId()
  await cloud.phone('o-passer-by').personId()
  start = await cloud.local.dump()
}, 60_000)
beforeEach(async () => {
  await cloud.local.restore(start)
  cloud.local.sent().length = 0
  traces = 0
  text = () => pass
  media = trace
})
afterAll(() => cloud.close())

const tick = () => cloud.local.trigger('clock')
const word = (id: string, suggest: 'pass' | 'risky' | 'review' = 'pass', errcode = 0) =>
  cloud.local.call('mediacheck', mediaWord(id, suggest, errcode), pushed)
const snap = async (photos: string[] = [], words = '堵死了') =>
  (
    await rider.call('appeal.submit', {
      kind: 'snap',
      category: 'fireLane',
      area: kaixuan,
      trade: 'delivery',
      position,
      text: words,
      photos,
    })
  ).id
const found = async () =>
  (await cloud.phone('o-passer-by').call('appeal.similar', { category: 'fireLane', position })).snaps.map(
    ({ id }) => id,
  )
const stored = async (id: string): Promise<Appeal> => {
  const { appeals } = await import('../store/appeals.ts')
  return (await appeals.get(id)) as Appeal
}
const checks = async (): Promise<Check[]> => {
  const { checks: all } = await import('../store/checks.ts')
  return all.find({ where: {}, sort: [['piece', 'asc']], limit: 100 })
}
const states = async () => (await checks()).map(({ piece, state }) => `${piece} ${state}`)
const asked = (api: string) => cloud.local.sent().filter((each) => each.api === `security.${api}`)
/** So much later: everything that is put off is due. */
const later = async (by = 0) => {
  const { checks: all } = await import('../store/checks.ts')
  const { command } = await import('../store/collection.ts')
  await all.update({ settled: false }, { tickAt: 1, ...(by > 0 && { since: command.inc(-by) }) })
}

describe('a snap', () => {
  it('is found by others once its words and photos have passed; each is asked once', async () => {
    const id = await snap([await rider.photo()])
    expect(await found()).toEqual([])
    await tick()
    expect(await found()).toEqual([])
    expect(asked('msgSecCheck')).toMatchObject([
      { data: { content: '堵死了', openid: 'o-rider', scene: 3, version: 2 } },
    ])
    expect(asked('mediaCheckAsync')).toMatchObject([
      { data: { media_url: expect.stringMatching(/^http/), media_type: 2, openid: 'o-rider', version: 2 } },
    ])
    await word('trace-00000001')
    await tick()
    await tick()
    expect(await found()).toEqual([id])
    expect(cloud.local.sent()).toHaveLength(2)
    expect((await stored(id)).safety).toMatchObject({ asked: 1, waiting: [], held: [], closed: [] })
    expect(faultOf(await stored(id))).toBeUndefined()
  })

  it.each(['risky', 'review'] as const)(
    'is held when WeChat says %s of a photo, and nothing is lost',
    async (says) => {
      const id = await snap([await rider.photo(), await rider.photo()])
      await tick()
      await word('trace-00000001')
      await word('trace-00000002', says)
      await tick()
      expect(await found()).toEqual([])
      expect((await stored(id)).safety?.held).toHaveLength(1)
      const own = await rider.call('appeal.view', { id })
      expect(own.photos).toHaveLength(2)
      expect(own).not.toHaveProperty('doubts')
      expect((await rider.call('appeal.mine', {})).rows[0]).not.toHaveProperty('doubtful')
    },
  )

  it('is held when its words are in doubt, and whoever handles it has it at once', async () => {
    text = () => ({ result: { suggest: 'risky' } })
    const worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
    const id = await snap()
    expect((await worker.call('appeal.work', {})).rows).toMatchObject([{ id, title: '堵死了' }])
    await tick()
    expect(await found()).toEqual([])
    expect((await worker.call('appeal.work', {})).rows).toMatchObject([
      { id, title: '堵死了', doubtful: true },
    ])
    expect((await worker.call('appeal.view', { id })).doubts).toEqual([
      { piece: '1-text', sequence: 1, kind: 'text', public: true, closed: false },
    ])
  })

  it('is hidden from others again when what is said of it changes', async () => {
    const id = await snap()
    await tick()
    expect(await found()).toEqual([id])
    const { appeals } = await import('../store/appeals.ts')
    await appeals.update({ _id: id }, { confidential: true, tickAt: 1 })
    await tick()
    expect((await stored(id)).place.cell).toBeUndefined()
  })

  it('is asked about anew for every step, and only for what is new', async () => {
    const id = await snap()
    await tick()
    await rider.call('appeal.reply', { id, version: 1, words: '还堵着' })
    await rider.call('appeal.urge', { id, version: 2 })
    await tick()
    expect(asked('msgSecCheck').map(({ data }) => data.content)).toEqual(['堵死了', '还堵着'])
    expect((await stored(id)).safety).toMatchObject({ asked: 3, waiting: [] })
    expect(await found()).toEqual([id])
  })

  it('of five thousand characters is asked about in parts; one in doubt, and it is held', async () => {
    let parts = 0
    text = () => {
      parts += 1
      return { result: { suggest: parts === 2 ? 'risky' : 'pass' } }
    }
    await snap([], '堵'.repeat(5000))
    await tick()
    expect(parts).toBe(2)
    expect(await states()).toEqual(['1-text held'])
  })
})

describe('when WeChat does not answer', () => {
  it.each<[string, () => unknown]>([
    ['an error', () => ({ errcode: -1, errmsg: 'system error' })],
    ['nonsense', () => ({ result: {} })],
    ['never', () => new Promise(() => {})],
  ])(
    '(%s) the appeal still arrives, is held from others, and passes when it has recovered',
    async (_, silence) => {
      const worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
      text = silence
      media = silence
      const id = await snap([await rider.photo()])
      await tick()
      expect((await worker.call('appeal.work', {})).rows).toMatchObject([{ id }])
      expect((await worker.call('appeal.view', { id })).photos).toHaveLength(1)
      expect(await found()).toEqual([])
      expect(await states()).toEqual(['1-photo-0 waiting', '1-text waiting'])
      // Put off: the next run asks nothing.
      const before = cloud.local.sent().length
      await tick()
      expect(cloud.local.sent()).toHaveLength(before)
      // However long it takes: nobody has to judge what is only not answered.
      await later(9 * 24 * hour)
      await tick()
      expect(await states()).toEqual(['1-photo-0 waiting', '1-text waiting'])
      text = () => pass
      media = trace
      await later()
      await tick()
      await word('trace-00000001')
      await tick()
      expect(await found()).toEqual([id])
    },
    40_000,
  )

  it('leaves off for this run: of many, only the first few are asked', async () => {
    text = () => ({ errcode: -1, errmsg: 'system error' })
    const id = await snap()
    for (let index = 0; index < 14; index += 1) {
      await cloud.rest('o-rider')
      await rider.call('appeal.reply', { id, version: index + 1, words: `第 ${index} 句` })
    }
    await tick()
    expect(asked('msgSecCheck')).toHaveLength(10)
    text = () => pass
    await later()
    await tick()
    expect(await found()).toEqual([id])
    expect((await checks()).every(({ state }) => state === 'passed')).toBe(true)
  })

  it('what it can’t be asked about is a person’s to judge after a day', async () => {
    text = () => ({ errcode: 61010, errmsg: 'code is expired' })
    const id = await snap()
    await tick()
    expect(await states()).toEqual(['1-text waiting'])
    await later(24 * hour)
    await tick()
    expect((await stored(id)).safety).toMatchObject({ waiting: [], held: ['1-text'] })
  })

  it('a photo that is not there is a person’s to judge after a day, and WeChat is not asked', async () => {
    await snap([`cloud://local.local/photos/${'a'.repeat(32)}.jpg`])
    await tick()
    await later(24 * hour)
    await tick()
    expect(asked('mediaCheckAsync')).toEqual([])
    expect(await states()).toEqual(['1-photo-0 held', '1-text passed'])
  })
})

describe('the word of WeChat', () => {
  it('that never comes is asked for again, and counts for whichever question it answers', async () => {
    const id = await snap([await rider.photo()])
    await tick()
    await later()
    await tick()
    expect(asked('mediaCheckAsync')).toHaveLength(2)
    await word('trace-00000001')
    await tick()
    expect(await found()).toEqual([id])
    // Late, and of the other opinion: the first word stands.
    await word('trace-00000002', 'risky')
    await word('trace-00000001', 'risky')
    await tick()
    expect(await found()).toEqual([id])
    const { checkWords } = await import('../store/checks.ts')
    expect(await checkWords.count({})).toBe(0)
  })

  it('that never comes for a day leaves the photo to a person, and nobody is asked again', async () => {
    const id = await snap([await rider.photo()])
    await tick()
    await later()
    await tick()
    await later(24 * hour)
    await tick()
    await tick()
    expect(asked('mediaCheckAsync')).toHaveLength(2)
    expect(await states()).toEqual(['1-photo-0 held', '1-text passed'])
    expect((await stored(id)).safety).toMatchObject({ waiting: [], held: ['1-photo-0'] })
    // Too late: a person has it.
    await word('trace-00000002')
    await tick()
    expect(await states()).toEqual(['1-photo-0 held', '1-text passed'])
    expect(await found()).toEqual([])
  })

  it('that WeChat can’t have sent yet is waited for, however long it had not answered before', async () => {
    media = () => ({ errcode: -1, errmsg: 'system error' })
    const id = await snap([await rider.photo()])
    await tick()
    media = trace
    await later(9 * 24 * hour)
    await tick()
    await tick()
    expect(await states()).toEqual(['1-photo-0 asked', '1-text passed'])
    await word('trace-00000001')
    await tick()
    expect(await found()).toEqual([id])
  })

  it('may come before the question is written down', async () => {
    media = () => {
      const answer = trace()
      return word(answer.trace_id).then(() => answer)
    }
    const id = await snap([await rider.photo()])
    await tick()
    const { checkWords } = await import('../store/checks.ts')
    await checkWords.update({}, { tickAt: 1 })
    await tick()
    expect(await found()).toEqual([id])
  })

  it('that it failed is asked for again', async () => {
    const id = await snap([await rider.photo()])
    await tick()
    await word('trace-00000001', 'pass', -1008)
    await tick()
    expect(await states()).toContain('1-photo-0 waiting')
    await later()
    await tick()
    await word('trace-00000002')
    await tick()
    expect(await found()).toEqual([id])
  })

  it('of questions that nobody asked passes nothing', async () => {
    await snap([await rider.photo()])
    await tick()
    await word('trace-99999999')
    await tick()
    expect(await found()).toEqual([])
  })
})

describe('what people call themselves', () => {
  const register = (nickname: string) =>
    rider.call('person.register', { nickname, trade: 'delivery', communityId: kaixuan, consentVersion: 1 })
  const passedName = async () => {
    const { people } = await import('../store/people.ts')
    return (await people.get(await rider.personId()))?.nicknamePassed
  }

  it('is others’ to read once it has passed, and again when they go back to it', async () => {
    await register('小蜂')
    await tick()
    expect(await passedName()).toBe('小蜂')
    expect(asked('msgSecCheck')).toMatchObject([{ data: { content: '小蜂', scene: 1 } }])
    await register('大蜂')
    await tick()
    expect(await passedName()).toBe('大蜂')
    await register('小蜂')
    await tick()
    expect(await passedName()).toBe('小蜂')
    expect(asked('msgSecCheck')).toHaveLength(2)
  })

  it('is not when WeChat has doubts', async () => {
    text = () => ({ result: { suggest: 'review' } })
    await register('小蜂')
    await tick()
    expect(await passedName()).toBeUndefined()
  })
})

describe('two runs at once, and one that is broken off', () => {
  it('ask once for each thing', async () => {
    const id = await snap([await rider.photo()])
    await Promise.all([tick(), tick(), tick()])
    expect(asked('mediaCheckAsync')).toHaveLength(1)
    expect(asked('msgSecCheck')).toHaveLength(1)
    await word('trace-00000001')
    await Promise.all([tick(), tick(), tick()])
    await tick()
    expect(await found()).toEqual([id])
  })

  it.each(['refuse', 'lose', 'kill', 'kill-after'] as const)(
    'anywhere by %s, end the same',
    async (kind) => {
      const id = await snap([await rider.photo()])
      await rider.call('appeal.reply', { id, version: 1, words: '还堵着' })
      const before = await cloud.local.dump()
      await tick()
      const breaks = breaksOfTimer(cloud)
      for (const at of breaks(kind)) {
        await cloud.local.restore(before)
        media = () => ({ trace_id: 'trace-00000001' })
        // WeChat answers only where the run gets that far.
        await cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }]).catch(() => undefined)
        await cloud.local.endTransactions()
        for (let run = 0; run < 3; run += 1) {
          await later()
          const { appeals } = await import('../store/appeals.ts')
          // What failed is put off for ten minutes; they have passed.
          await appeals.update({ _id: id }, { tickAt: 1 })
          await tick()
          await word('trace-00000001')
        }
        expect(await found(), `at request ${at}`).toEqual([id])
        const after = await stored(id)
        expect(after.safety, `at request ${at}`).toMatchObject({
          asked: 2,
          waiting: [],
          held: [],
          closed: [],
        })
        expect(faultOf(after)).toBeUndefined()
        expect((await checks()).every(({ state, settled }) => state === 'passed' && settled)).toBe(true)
      }
    },
    240_000,
  )
})
