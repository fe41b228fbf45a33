import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActionName, Input } from '../../domain/contract.ts'
import { placesFor } from '../../localcloud/wire/faults.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
let cloud: TestCloud
let worker: Phone
const hat = `gridWorker-${kaixuan}`

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103014'],
    openapi: { 'updatableMessage.createActivityId': { activityId: 'activity-1' } },
  })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  for (const openid of ['o-rider', 'o-second', 'o-third'])
    await cloud.phone(openid).call('person.register', {
      nickname: '小蜂',
      trade: 'delivery',
      communityId: kaixuan,
      consentVersion: 1,
    })
}, 60_000)
afterAll(() => cloud.close())

const from = Date.now() + 10 * 60_000
const plan = {
  title: '雪后清扫',
  kind: 'cleaning' as const,
  place: { name: '北站路台阶' },
  from,
  to: from + hour,
  places: 1,
  points: 4,
  proof: ['code' as const, 'photo' as const],
}
const rider = { openid: 'o-rider' }
const acting = { openid: 'o-worker', hat }
const under = <A extends ActionName>(
  who: { openid: string; hat?: string },
  action: A,
  input: Input<A>,
  random?: RegExp,
) => underEveryFault(cloud, who, action, input as object, random)
const secret = /"secret":"[0-9a-f]+"|"thanksCode":"\d+"/g
const { tasks } = await import('../../cloudfunctions/store/tasks.ts')

it('a task: made, changed, called off', async () => {
  await under(acting, 'task.create', { plan, publish: true }, secret)
  const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
  await under(
    acting,
    'task.create',
    { plan: { ...plan, kind: 'delivery' }, beneficiary, publish: false },
    secret,
  )
  const errand = { ...plan, kind: 'delivery' as const, from: from + 24 * hour, to: from + 25 * hour }
  const made = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
  const other = { ...beneficiary, address: '北站路 11 号' }
  await under(acting, 'task.edit', { id: made.id, version: 2, plan: errand, beneficiary: other })
  const { id } = await worker.call('task.create', { plan, publish: true })
  await cloud.phone('o-second').call('task.claim', { id })
  await under(acting, 'task.edit', { id, version: 2, plan: { ...plan, title: '雪后清扫南门' } })
  await under(acting, 'task.cancel', { id, words: '又下雪了' })
}, 120_000)

it('a place: claimed, given back, waited for, offered', async () => {
  const { id } = await worker.call('task.create', { plan, publish: true })
  await under(rider, 'task.claim', { id })
  await cloud.phone('o-second').call('task.wait', { id })
  await under(rider, 'task.release', { id })
  await under(rider, 'task.wait', { id })
  await under({ openid: 'o-second' }, 'task.claim', { id })
  await under(rider, 'task.release', { id })
}, 120_000)

it('the work: checked in, handed in, verified, looked at again', async () => {
  const { id } = await worker.call('task.create', { plan, publish: true })
  const phone = cloud.phone('o-rider')
  await phone.call('task.claim', { id })
  const claimId = (await tasks.get(id))?.claims[0]?.id ?? ''
  await under(acting, 'task.checkInFor', { id, claimId })
  await under(rider, 'task.submit', { id, photos: [await phone.photo()], words: '扫完了' })
  const secretary = { openid: 'o-secretary', hat: `secretary-${kaixuan}` }
  await under(secretary, 'task.verify', { id, verdicts: [{ claimId, accepted: true }] })
  expect((await tasks.get(id))?.causes).toHaveLength(1)
}, 120_000)

it('a pause: lifted by a secretary', async () => {
  const { id } = await worker.call('task.create', { plan, publish: true })
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const personId = await cloud.phone('o-second').personId()
  const missed = [1, 2, 3].map((claim) => ({ claim: `c${claim}`, at: Date.now() - claim }))
  await people.update({ _id: personId }, { volunteering: { tags: [], riding: [], missed, forgivenAt: null } })
  const secretary = { openid: 'o-secretary', hat: `secretary-${kaixuan}` }
  await under(secretary, 'volunteer.forgive', { personId, taskId: id })
}, 120_000)

it('a pause lifted by a call that died right after it: who was paused knows', async () => {
  const { id } = await worker.call('task.create', { plan, publish: true })
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const phone = cloud.phone('o-fourth')
  const personId = await phone.personId()
  const community = { id: kaixuan, name: '凯旋社区' }
  const missed = [1, 2, 3].map((claim) => ({ claim: `c${claim}`, at: Date.now() - claim }))
  const paused = { community, volunteering: { tags: [], riding: [], missed, forgivenAt: null } }
  await people.update({ _id: personId }, paused)
  const event = {
    action: 'volunteer.forgive',
    input: { personId, taskId: id },
    hat: `secretary-${kaixuan}`,
    requestId: 'forgive-and-die-1',
  }
  const before = await cloud.local.dump()
  const { value, meter } = await cloud.local.measure('api', event, { openid: 'o-secretary' })
  expect(value).toMatchObject({ ok: true })
  const outcomes = new Set<string>()
  for (const at of placesFor('kill-after', meter.order)) {
    await cloud.local.restore(before)
    const faults = [{ kind: 'kill-after' as const, at }]
    await cloud.local.call('api', event, { openid: 'o-secretary', faults }).catch(() => undefined)
    await cloud.local.endTransactions()
    const isLifted = (await people.get(personId))?.volunteering?.forgivenAt !== null
    const told = (await phone.call('notice.list', {})).rows.map(({ head }) => head)
    expect(told, `at request ${at}`).toEqual(isLifted ? ['可以接着领任务了'] : [])
    outcomes.add(isLifted ? 'lifted' : 'not lifted')
  }
  expect(outcomes).toEqual(new Set(['lifted', 'not lifted']))
}, 60_000)

it(
  'what somebody says of themselves',
  () => under(rider, 'volunteer.save', { tags: ['helper'], riding: [] }),
  60_000,
)

it('an errand: its address looked at, its thanks said', async () => {
  const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
  const errand = { ...plan, kind: 'delivery' as const, proof: ['photo' as const] }
  const { id } = await worker.call('task.create', { plan: errand, beneficiary, publish: true })
  await cloud.phone('o-third').call('task.claim', { id })
  await under({ openid: 'o-third' }, 'task.beneficiary', { id })
  const { code } = await worker.call('task.thanksCode', { id })
  await under({ openid: 'o-second' }, 'task.thank', { code, words: '谢谢小伙子' })
  await cloud.passed()
  await cloud.local.trigger('clock')
  expect((await cloud.phone('o-third').call('notice.list', {})).rows.map(({ head }) => head)).toContain(
    '有人谢谢您',
  )
}, 60_000)

it('a muster declined, a card shared', async () => {
  const muster = { ...plan, proof: [], muster: true }
  const { id } = await worker.call('task.create', { plan: muster, publish: true })
  await cloud.phone('o-rider').call('task.claim', { id })
  await under(rider, 'task.decline', { id })
  await under(acting, 'task.share', { id }, /"until":\d+/g)
}, 60_000)
