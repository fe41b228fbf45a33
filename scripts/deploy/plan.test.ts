import { describe, expect, it } from 'vitest'
import { collections } from './collections.ts'
import type { Environment } from './environment.ts'
import { example } from './fixtures/example.ts'
import { type FoundFunction, functions } from './functions.ts'
import { type FoundIndexes, indexes } from './indexes.ts'
import { openapi, type Permissions } from './openapi.ts'
import { rules, storage } from './rules.ts'
import type { Plan } from './step.ts'
import { timers } from './timers.ts'

const environment: Environment = { id: 'fm-test', region: 'ap-shanghai', database: 'tnt-fm', bucket: 'b' }
const usual = { prune: false, again: false }
const says = ({ calls }: Plan) => calls.map(({ action, says }) => `${action}: ${says}`)

describe('collections', () => {
  it.each([
    ['nothing', [], ['CreateTable: + letters', 'CreateTable: + secrets']],
    ['half', ['secrets'], ['CreateTable: + letters']],
    ['all', ['letters', 'secrets'], []],
    ['others too', ['letters', 'secrets', 'old'], []],
  ])('%s is there', (_, there, wanted) => {
    expect(says(collections.plan(there, example, environment, usual))).toEqual(wanted)
  })

  it('are born closed, and others are named and left alone', () => {
    const { calls, notes } = collections.plan(['old'], example, environment, { ...usual, prune: true })
    expect(calls[0]?.params).toMatchObject({ PermissionInfo: { AclTag: 'ADMINONLY' } })
    expect(notes).toEqual(['the collection old is not ours; it stays'])
  })
})

const city = {
  name: 'city',
  unique: false,
  keys: [
    { field: 'city', direction: '1' },
    { field: 'at', direction: '-1' },
  ],
}
const code = { name: 'code', unique: true, keys: [{ field: 'code', direction: '1' }] }
const own = { name: '_openid_1', unique: false, keys: [{ field: '_openid', direction: '1' }] }
const other = { name: 'old', unique: false, keys: [{ field: 'old', direction: '1' }] }

describe('indexes', () => {
  const both = ['UpdateTable: + letters.city', 'UpdateTable: + letters.code']
  it.each<[string, FoundIndexes, string[]]>([
    ['no collection', {}, both],
    ['a collection with the platform’s own', { letters: [own], secrets: [] }, both],
    ['half', { letters: [own, code] }, ['UpdateTable: + letters.city']],
    ['all', { letters: [own, city, code], secrets: [own] }, []],
    [
      'one of another order',
      { letters: [{ ...city, keys: [...city.keys].reverse() }, code] },
      ['UpdateTable: − letters.city', 'UpdateTable: + letters.city'],
    ],
    [
      'one that should be unique',
      { letters: [city, { ...code, unique: false }] },
      ['UpdateTable: − letters.code', 'UpdateTable: + letters.code'],
    ],
  ])('with %s', (_, found, wanted) => {
    expect(says(indexes.plan(found, example, environment, usual))).toEqual(wanted)
  })

  it('that nobody declared are named, and dropped only when asked for', () => {
    const found = { letters: [own, city, code, other] }
    const { calls, notes } = indexes.plan(found, example, environment, usual)
    expect(calls).toEqual([])
    expect(notes).toEqual(['the index letters.old is declared nowhere; it stays (--prune-indexes drops it)'])
    const pruned = indexes.plan(found, example, environment, { ...usual, prune: true })
    expect(says(pruned)).toEqual(['UpdateTable: − letters.old'])
  })
})

describe('rules', () => {
  it.each([
    ['closed', { letters: 'ADMINONLY', secrets: 'ADMINONLY' }, []],
    ['not made yet', {}, []],
    [
      'open in some way',
      { letters: 'READONLY', secrets: 'CUSTOM' },
      ['ModifyDatabaseACL: letters: READONLY → ADMINONLY', 'ModifyDatabaseACL: secrets: CUSTOM → ADMINONLY'],
    ],
  ])('of collections that are %s', (_, found, wanted) => {
    expect(says(rules.plan(found, example, environment, usual))).toEqual(wanted)
  })

  it.each([
    ['READONLY', 0],
    ['PRIVATE', 1],
    [undefined, 1],
  ])('of a storage that is %s', (found, calls) => {
    expect(storage.plan(found, example, environment, usual).calls).toHaveLength(calls)
  })
})

const [api, clock] = example.functions
const running: FoundFunction = {
  runtime: 'Nodejs18.15',
  timeout: 20,
  memory: 256,
  status: 'Active',
  reason: '',
  description: api?.mark ?? '',
  timers: [],
}
const ticking: FoundFunction = {
  ...running,
  timeout: 60,
  description: clock?.mark ?? '',
  timers: [{ name: 'clock', cron: '0 * * * * * *', on: true }],
}

describe('functions', () => {
  const plan = (found: FoundFunction | undefined, again = false) =>
    says(
      functions.plan(
        { ours: { clock: ticking, ...(found && { api: found }) }, others: [] },
        example,
        environment,
        { ...usual, again },
      ),
    )
  const code = 'UpdateFunctionCode: api: code'
  const settings = 'UpdateFunctionConfiguration: api: 20 s, 256 MB'
  it.each<[string, FoundFunction | undefined, string[]]>([
    ['missing', undefined, ['CreateFunction: + api on Nodejs18.15']],
    ['as wanted', running, []],
    ['of older code', { ...running, description: 'fengming 1.2.2 ffff' }, [code, settings]],
    ['too short of time', { ...running, timeout: 3 }, [settings]],
    ['too small', { ...running, memory: 128 }, [settings]],
    ['not updated', { ...running, status: 'UpdateFailed' }, [code, settings]],
    [
      'not made',
      { ...running, status: 'CreateFailed' },
      ['DeleteFunction: − api, which could not be made', 'CreateFunction: + api on Nodejs18.15'],
    ],
  ])('one that is %s', (_, found, wanted) => {
    expect(plan(found)).toEqual(wanted)
  })

  it('one on another runtime needs a person', () => {
    expect(() => plan({ ...running, runtime: 'Nodejs8.9' })).toThrow(/can't be changed/)
  })

  it('are uploaded once more when asked for, and others are named', () => {
    const found = { ours: { api: running, clock: ticking }, others: ['login'] }
    const { calls, notes } = functions.plan(found, example, environment, { ...usual, again: true })
    expect(calls).toHaveLength(4)
    expect(notes).toEqual(['the function login is not ours; it stays, and any phone can call it'])
  })
})

describe('timers', () => {
  const made = 'BatchCreateTrigger: + clock: 0 * * * * * *'
  const timer = (over: object) => [{ name: 'clock', cron: '0 * * * * * *', on: true, ...over }]
  it.each<[string, FoundFunction['timers'], string[], string[]]>([
    ['none', [], [made], []],
    ['it', timer({}), [], []],
    ['it at another time', timer({ cron: '0 0 * * * * *' }), ['DeleteTrigger: − clock: clock', made], []],
    ['it switched off', timer({ on: false }), [], ['the timer clock.clock was switched off; it stays so']],
    [
      'one of another name',
      timer({ name: 'old' }),
      [made],
      ['the timer clock.old is declared nowhere; it stays'],
    ],
  ])('with %s', (_, there, wanted, noted) => {
    const found = { clock: { ...ticking, timers: there } }
    const { calls, notes } = timers.plan(found, example, environment, usual)
    expect(says({ calls })).toEqual(wanted)
    expect(notes).toEqual(noted)
  })
})

describe('permissions', () => {
  const upload = 'tcb/uploadfuncconfig: api: wxacode.getUnlimited'
  it.each<[string, Permissions, string[], number]>([
    ['not set', {}, [upload], 0],
    ['set', { api: ['wxacode.getUnlimited'], clock: [] }, [], 0],
    ['too many', { api: ['wxacode.getUnlimited', 'wxacode.get'] }, [upload], 0],
    ['unreadable', { api: 'unreadable', clock: 'unreadable' }, [], 1],
  ])('that are %s', (_, found, wanted, byHand) => {
    const plan = openapi.plan(found, example, environment, usual)
    expect(says(plan)).toEqual(wanted)
    expect(plan.byHand).toHaveLength(byHand)
  })
})
