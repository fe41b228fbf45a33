import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../domain/appeal/verify.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const neighbour = '210103014003'
const committee = '210103-newSectorCommittee'
const day = 86_400_000
let cloud: TestCloud
let rider: Phone
let worker: Phone

const people = {
  rider: { openid: 'o-rider' },
  passerBy: { openid: 'o-passer-by' },
  worker: { openid: 'o-worker', hat: `gridWorker-${kaixuan}` },
  neighbour: { openid: 'o-neighbour', hat: `gridWorker-${neighbour}` },
  secretary: { openid: 'o-secretary', hat: `secretary-${kaixuan}` },
  supervisor: { openid: 'o-supervisor', hat: `supervisor-${committee}` },
}

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  await cloud.phone('o-passer-by').personId()
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-neighbour', role: 'gridWorker', organisationId: neighbour })
  await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-supervisor', role: 'supervisor', organisationId: committee })
}, 60_000)
afterAll(() => cloud.close())

const submit = async (over = {}) => {
  await cloud.rest('o-rider')
  const sent = await rider.call('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁',
    area: kaixuan,
    trade: 'delivery',
    ...over,
  })
  return sent.id
}
const whole = async (id: string, ...actions: string[]) => {
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const stored = await appeals.get(id)
  if (!stored) throw new Error('it is not there')
  expect(faultOf(stored)).toBeUndefined()
  expect(stored.events.map(({ action }) => action)).toEqual(actions)
}

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('handing on: helping, waiting, transfer, going up', async () => {
    const id = await submit()
    await worker.call('appeal.accept', { id, version: 1 })
    const step = (version: number) => ({ id, version })
    await underEveryFault(cloud, people.worker, 'appeal.assist', {
      ...step(2),
      help: 'ask',
      organisationId: neighbour,
      words: '派人看看',
    })
    await underEveryFault(cloud, people.neighbour, 'appeal.assist', {
      ...step(3),
      help: 'report',
      words: '看过了',
    })
    await underEveryFault(cloud, people.neighbour, 'appeal.assist', {
      ...step(4),
      help: 'finish',
      words: '锁换了',
    })
    await underEveryFault(cloud, people.worker, 'appeal.suspend', {
      ...step(5),
      until: Date.now() + 6 * day,
      words: '等物业',
    })
    await underEveryFault(cloud, people.worker, 'appeal.resume', { ...step(6), words: '回话了' })
    await underEveryFault(cloud, people.secretary, 'appeal.transfer', {
      ...step(7),
      organisationId: neighbour,
      words: '归你们',
    })
    await underEveryFault(cloud, people.supervisor, 'appeal.escalate', { ...step(8), words: '办不动' })
    await whole(
      id,
      'submit',
      'accept',
      'assist',
      'assist',
      'assist',
      'suspend',
      'resume',
      'transfer',
      'escalate',
    )
  }, 120_000)

  it('asking whether it is done, and declining', async () => {
    const id = await submit()
    const step = (version: number) => ({ id, version })
    await worker.call('appeal.accept', step(1))
    await worker.call('appeal.resolve', { ...step(2), words: '开了小门' })
    await underEveryFault(cloud, people.supervisor, 'appeal.followUp', { ...step(3), words: '没接' })
    await underEveryFault(cloud, people.supervisor, 'appeal.followUp', { ...step(4), answer: 'partly' })
    await whole(id, 'submit', 'accept', 'resolve', 'followUp', 'followUp')
    const other = await submit()
    const declining = { id: other, version: 1, reason: 'outside', words: '' }
    await underEveryFault(cloud, people.secretary, 'appeal.decline', declining)
    await whole(other, 'submit', 'decline')
  }, 120_000)

  it('two at a time: merging and its undoing; and who passes by', async () => {
    const [parent, child] = [await submit(), await submit()]
    await underEveryFault(cloud, people.secretary, 'appeal.merge', {
      id: child,
      version: 1,
      parentId: parent,
    })
    await underEveryFault(cloud, people.secretary, 'appeal.unmerge', { id: child, version: 2 })
    await whole(child, 'submit', 'merge', 'unmerge')
    await whole(parent, 'submit', 'gather', 'letGo')
    const snap = await submit({ kind: 'snap', category: 'sanitation' })
    await underEveryFault(cloud, people.passerBy, 'appeal.support', { id: snap })
    await whole(snap, 'submit', 'support')
  }, 180_000)
})

describe('at once', () => {
  it('50 people accept one appeal: one has it, 49 are told who', async () => {
    const workers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        cloud.staff({ openid: `o-worker-${index}`, role: 'gridWorker', organisationId: kaixuan }),
      ),
    )
    const id = await submit()
    const answers = await Promise.all(
      workers.map((each, index) =>
        each.send({
          action: 'appeal.accept',
          input: { id, version: 1 },
          requestId: `at-once-${index}`,
          hat: `gridWorker-${kaixuan}`,
        }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const told = answers.flatMap((each) => (each.ok ? [] : [each.error]))
    expect(told).toHaveLength(49)
    for (const { code, message } of told) {
      expect(code).toBe('ALREADY_ACCEPTED')
      expect(message).toContain('凯旋社区的网格员已经接了这件事')
    }
    await whole(id, 'submit', 'accept')
  }, 60_000)

  it('two merge each into the other: one follows, the other is refused; neither is lost', async () => {
    const [a, b] = [await submit(), await submit()]
    const secretary = cloud.phone(people.secretary.openid, people.secretary.hat)
    const merge = (id: string, parentId: string) =>
      secretary.send({
        action: 'appeal.merge',
        input: { id, version: 1, parentId },
        requestId: `merge-${id}`,
        hat: people.secretary.hat,
      })
    const answers = await Promise.all([merge(a, b), merge(b, a)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const states = [(await appeals.get(a))?.state, (await appeals.get(b))?.state].sort()
    expect(states).toEqual(['dispatched', 'merged'])
  })
})
