import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HandPhone, openStreet, type Street } from '../support/browser.ts'
import type { Phone } from '../support/cloud.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
let street: Street
let organiser: Phone
let worker: HandPhone
let rider: HandPhone
let id: string

beforeAll(async () => {
  street = await openStreet(['210103014'])
  const at = { role: 'gridWorker', organisationId: kaixuan } as const
  organiser = await street.cloud.staff({ openid: 'g-worker', ...at })
  worker = await street.phone('g-worker')
  rider = await street.phone('g-rider')
  const plan = {
    title: '雪后清扫北站路台阶',
    kind: 'cleaning' as const,
    place: { name: '北站路台阶' },
    from: Date.now() + hour,
    to: Date.now() + 2 * hour,
    places: 2,
    points: 6,
    proof: ['photo' as const],
  }
  id = (await organiser.call('task.create', { plan, publish: true })).id
}, 180_000)
afterAll(() => street?.close())

const timer = () => street.cloud.local.trigger('clock')

it('a group chat with nothing in it says what to do', async () => {
  await rider.openGroup()
  await rider.sees(/群里还没有卡片/)
  await rider.picture('group-1-empty')
}, 60_000)

it('the organiser sends the task into the group; the card shows when, where and how many have a place', async () => {
  await worker.open(`/work/task/index?id=${id}`)
  await worker.sees('雪后清扫北站路台阶')
  await worker.picture('group-2-share')
  await worker.tap('发到群')
  await worker.sees('发到群里了')
  await rider.openGroup()
  await rider.sees('雪后清扫北站路台阶，6 分')
  await timer()
  await rider.sees('成员正在加入，当前 0/2 人')
  await rider.picture('group-3-card')
}, 60_000)

it('one tap from the card to the task, one to the place; registration comes after', async () => {
  await rider.tap('雪后清扫北站路台阶，6 分')
  await rider.tap('认领一个名额')
  await rider.sees('去报到，名额就是您的')
  await rider.picture('group-4-held')
  const phone = street.cloud.phone('g-rider')
  await phone.call('person.register', {
    nickname: '小蜂',
    trade: 'delivery',
    communityId: kaixuan,
    consentVersion: 1,
  })
  const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
  expect((await tasks.get(id))?.claims[0]).toMatchObject({ state: 'held', groupId: 'preview-group' })
  await phone.call('task.claim', { id })
}, 60_000)

it('the group sees that one place is taken, the next one who of the group has it, and the end', async () => {
  await timer()
  const neighbour = await street.phone('g-neighbour')
  await neighbour.openGroup()
  await neighbour.sees('成员正在加入，当前 1/2 人')
  await neighbour.tap('雪后清扫北站路台阶，6 分')
  await neighbour.sees(/这个群里已有 1 人认领/)
  await neighbour.picture('group-5-who')
  await neighbour.tap('认领一个名额')
  await neighbour.sees('去报到，名额就是您的')
  await timer()
  await rider.openGroup()
  await rider.sees('已开始')
  await rider.picture('group-6-full')
}, 60_000)

it('nothing went wrong in any of the pages', () => {
  expect(street.errors).toEqual([])
})
