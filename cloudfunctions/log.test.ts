import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { contract } from '../domain/contract.ts'
import { refusals } from '../domain/errors.ts'
import { consentVersion } from '../domain/people/limits.ts'
import { roleNames } from '../domain/people/roles.ts'
import type { Fault } from '../localcloud/wire/faults.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../tests/support/cloud.ts'

const kaixuan = '210103014001'
const openid = 'oSecretKx7'
const words = '我住三楼左边，电话打这个'
const nickname = '蜜罐儿'
const number = '13911112222'
/** What must never be read in a log. */
const secrets = [
  openid,
  'o-worker-secret',
  '三楼左边',
  nickname,
  number,
  '.jpg',
  'cloud://',
  '凯旋',
  'photos/',
]

let cloud: TestCloud
let rider: Phone
let worker: Phone
let said: string[] = []
/** WeChat's interfaces fail, and quote what they were sent. */
const quoting = (sent: Record<string, unknown>) => ({
  errcode: 47001,
  errmsg: `${JSON.stringify(sent)} ${number}\n    at ${nickname} (index.js:1:2)`,
})

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103014'],
    openapi: {
      'phonenumber.getPhoneNumber': () => ({ phoneInfo: { purePhoneNumber: number } }),
      'security.msgSecCheck': quoting,
      'security.mediaCheckAsync': quoting,
      'subscribeMessage.send': quoting,
      'wxacode.getUnlimited': quoting,
    },
  })
  rider = cloud.phone(openid)
  secrets.push(await rider.personId())
  worker = await cloud.staff({ openid: 'o-worker-secret', role: 'gridWorker', organisationId: kaixuan })
  secrets.push(await worker.personId())
}, 60_000)
afterAll(() => cloud.close())

beforeEach(() => {
  said = []
  const keep = (text: unknown) => void said.push(String(text))
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
})
afterEach(() => vi.restoreAllMocks())

type Line = Record<string, unknown> & { error?: { name: string; signs: string[]; at: string[] } }

/** What the functions have printed by now, line by line; nothing of it may be personal. */
async function printed(): Promise<Line[]> {
  await new Promise((resolve) => setTimeout(resolve, 300))
  const lines = said.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  for (const secret of secrets) expect(lines.filter((line) => line.includes(secret))).toEqual([])
  // The SDK says by itself when a request took long.
  return lines.filter((line) => !line.startsWith('[TCB]')).map((line) => JSON.parse(line) as Line)
}

const submission = async () => ({
  kind: 'snap' as const,
  category: 'facilityDamage' as const,
  text: words,
  photos: [await rider.photo()],
  area: kaixuan,
  trade: 'delivery' as const,
})
const registration = { nickname, trade: 'delivery', communityId: kaixuan, consentVersion }

it('each call is one line: who it was for is not in it, what came of it is', async () => {
  await rider.call('person.me', {})
  await worker.refused('appeal.accept', { id: 'missing', version: 1 })
  await rider.send({ action: words, input: number })
  await rider.refused('appeal.submit', { ...(await submission()), text: words.repeat(1000) })
  const lines = await printed()
  expect(lines).toHaveLength(4)
  expect(lines.map(({ action, outcome, role }) => [action, outcome, role])).toEqual([
    ['person.me', 'ok', 'person'],
    ['appeal.accept', 'APPEAL_NOT_FOUND', 'gridWorker'],
    ['unknown', 'ACTION_UNKNOWN', undefined],
    ['appeal.submit', 'TEXT_TOO_LONG', undefined],
  ])
  for (const line of lines) {
    expect(line).toMatchObject({ function: 'api', requestId: expect.stringMatching(/^[0-9A-F]{8}$/) })
    expect(line.milliseconds).toBeTypeOf('number')
    expect(line.fresh).toBe(false)
    expect(Object.keys(line).sort()).toEqual(
      ['action', 'fresh', 'function', 'milliseconds', 'outcome', 'requestId', 'role']
        .filter((key) => key in line)
        .sort(),
    )
  }
})

it('an unexpected error is a line with the number that the person sees, its place and nothing of its message', async () => {
  const reply = await cloud.local.call(
    'api',
    { action: 'person.register', input: registration, requestId: newRequestId() },
    { openid, faults: [{ kind: 'refuse', at: 1 }] },
  )
  const [line] = await printed()
  expect(reply).toMatchObject({ error: { code: 'INTERNAL', requestId: line?.requestId } })
  expect(line).toMatchObject({
    action: 'person.register',
    outcome: 'INTERNAL',
    error: { signs: ['cloud failed'] },
  })
  expect(line?.error).toMatchObject({ place: 'people.find' })
  expect(line?.error?.at.join('\n')).toMatch(/ index\.js:\d+:\d+/)
})

it('an error inside an area names the part of the function that it came from', async () => {
  const faults: Fault[] = [{ kind: 'refuse', at: 2 }]
  const event = { action: 'appeal.mine', input: {} }
  await cloud.local.call('api', event, { openid, faults })
  const [line] = await printed()
  expect(line).toMatchObject({ action: 'appeal.mine', outcome: 'INTERNAL' })
  expect(line?.error?.at.join('\n')).toMatch(/ parts\/appeal-[\w-]{8}\.js:\d+:\d+/)
})

describe('whatever fails, nothing personal is printed', () => {
  const kinds: Fault['kind'][] = ['refuse', 'conflict', 'lose', 'kill', 'kill-after']

  it.each(kinds)(
    'at every wire request of calls: %s',
    async (kind) => {
      const actions = [
        ['person.register', registration],
        ['person.savePhone', { code: number }],
        ['appeal.submit', await submission()],
        ['appeal.mine', {}],
      ] as const
      for (const [action, input] of actions)
        for (const at of kind.startsWith('kill') ? [3] : [1, 2, 3, 4, 5, 6])
          await cloud.local
            .call('api', { action, input, requestId: newRequestId() }, { openid, faults: [{ kind, at }] })
            .catch(() => undefined)
      await cloud.local.endTransactions()
      await cloud.rest(openid)
      const lines = await printed()
      if (!kind.startsWith('kill')) expect(lines.some(({ outcome }) => outcome === 'INTERNAL')).toBe(true)
    },
    120_000,
  )

  it.each(kinds)(
    'at every wire request of the timer: %s',
    async (kind) => {
      await rider.call('appeal.submit', await submission()).catch(() => undefined)
      await cloud.rest(openid)
      for (let at = 1; at <= 24; at += kind.startsWith('kill') ? 8 : 2) {
        const thrown = await cloud.local
          .trigger('clock', undefined, [{ kind, at }])
          .catch((error: Error) => error)
        for (const secret of secrets) expect(String(thrown)).not.toContain(secret)
        await cloud.local.endTransactions()
      }
      await cloud.local.trigger('clock')
      const lines = await printed()
      expect(lines.some((line) => line.function === 'clock')).toBe(true)
    },
    120_000,
  )

  it('when WeChat’s interfaces fail and quote what they were sent', async () => {
    const { checks } = await import('./store/checks.ts')
    const { command } = await import('./store/collection.ts')
    const { notices } = await import('./store/notices.ts')
    // What is only news takes two.
    for (let times = 0; times < 2; times += 1)
      await rider.call('notice.subscribe', { granted: ['progress', 'work', 'urgent', 'task', 'points'] })
    const { id } = await rider.call('appeal.submit', await submission())
    await cloud.local.trigger('clock')
    await worker.call('appeal.accept', { id, version: 1 })
    await cloud.local.trigger('clock')
    await notices.update({ 'send.at': command.gt(0) }, { 'send.at': 1 })
    await checks.update({ state: 'waiting' }, { tickAt: 1 })
    await cloud.local.trigger('clock')
    const lines = await printed()
    const about = JSON.stringify(lines)
    expect(about).toContain('security')
    expect(about).toContain('subscribeMessage.send')
  })

  it('when a stored document is damaged, and the error may quote it', async () => {
    const { appeals } = await import('./store/appeals.ts')
    const { id } = await rider.call('appeal.submit', await submission())
    const whole = await cloud.local.dump()
    const stored = await appeals.get(id)
    if (!stored) throw new Error('it is not there')
    for (const field of Object.keys(stored).filter((each, index) => each !== '_id' && index % 3 === 0)) {
      await appeals.update({ _id: id }, { [field]: `${words} ${number} ${nickname}` })
      await appeals.update({ _id: id }, { tickAt: 1 })
      await rider.send({ action: 'appeal.view', input: { id } })
      await rider.send({ action: 'appeal.mine', input: {} })
      await rider.send({
        action: 'appeal.reply',
        input: { id, version: stored.version, words },
        requestId: newRequestId(),
      })
      await cloud.local.trigger('clock').catch(() => undefined)
      await cloud.local.restore(whole)
    }
    const lines = await printed()
    const names = lines.flatMap(({ error }) => error?.name ?? [])
    expect(names.filter((name) => name === 'TypeError').length).toBeGreaterThan(1)
    expect(lines.some(({ step }) => step === 'appeal')).toBe(true)
  }, 240_000)

  it('when what is sent is nonsense, everywhere', async () => {
    const nonsense = [
      words,
      number,
      { [words]: number },
      [nickname],
      { id: words, text: { [number]: words } },
    ]
    for (const action of Object.keys(contract))
      for (const input of nonsense)
        await rider.send({ action, input, requestId: newRequestId(), hat: nickname })
    await rider.send({ action: 'person.me', [words]: number })
    await rider.send({ action: { [words]: number } })
    await cloud.local.call('mediacheck', { [words]: number, trace_id: openid }, { openid })
    await cloud.local.call('mediacheck', { [words]: number, trace_id: number }, { source: 'wx_unknown' })
    const lines = await printed()
    const outcomes = new Set(lines.map(({ outcome }) => String(outcome)))
    const known = new Set([...Object.keys(refusals), 'ok', 'refused', 'nothing'])
    expect([...outcomes].filter((outcome) => !known.has(outcome))).toEqual([])
    expect(outcomes).not.toContain('INTERNAL')
    const roles = new Set(lines.flatMap(({ role }) => (role === undefined ? [] : String(role))))
    expect([...roles].filter((role) => role !== 'person' && !Object.hasOwn(roleNames, role))).toEqual([])
  }, 240_000)
})
