import { afterAll, beforeAll, expect, it } from 'vitest'
import defaultRules from '../../domain/appeal/default-rules.json' with { type: 'json' }
import type { Rule } from '../../domain/appeal/routing.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const city = '2101'
let cloud: TestCloud
let admin: Phone

beforeAll(async () => {
  // Without districts: it is put back for each fault.
  cloud = await startTestCloud({ districts: [] })
  admin = await cloud.staff({ openid: 'o-admin', role: 'administrator', organisationId: city })
}, 60_000)
afterAll(() => cloud.close())

it('whatever goes wrong while rules are put in force, asking again puts them in force once', async () => {
  const rules = (defaultRules.rules as Rule[]).slice(1)
  const acting = { openid: 'o-admin', hat: `administrator-${city}` }
  const asked = { organisationId: city, version: 1, rules, words: '有人有危险的另想办法' }
  await underEveryFault(cloud, acting, 'routing.publish', asked)
  expect((await admin.call('routing.view', { organisationId: city })).version).toBe(2)
  expect((await admin.call('routing.versions', { organisationId: city })).rows).toHaveLength(2)
  expect((await admin.call('audit.list', { organisationId: city })).rows).toHaveLength(1)
}, 240_000)
