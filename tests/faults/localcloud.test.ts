import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts, audit } from '../../localcloud/fixtures/bank.ts'
import { startFixture } from '../../localcloud/fixtures/cloud.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { everyFault } from '../../localcloud/wire/everyFault.ts'

let cloud: LocalCloud
beforeAll(async () => {
  const things = [{ name: '种类', keys: [{ field: 'kind', direction: 1 as const }] }]
  cloud = (await startFixture({ indexes: { accounts: [], transfers: [], things } })).cloud
})
afterAll(() => cloud.close())
beforeEach(() =>
  cloud.restore({
    accounts: accounts.map((account) => JSON.stringify(account)),
    transfers: [],
    things: ['{"_id":"t1","kind":1}'],
  }),
)

const transfer = { id: 't1', from: 'a1', to: 'a2', amount: 5 }

describe('a transfer that can be told twice', () => {
  it('ends the same whatever goes wrong, wherever', { timeout: 60_000 }, async () => {
    const runs = await everyFault(cloud, { functionName: 'bank', event: transfer })
    expect(runs).toHaveLength(4 * 6 + 4 + 1)
    expect(
      runs
        .filter(({ same, errorAgain }) => !same || errorAgain)
        .map(({ fault, errorAgain }) => ({ fault, errorAgain })),
    ).toEqual([])
    for (const { dump } of runs) expect(audit(dump, ['t1'])).toEqual([])
    const seen = (kind: string) =>
      runs.filter(({ fault }) => fault.kind === kind).map(({ error }) => error === undefined)
    expect(seen('delay')).toEqual([true, true, true, true, true, true])
    expect(seen('kill')).toEqual([false])
    // Both accounts, what is noted of it, and the end of the transaction.
    expect(seen('kill-after')).toEqual([false, false, false, false])
    expect(seen('refuse')).not.toContain(true)
  })
})

describe('an action that is not safe to repeat', () => {
  it('is found out by a lost answer', async () => {
    const code = `await db.collection('accounts').doc('a1').update({ data: { balance: _.inc(1) } })`
    const runs = await everyFault(cloud, {
      functionName: 'database',
      event: { code },
      kinds: ['refuse', 'lose', 'kill-after'],
    })
    expect(runs.map(({ fault, same }) => [fault.kind, same])).toEqual([
      ['refuse', true],
      ['lose', false],
      ['kill-after', false],
    ])
  })
})

describe('the meter', () => {
  it('counts requests, bytes, documents and conflicts of one call', async () => {
    const { meter } = await cloud.measure('bank', transfer, { faults: [{ kind: 'conflict', at: 3 }] })
    expect(meter).toMatchObject({
      requests: {
        'database.startTransaction': 2,
        'database.getDocument': 2,
        'database.modifyDocument': 3,
        'database.insertDocument': 1,
        'database.abortTransaction': 1,
        'database.commitTransaction': 1,
      },
      conflicts: 1,
      returned: 4,
      examined: 4,
      indexes: ['_id_'],
    })
    expect(meter.bytes).toBeGreaterThan(1000)
    expect(meter.engineMilliseconds).toBeGreaterThan(0)
    expect(meter.milliseconds).toBeGreaterThan(meter.engineMilliseconds)
  })

  it('comes in the headers of a reply that asks for it; faults go by header', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${cloud.url}/call/bank`, { method: 'POST', body: JSON.stringify(transfer), headers })
    const metered = await post({ 'x-meter': '1' })
    expect(JSON.parse(metered.headers.get('x-meter') ?? '')).toMatchObject({
      requests: { 'database.commitTransaction': 1 },
    })
    expect((await post({})).headers.get('x-meter')).toBeNull()
    const refused = await post({ 'x-fault': 'refuse@1', 'x-meter': '1' })
    expect(JSON.parse(refused.headers.get('x-meter') ?? '')).toMatchObject({
      requests: { 'database.startTransaction': 1 },
    })
    expect([refused.status, await refused.json()]).toMatchObject([
      500,
      { message: expect.stringMatching(/refused by a fault/) },
    ])
    expect((await post({ 'x-fault': 'explode@1' })).status).toBe(400)
  })

  it('comes with what a timer set off, too', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${cloud.url}/trigger/clock`, { method: 'POST', headers })
    expect(JSON.parse((await post({ 'x-meter': '1' })).headers.get('x-meter') ?? '')).toMatchObject({
      bytes: 0,
    })
    expect((await post({ 'x-fault': 'explode@1' })).status).toBe(400)
  })

  it('counts what a called function did, not the time spent waiting for it', async () => {
    const code = `await db.collection('things').where({ kind: 1 }).get(); await new Promise((done) => setTimeout(done, 300))`
    const event = { name: 'database', data: { code } }
    const answer = await fetch(`${cloud.url}/call/caller`, {
      method: 'POST',
      body: JSON.stringify(event),
      headers: { 'x-meter': '1' },
    })
    const meter = JSON.parse(answer.headers.get('x-meter') ?? '')
    expect(meter).toMatchObject({
      requests: { 'functions.invokeFunction': 1 },
      examined: 1,
      returned: 1,
      indexes: ['种类'],
    })
    expect(meter.milliseconds).toBeGreaterThan(300)
    expect(meter.engineMilliseconds).toBeLessThan(250)
    await expect(
      cloud.call('caller', { name: 'database', data: { code: `${code}; throw new Error('no')` } }),
    ).rejects.toMatchObject({ call: { meter: { examined: 1 } } })
  })

  it('explains a query', async () => {
    expect(await cloud.explain('accounts', { filter: { _id: 'a1' } })).toMatchObject({ index: '_id_' })
    expect(await cloud.explain('accounts', { filter: { balance: 1 } })).toMatchObject({ index: 'scan' })
  })
})
