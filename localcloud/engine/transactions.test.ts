import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accounts, audit, randomTransfer } from '../fixtures/bank.ts'
import type { Engine } from './engine.ts'
import { SqliteEngine } from './sqlite.ts'
import { parseDocument } from './values.ts'

/** Lets other clients take their turn, as a request over the wire does. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

const one = async (engine: Engine, _id: string, transaction?: string) => {
  const [text] = await engine.find('c', { filter: { _id } }, { transaction })
  return text === undefined ? null : (parseDocument(text).n as number)
}

describe('snapshot isolation', () => {
  /**
   * Steps of three transactions and of writers outside, one after the other, against a model: a list of
   * states, one per commit, and for each transaction the state it began in and what it wrote.
   */
  const ids = ['x', 'y', 'z']
  const step = fc.record({
    who: fc.constantFrom(0, 1, 2, undefined),
    what: fc.constantFrom('get', 'list', 'set', 'remove', 'add', 'commit', 'abort'),
    id: fc.constantFrom(...ids),
    n: fc.nat(9),
  })

  it('reads the state of its first operation and its own writes; the first writer wins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const engine = new SqliteEngine()
        await engine.createCollection('c')
        await engine.insert('c', [
          { _id: 'x', n: 0 },
          { _id: 'y', n: 0 },
        ])
        type State = Map<string, number>
        let commits: { state: State; written: Set<string> }[] = [
          {
            state: new Map([
              ['x', 0],
              ['y', 0],
            ]),
            written: new Set(),
          },
        ]
        const now = () => commits.at(-1)?.state ?? new Map<string, number>()
        interface Open {
          name: string
          began: number | undefined
          writes: Map<string, number | null>
        }
        const open: (Open | undefined)[] = [undefined, undefined, undefined]
        const holder = (id: string) => open.find((other) => other?.writes.has(id))
        const seenBy = (mine: Open): State => {
          mine.began ??= commits.length - 1
          const state = new Map(commits[mine.began]?.state)
          for (const [id, n] of mine.writes) n === null ? state.delete(id) : state.set(id, n)
          return state
        }
        for (const { who, what, id, n } of steps) {
          if (who === undefined) {
            if (holder(id)) continue
            const state = new Map(now())
            if (what === 'get') expect(await one(engine, id)).toBe(state.get(id) ?? null)
            if (what === 'set')
              await engine.update('c', { filter: { _id: id }, change: { n }, replace: true, upsert: true })
            if (what === 'remove') await engine.remove('c', { _id: id }, false)
            if (what === 'set' && state.get(id) === n) continue
            if (what === 'set') state.set(id, n)
            else if (what !== 'remove' || !state.delete(id)) continue
            commits = [...commits, { state, written: new Set([id]) }]
            continue
          }
          const mine: Open = open[who] ?? { name: await engine.begin(), began: undefined, writes: new Map() }
          open[who] = mine
          const context = { transaction: mine.name }
          if (what === 'get') expect(await one(engine, id, mine.name)).toBe(seenBy(mine).get(id) ?? null)
          else if (what === 'list') {
            const texts = await engine.find(
              'c',
              { filter: { n: { $gte: 0 } }, sort: [{ field: '_id', direction: 1 }] },
              context,
            )
            expect(texts.map((text) => parseDocument(text)).map(({ _id, n }) => [_id, n])).toEqual(
              [...seenBy(mine)].sort(),
            )
          } else if (what === 'commit') {
            mine.began ??= commits.length - 1
            await engine.commit(mine.name)
            open[who] = undefined
            const state = new Map(now())
            for (const [key, value] of mine.writes) value === null ? state.delete(key) : state.set(key, value)
            commits = [...commits, { state, written: new Set(mine.writes.keys()) }]
          } else if (what === 'abort') {
            await engine.abort(mine.name)
            open[who] = undefined
          } else {
            const seen = seenBy(mine)
            const there = seen.has(id)
            const changed = commits.slice((mine.began ?? 0) + 1).some(({ written }) => written.has(id))
            const other = holder(id)
            // What changes nothing is not written, and so is in nobody's way.
            const touches = what === 'add' || (what === 'remove' ? there : seen.get(id) !== n)
            const conflict = touches && ((other !== undefined && other !== mine) || changed)
            const write =
              what === 'set'
                ? engine.update(
                    'c',
                    { filter: { _id: id }, change: { n }, replace: true, upsert: true },
                    context,
                  )
                : what === 'remove'
                  ? engine.remove('c', { _id: id }, false, context)
                  : engine.insert('c', [{ _id: id, n }], context)
            const outcome = await (write as Promise<unknown>).then(
              () => 'done',
              ({ kind }: { kind: string }) => kind,
            )
            const wanted = conflict ? 'conflict' : what === 'add' && there ? 'duplicate' : 'done'
            expect([what, outcome]).toEqual([what, wanted])
            if (outcome !== 'done') open[who] = undefined
            else if (!touches) continue
            else if (what !== 'remove') mine.writes.set(id, n)
            else if (there) mine.writes.set(id, null)
          }
        }
        for (const mine of open) if (mine) await engine.abort(mine.name)
        for (const id of ids) expect(await one(engine, id)).toBe(now().get(id) ?? null)
        await engine.close()
      }),
      { numRuns: Number(process.env.LOCALCLOUD_RUNS ?? 300) },
    )
  })

  it('allows write skew, as MongoDB does', async () => {
    const engine = new SqliteEngine()
    await engine.createCollection('c')
    await engine.insert('c', [
      { _id: 'x', n: 1 },
      { _id: 'y', n: 1 },
    ])
    const [a, b] = [await engine.begin(), await engine.begin()]
    await Promise.all([one(engine, 'x', a), one(engine, 'y', b)])
    await engine.update('c', { filter: { _id: 'y' }, change: { $set: { n: 0 } } }, { transaction: a })
    await engine.update('c', { filter: { _id: 'x' }, change: { $set: { n: 0 } } }, { transaction: b })
    await engine.commit(a)
    await engine.commit(b)
    expect([await one(engine, 'x'), await one(engine, 'y')]).toEqual([0, 0])
    await engine.close()
  })

  it('ends a transaction after its time; a writer outside waits for it until then', async () => {
    const engine = new SqliteEngine(undefined, 80)
    await engine.createCollection('c')
    await engine.insert('c', [{ _id: 'x', n: 1 }])
    const transaction = await engine.begin()
    await engine.update('c', { filter: { _id: 'x' }, change: { $inc: { n: 5 } } }, { transaction })
    const began = performance.now()
    await engine.update('c', { filter: { _id: 'x' }, change: { $inc: { n: 1 } } })
    expect(performance.now() - began).toBeGreaterThan(50)
    expect(await one(engine, 'x')).toBe(2)
    await expect(engine.commit(transaction)).rejects.toMatchObject({ kind: 'transaction gone' })
    await engine.close()
  })
})

describe('unique keys in transactions', () => {
  const start = async () => {
    const engine = new SqliteEngine()
    await engine.declareIndexes('c', [{ name: 'k', keys: [{ field: 'k', direction: 1 }], unique: true }])
    await engine.insert('c', [
      { _id: 'x', k: 1 },
      { _id: 'y', k: 2 },
    ])
    return engine
  }

  it('refuses a key that is taken, at once', async () => {
    const engine = await start()
    const transaction = await engine.begin()
    const twice = engine.insert('c', [{ k: 1 }], { transaction })
    await expect(twice).rejects.toMatchObject({ kind: 'duplicate' })
    await engine.close()
  })

  it('refuses a key that another transaction is taking, as a conflict', async () => {
    const engine = await start()
    const [a, b] = [await engine.begin(), await engine.begin()]
    await engine.insert('c', [{ k: 3 }], { transaction: a })
    await expect(engine.insert('c', [{ k: 3 }], { transaction: b })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await engine.commit(a)
    await engine.close()
  })

  it('lets a transaction free a key and take it again, and swap two keys', async () => {
    const engine = await start()
    const transaction = await engine.begin()
    const set = (_id: string, k: number) =>
      engine.update('c', { filter: { _id }, change: { $set: { k } } }, { transaction })
    await engine.remove('c', { _id: 'x' }, false, { transaction })
    await engine.insert('c', [{ _id: 'z', k: 1 }], { transaction })
    await set('y', 9)
    await set('z', 2)
    await set('y', 1)
    await engine.commit(transaction)
    const all = (await engine.find('c', { filter: {}, sort: [{ field: 'k', direction: 1 }] })).map((text) =>
      parseDocument(text),
    )
    expect(all).toEqual([
      { _id: 'y', k: 1 },
      { _id: 'z', k: 2 },
    ])
    await engine.close()
  })
})

describe('64 clients, 10 accounts, 10,000 transfers', () => {
  it('keeps the sum and loses no commit', async () => {
    const engine = new SqliteEngine()
    for (const name of ['accounts', 'transfers']) await engine.createCollection(name)
    await engine.insert('accounts', accounts)
    const acknowledged: string[] = []
    let next = 0
    let conflicts = 0
    const client = async () => {
      while (next < 10_000) {
        const { id, from, to, amount } = randomTransfer(String(next++))
        for (;;) {
          try {
            const transaction = await engine.begin()
            const context = { transaction }
            await turn()
            const [text = ''] = await engine.find('accounts', { filter: { _id: from } }, context)
            await turn()
            const balance = Number(parseDocument(text).balance) - amount
            await engine.update('accounts', { filter: { _id: from }, change: { $set: { balance } } }, context)
            await turn()
            await engine.update(
              'accounts',
              { filter: { _id: to }, change: { $inc: { balance: amount } } },
              context,
            )
            await engine.insert('transfers', [{ _id: id, from, to, amount }], context)
            await engine.commit(transaction)
            acknowledged.push(id)
            break
          } catch (error) {
            if ((error as { kind?: string }).kind !== 'conflict') throw error
            conflicts++
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
          }
        }
      }
    }
    await Promise.all(Array.from({ length: 64 }, client))
    const dump = {
      accounts: await engine.find('accounts', { filter: {} }),
      transfers: await engine.find('transfers', { filter: {} }),
    }
    expect(audit(dump, acknowledged)).toEqual([])
    expect(acknowledged).toHaveLength(10_000)
    expect(conflicts).toBeGreaterThan(100)
    await engine.close()
  }, 240_000)
})
