import { afterAll, beforeAll, describe, it } from 'vitest'
import { issueSetupCode } from '../../scripts/load/setup.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const kaixuan = '210103014001'
let cloud: TestCloud
let administrator: Phone
let code: string | undefined
const hat = 'administrator-210103'
const acting = { openid: 'o-administrator', hat }

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103'],
    openapi: { 'phonenumber.getPhoneNumber': { phoneInfo: { purePhoneNumber: '13800000001' } } },
  })
  code = await issueSetupCode('2101')
  administrator = await cloud.staff({
    openid: 'o-administrator',
    role: 'administrator',
    organisationId: '210103',
  })
  await cloud.phone('o-rider').personId()
  await cloud.phone('o-guest').personId()
}, 60_000)
afterAll(() => cloud.close())

const rider = { openid: 'o-rider' }
const invite = () => administrator.call('invitation.create', { organisationId: kaixuan, role: 'gridWorker' })
const token = /[0-9a-f]{32}(?=")/g

describe('whatever goes wrong at whichever wire request, the phone asks again and it ends the same', () => {
  it(
    '报到',
    () =>
      underEveryFault(cloud, rider, 'person.register', {
        nickname: '小蜂',
        trade: 'delivery',
        communityId: kaixuan,
        consentVersion: 1,
      }),
    60_000,
  )

  it('a phone number: stored, looked at, taken away', async () => {
    await underEveryFault(cloud, rider, 'person.savePhone', { code: 'given' })
    const { id } = await cloud.phone('o-rider').call('appeal.submit', {
      kind: 'request',
      category: 'gateAccess',
      text: '北门锁了',
      area: kaixuan,
      trade: 'delivery',
      identity: 'open',
    })
    const worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
    await worker.call('appeal.accept', { id, version: 1 })
    const handler = { openid: 'o-worker', hat: `gridWorker-${kaixuan}` }
    await underEveryFault(cloud, handler, 'appeal.contact', { id, words: '约时间' })
    await underEveryFault(cloud, rider, 'person.removePhone', {})
  }, 60_000)

  it('an invitation: made, taken up, taken back', async () => {
    const input = { organisationId: kaixuan, role: 'gridWorker' }
    await underEveryFault(cloud, acting, 'invitation.create', input, token)
    await underEveryFault(cloud, { openid: 'o-guest' }, 'invitation.accept', {
      token: (await invite()).token,
    })
    await underEveryFault(cloud, acting, 'invitation.revoke', { token: (await invite()).token })
  }, 120_000)

  it('the first administrator, and the end of an appointment', async () => {
    await underEveryFault(cloud, { openid: 'o-guest' }, 'administrator.setUp', { code })
    await cloud.staff({ openid: 'o-clerk', role: 'clerk', organisationId: kaixuan })
    await underEveryFault(
      cloud,
      acting,
      'appointment.end',
      {
        personId: await cloud.phone('o-clerk').personId(),
        appointmentId: `clerk-${kaixuan}`,
        words: '换岗',
      },
      /"until":\d+/g,
    )
  }, 120_000)

  it('注销, of who said something and of who never did', async () => {
    await cloud.rest('o-rider')
    await underEveryFault(cloud, rider, 'personalData.delete', {}, token)
    await cloud.phone('o-silent').personId()
    await underEveryFault(cloud, { openid: 'o-silent' }, 'personalData.delete', {}, token)
  }, 120_000)
})
