import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type LocalCloud, startCloud } from '../../localcloud/start.ts'
import { type Outcome, runLoop } from '../../scripts/demo/loop.ts'
import { samplesFrom } from '../../scripts/demo/samples.ts'
import { cityOrganisations, loadCity } from '../../scripts/load/city.ts'
import { connect } from '../../scripts/load/connect.ts'
import { builtFunctions } from '../support/functions.ts'

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const samples = samplesFrom(readFileSync(project('data/appeals-sample.json'), 'utf8'))
const organisations = cityOrganisations('2101')
let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startCloud({ functions: await builtFunctions(), indexes })
  connect(cloud.url)
  expect(await loadCity(organisations)).toBe(organisations.length)
}, 120_000)
afterAll(() => cloud?.close())

describe('the whole city, and every sample appeal as its rider', () => {
  it('is loaded once: a second load finds it there', async () => {
    expect(await loadCity(organisations)).toBe(0)
  })

  it('has eighty of them', () => {
    expect(samples).toHaveLength(80)
  })

  it.each(samples)('$id reaches $expected.body and is closed', async (sample) => {
    const { result, view }: Outcome = await runLoop(cloud, organisations, sample)
    expect(result).toMatchObject({
      body: sample.expected?.body,
      trade: sample.expected?.trade ?? null,
      state: 'closed',
      holds: true,
    })
    expect(result.ruleId).toMatch(/^\w+$/)
    expect(result.reason).toMatch(/^[\u4e00-\u9fff].*。$/)
    expect(view?.dispatch).toMatchObject({ ruleId: result.ruleId, reason: result.reason })
    expect(view?.title).not.toMatch(/1[3-9]\d-?\d{4}-?\d{4}/)
  })
})
