import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../domain/appeal/log.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let rider: Phone
let worker: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({
    openid: 'o-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
}, 60_000)
afterAll(() => cloud.close())

const people = {
  rider: { openid: 'o-rider' },
  worker: { openid: 'o-worker', hat: `gridWorker-${kaixuan}` },
  supervisor: { openid: 'o-supervisor', hat: 'supervisor-210103-newSectorCommittee' },
}

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('the whole loop, step by step', async () => {
    await rider.personId()
    const photo = await rider.photo()
    await underEveryFault(cloud, people.rider, 'appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门晚上九点就锁',
      photos: [photo],
      voice: { fileId: await rider.voice(), seconds: 18 },
      area: kaixuan,
      trade: 'delivery',
    })
    const [sent] = (await rider.call('appeal.mine', {})).rows
    const id = sent?.id ?? ''
    await underEveryFault(cloud, people.worker, 'appeal.return', {
      id,
      version: 1,
      words: '不归我们',
      proposedId: '210103014',
    })
    await underEveryFault(cloud, people.supervisor, 'appeal.dispatch', {
      id,
      version: 2,
      organisationId: kaixuan,
      words: '归你们',
    })
    await underEveryFault(cloud, people.worker, 'appeal.accept', { id, version: 3 })
    await underEveryFault(cloud, people.worker, 'appeal.note', { id, version: 4, words: '约了物业' })
    await underEveryFault(cloud, people.worker, 'appeal.resolve', {
      id,
      version: 5,
      words: '开到 23:00',
      photos: [await worker.photo()],
    })
    await underEveryFault(cloud, people.rider, 'appeal.confirm', {
      id,
      version: 6,
      answer: 'unsatisfied',
      words: '还锁着',
    })
    await underEveryFault(cloud, people.rider, 'appeal.withdraw', { id, version: 7 })
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored?.events.map(({ action }) => action)).toEqual([
      'submit',
      'return',
      'dispatch',
      'accept',
      'note',
      'resolve',
      'confirm',
      'withdraw',
    ])
    expect(verifyLog(stored?.events ?? [])).toBe(true)
  }, 180_000)
})
