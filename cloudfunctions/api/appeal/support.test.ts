import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultOf } from '../../../domain/appeal/verify.ts'
import { newRequestId, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const crowd = 20
let cloud: TestCloud
let id: string

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  const rider = cloud.phone('o-rider')
  const snap = {
    kind: 'snap',
    category: 'fireLane',
    text: '堵死了',
    area: kaixuan,
    trade: 'delivery',
  } as const
  id = (await rider.call('appeal.submit', snap)).id
  for (let index = 0; index < crowd; index += 1) await cloud.phone(`o-${index}`).personId()
}, 60_000)
afterAll(() => cloud.close())

it('counts twenty who see it at once, each once, while somebody takes it on', async () => {
  const worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  const ask = (index: number, requestId: string) =>
    cloud.phone(`o-${index}`).call('appeal.support', { id }, requestId)
  const requests = Array.from({ length: crowd }, newRequestId)
  const accepting = worker.call('appeal.accept', { id, version: 1 }).catch((error: unknown) => error)
  const answers = await Promise.all(requests.map((requestId, index) => ask(index, requestId)))
  await accepting
  const { appeals } = await import('../../store/appeals.ts')
  const stored = await appeals.get(id)
  if (!stored) throw new Error('the snap is not there')
  const people = await Promise.all(requests.map((_, index) => cloud.phone(`o-${index}`).personId()))
  expect([...stored.supporters].sort()).toEqual([...people].sort())
  expect(new Set(answers.map(({ version }) => version)).size).toBe(crowd)
  expect(faultOf(stored)).toBeUndefined()
  // The phone asks again under the same request: the first answer, and nobody counted twice.
  expect(await ask(3, requests[3] ?? '')).toEqual(answers[3])
  expect((await cloud.phone('o-3').refused('appeal.support', { id })).code).toBe('ALREADY_SUPPORTED')
  expect((await appeals.get(id))?.supporters).toHaveLength(crowd)
}, 60_000)
