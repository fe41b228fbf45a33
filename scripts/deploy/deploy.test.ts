import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ask, printed } from './calls.ts'
import type { CloudState } from './fixtures/cloudState.ts'
import { example } from './fixtures/example.ts'
import { appid, type Fault, type StandIn, secrets, startStandIn } from './fixtures/standIn.ts'
import { findSite } from './reach.ts'
import { type Deployment, deploy } from './run.ts'
import { allSteps } from './steps.ts'
import { asStop } from './stop.ts'

const writes = /^(Create|Update|Modify|Delete|BatchCreate|tcb\/upload)/
let cloud: StandIn
let uploads: string[]
let lines: string[]

beforeEach(async () => {
  cloud = await startStandIn()
  uploads = []
  lines = []
})
afterEach(() => cloud.close())

const upload: Ask = async ({ params }) => {
  uploads.push(JSON.stringify(params))
  return {}
}

async function run(over: Partial<Deployment> = {}, to = 'fm-test'): Promise<string[]> {
  const site = await findSite(to, cloud.variables, upload, cloud.places)
  return deploy({
    ...site,
    steps: Object.values(allSteps({ appid, version: '1.2.3', robot: 2 })),
    wanted: example,
    options: { prune: false, again: false },
    say: (line) => lines.push(line),
    wait: async () => {},
    ...over,
  })
}

const made = () => cloud.recorded.filter(({ action }) => writes.test(action))

describe('a deployment', () => {
  it('makes everything, in the order and with the very calls that were recorded', async () => {
    await run()
    const text = cloud.recorded.map((each) => printed(each as Parameters<typeof printed>[0])).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL('fixtures/firstDeployment.txt', import.meta.url)),
    )
    expect(uploads).toHaveLength(1)
    expect(uploads[0]).toContain('"version":"1.2.3"')
    expect(cloud.state).toMatchObject({
      collections: { letters: { acl: 'ADMINONLY' }, secrets: { acl: 'ADMINONLY' } },
      functions: {
        api: { Runtime: 'Nodejs18.15', Timeout: 20, Status: 'Active', Triggers: [] },
        clock: { Timeout: 60, Triggers: [{ TriggerDesc: '{"cron":"0 * * * * * *"}' }] },
      },
      storage: 'READONLY',
      openapi: { api: ['wxacode.getUnlimited'] },
    })
    expect(lines.filter((line) => /^\d\/8/.test(line))).toHaveLength(8)
  })

  it('finds nothing to do the second time', async () => {
    await run()
    cloud.recorded.length = 0
    await run()
    expect(made()).toEqual([])
    expect(lines.filter((line) => line.endsWith('nothing to do'))).toHaveLength(8)
  })

  it('sends new code, and its mark last', async () => {
    await run()
    cloud.recorded.length = 0
    const [api, ...others] = example.functions
    if (!api) throw new Error('no function')
    const functions = [{ ...api, code: 'bmV3', mark: 'fengming 1.2.4 9999' }, ...others]
    await run({ wanted: { ...example, functions } })
    expect(made().map(({ action }) => action)).toEqual(['UpdateFunctionCode', 'UpdateFunctionConfiguration'])
    expect(cloud.state.functions.api).toMatchObject({ Code: 'bmV3', Description: 'fengming 1.2.4 9999' })
  })

  it('closes what is open, and leaves the documents’ collections alone', async () => {
    await run()
    if (cloud.state.collections.letters) cloud.state.collections.letters.acl = 'READONLY'
    cloud.state.storage = 'PRIVATE'
    await run()
    expect(cloud.state.collections.letters?.acl).toBe('ADMINONLY')
    expect(cloud.state.storage).toBe('READONLY')
  })

  it('tells a person what WeChat lets only DevTools do', async () => {
    await cloud.close()
    cloud = await startStandIn({ provider: false })
    const byHand = await run()
    expect(byHand[0]).toMatch(/^api may call wxacode\.getUnlimited: in WeChat DevTools/)
    expect(cloud.state.functions.clock?.Triggers).toHaveLength(1)
    // Without the mini-program's secret it is the same.
    cloud.variables.WECHAT_APPSECRET = ''
    expect((await run())[0]).toMatch(/^api may call/)
  })
})

describe('a dry run', () => {
  it('prints each call that the next run makes, and makes none', async () => {
    await run({ dryRun: true })
    expect(made()).toEqual([])
    expect(uploads).toEqual([])
    const planned = lines.filter((line) => line.startsWith('    ')).map((line) => line.trim())
    await run()
    const calls = made().map((each) => printed(each as Parameters<typeof printed>[0]))
    expect(planned.slice(0, -1)).toEqual(calls)
    expect(planned.at(-1)).toMatch(/^local miniprogram-ci@[\d.]+ upload/)
  })
})

/** An environment with an older deployment, of which everything has changed since. */
async function deployedBefore(): Promise<void> {
  await run()
  const { collections, functions } = cloud.state
  delete collections.secrets
  const { letters } = collections
  const { api, clock } = functions
  if (!letters || !api || !clock) throw new Error('it is not there')
  letters.acl = 'READONLY'
  letters.indexes = letters.indexes.map((each) => (each.Name === 'code' ? { ...each, Unique: false } : each))
  api.Description = 'fengming 1.2.2 ffff'
  api.Code = 'b2xk'
  api.Timeout = 3
  clock.Triggers = [{ TriggerName: 'clock', Type: 'timer', TriggerDesc: '0 0 * * * * *', Enable: 1 }]
  cloud.state.openapi = { api: [] }
  cloud.state.storage = 'PRIVATE'
  cloud.recorded.length = 0
}
const never = async () => {}

describe.each([
  ['of an empty environment', never],
  ['of an older one', deployedBefore],
])('trouble on the way %s', (_, prepare) => {
  /** How it ends without trouble, and which requests change something: nothing else depends on when it happens. */
  async function untroubled() {
    await prepare()
    await run()
    const { state } = cloud
    const changes = made().map(({ at }) => at)
    await renewed()
    expect(changes.length).toBeGreaterThanOrEqual(8)
    return { state, changes }
  }
  async function renewed() {
    await cloud.close()
    cloud = await startStandIn()
  }

  it('killed before any change and run again, it ends the same', async () => {
    const { state, changes } = await untroubled()
    for (const at of changes) {
      await prepare()
      cloud.dead = at
      await expect(run(), `at request ${at}`).rejects.toThrow()
      cloud.dead = Number.POSITIVE_INFINITY
      await run()
      expect(sorted(cloud.state), `at request ${at}`).toEqual(sorted(state))
      await renewed()
    }
  }, 120_000)

  it.each<Fault>(['lose', 'drop', 'limit', 'broken'])(
    'goes on by itself when any change meets: %s',
    async (fault) => {
      const { state, changes } = await untroubled()
      for (const at of changes) {
        await prepare()
        cloud.faults.set(at, fault)
        await run()
        expect(sorted(cloud.state), `at request ${at}`).toEqual(sorted(state))
        await renewed()
      }
    },
    120_000,
  )
})

/** Without the order in which indexes were made. */
const sorted = (state: CloudState) =>
  JSON.parse(JSON.stringify(state), (key, value) =>
    key === 'indexes' ? [...value].sort((a, b) => a.Name.localeCompare(b.Name)) : value,
  )

describe('trouble', () => {
  it('waits no longer than its limit for an answer', async () => {
    cloud.faults.set(3, 'hang')
    cloud.faults.set(40, 'hang')
    await run()
    expect(cloud.state.storage).toBe('READONLY')
  })

  it('fetches a new token when the old one has run out in the middle', async () => {
    const site = await findSite('fm-test', cloud.variables, upload, cloud.places)
    let times = 0
    const ask: Ask = async (request) => {
      times += request.service === 'wechat' ? 1 : 0
      if (times === 2) cloud.expire()
      return site.ask?.(request) ?? {}
    }
    await run({ ask })
    expect(cloud.state.openapi).toEqual({ api: ['wxacode.getUnlimited'] })
  })

  it('stops where something else has the name, and says so', async () => {
    await run()
    if (cloud.state.functions.api) cloud.state.functions.api.Runtime = 'Nodejs8.9'
    const stop = asStop(await run().catch((error: unknown) => error))
    expect(stop.message).toContain('runs on Nodejs8.9')
    expect(stop.advice).toContain('delete it in the console')
  })
})

describe('refusals come with what to do', () => {
  it.each([
    ['wrong keys', { TENCENTCLOUD_SECRETID: 'AKIDother' }, 'fm-test', 'TENCENTCLOUD_SECRETKEY'],
    ['another environment', {}, 'fm-other', 'compare the id with the console'],
    ['a wrong secret of the mini-program', { WECHAT_APPSECRET: 'nope' }, 'fm-test', 'WECHAT_APPSECRET'],
  ])('%s', async (_, variables, to, advice) => {
    Object.assign(cloud.variables, variables)
    const stop = asStop(await run({}, to).catch((error: unknown) => error))
    expect(stop.advice).toContain(advice)
  })

  it('never with a secret in it', async () => {
    cloud.dead = 20
    const stop = asStop(await run().catch((error: unknown) => error))
    const said = [stop.message, stop.advice, ...lines, JSON.stringify(cloud.recorded)].join('\n')
    for (const secret of [...Object.values(secrets), 'token-1']) expect(said).not.toContain(secret)
  })
})
