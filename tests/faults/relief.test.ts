import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../domain/appeal/verify.ts'
import { shippedReliefRules } from '../../domain/relief/rules.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const committee = '210103-tradeCommittee-delivery'
const cityCommittee = '2101-tradeCommittee-delivery'
let cloud: TestCloud
let rider: Phone
let officer: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await rider.personId()
  officer = await cloud.staff({ openid: 'o-officer', role: 'officer', organisationId: committee })
  await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: cityCommittee })
}, 60_000)
afterAll(() => cloud.close())

const people = {
  rider: { openid: 'o-rider' },
  officer: { openid: 'o-officer', hat: `officer-${committee}` },
  secretary: { openid: 'o-secretary', hat: `secretary-${cityCommittee}` },
}
/** A moment ago, the same in every run. */
const when = { occurredAt: Date.now() - 3_600_000 }

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it('a relief from sent to waived: one letter, counted once', async () => {
    await underEveryFault(cloud, people.rider, 'appeal.submit', {
      kind: 'relief',
      category: 'penalty',
      area: '210103014001',
      trade: 'delivery',
      relief: { platform: '美团', orderNumber: '4519', ...when, fineYuan: 50, cause: 'heavyRain' },
    })
    const id = (await rider.call('appeal.mine', {})).rows[0]?.id ?? ''
    await officer.call('appeal.accept', { id, version: 1 })
    await underEveryFault(cloud, people.officer, 'appeal.decideRelief', { id, version: 2, approved: true })
    await underEveryFault(cloud, people.officer, 'appeal.answerRelief', {
      id,
      version: 3,
      answer: 'partly',
      yuan: 20.5,
    })
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored && faultOf(stored)).toBeUndefined()
    expect(stored?.reliefCase?.letter?.number).toMatch(/〕1号$/)
    expect(await officer.call('relief.figures', {})).toMatchObject({ yuan: 20.5, count: 1 })
  }, 300_000)

  it('a refusal', async () => {
    const { id } = await rider.call('appeal.submit', {
      kind: 'relief',
      category: 'penalty',
      area: '210103014001',
      trade: 'delivery',
      relief: { platform: '美团', orderNumber: '4519', ...when, fineYuan: 0, cause: 'other' },
    })
    await officer.call('appeal.accept', { id, version: 1 })
    await underEveryFault(cloud, people.officer, 'appeal.decideRelief', {
      id,
      version: 2,
      approved: false,
      words: '没有依据',
    })
  }, 200_000)

  it('a change of the thresholds', async () => {
    await underEveryFault(cloud, people.secretary, 'relief.changeRules', {
      version: 1,
      thresholds: { ...shippedReliefRules('2101').thresholds, heavyRain: 5 },
    })
  }, 200_000)
})
