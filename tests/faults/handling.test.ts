import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionName } from '../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const beside = '210103014003'
const district = '210103-newSectorCommittee'
let cloud: TestCloud
let rider: Phone
let worker: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'], transactionTimeout: 700 })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-helper', role: 'gridWorker', organisationId: beside })
  await cloud.staff({ openid: 'o-supervisor', role: 'supervisor', organisationId: district })
}, 60_000)
afterAll(() => cloud.close())

const people = {
  worker: { openid: 'o-worker', hat: `gridWorker-${kaixuan}` },
  secretary: { openid: 'o-secretary', hat: `secretary-${kaixuan}` },
  helper: { openid: 'o-helper', hat: `gridWorker-${beside}` },
  supervisor: { openid: 'o-supervisor', hat: `supervisor-${district}` },
}
type Step = readonly [who: keyof typeof people, action: ActionName, input: object]

async function submitted() {
  const { id } = await rider.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁',
    area: kaixuan,
    trade: 'delivery',
  })
  return id
}

/** Takes steps one after another, each under every fault; the log holds each once. */
async function all(id: string, steps: readonly Step[]) {
  let version = 1
  for (const [who, action, input] of steps) {
    await underEveryFault(cloud, people[who], action, { id, version, ...input })
    version += 1
  }
  const seen = await rider.call('appeal.view', { id })
  expect([seen.version, seen.whole]).toEqual([version, true])
  return seen
}

const soon = () => Date.now() + 6 * 86_400_000

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('help, a wait, and asking the person', async () => {
    const { state, outcome } = await all(await submitted(), [
      ['worker', 'appeal.accept', {}],
      ['worker', 'appeal.assist', { help: 'ask', organisationId: beside, words: '请问问物业' }],
      ['helper', 'appeal.assist', { help: 'report', words: '问了' }],
      ['helper', 'appeal.assist', { help: 'finish', words: '说好了' }],
      ['worker', 'appeal.assist', { help: 'ask', organisationId: district, words: '请帮着说' }],
      ['worker', 'appeal.assist', { help: 'release', organisationId: district, words: '说通了' }],
      ['worker', 'appeal.suspend', { until: soon(), words: '等物业开会' }],
      ['worker', 'appeal.resume', {}],
      ['worker', 'appeal.resolve', { words: '铁路的门，开不了', unsolved: true }],
      ['supervisor', 'appeal.followUp', { words: '没人接' }],
      ['supervisor', 'appeal.followUp', { answer: 'satisfied', words: '知道了' }],
    ])
    expect([state, outcome]).toEqual(['closed', 'notSolved'])
  }, 240_000)

  it('to another of the same branch', async () => {
    const { organisation } = await all(await submitted(), [
      ['worker', 'appeal.accept', {}],
      ['worker', 'appeal.transfer', { organisationId: beside, words: '门在隔壁' }],
    ])
    expect(organisation.id).toBe(beside)
  }, 120_000)

  it('one level up', async () => {
    const { organisation } = await all(await submitted(), [
      ['secretary', 'appeal.escalate', { words: '谈不下来' }],
    ])
    expect(organisation.id).not.toBe(kaixuan)
  }, 120_000)

  it('not taken on', async () => {
    const { state } = await all(await submitted(), [['secretary', 'appeal.decline', { reason: 'legal' }]])
    expect(state).toBe('declined')
  }, 120_000)

  it('merged, and split off again', async () => {
    const parentId = await submitted()
    const { state } = await all(await submitted(), [
      ['secretary', 'appeal.merge', { parentId, words: '一回事' }],
      ['secretary', 'appeal.unmerge', {}],
    ])
    expect(state).toBe('dispatched')
    expect(await worker.call('appeal.view', { id: parentId })).toMatchObject({
      version: 3,
      whole: true,
      situation: { children: 0 },
    })
  }, 120_000)
})
