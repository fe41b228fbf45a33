import { expect, it } from 'vitest'
import { capsFault, capsOf, type TypedCaps, typedCaps } from './caps'

const none: TypedCaps = { day: '', week: '', month: '' }

it.each<[Partial<TypedCaps>, string | undefined]>([
  [{}, undefined],
  [{ day: '20', week: '60', month: '200' }, undefined],
  [{ day: '0' }, '每天最多要写 1 到 1000，不限就空着'],
  [{ week: '1.5' }, '每周最多要写 1 到 1000，不限就空着'],
  [{ month: '2000' }, '每月最多要写 1 到 1000，不限就空着'],
  [{ day: '20', week: '10' }, '每天的比每周的还多'],
  [{ week: '60', month: '50' }, '短的比每月的还多'],
])('%j: %s', (typed, fault) => expect(capsFault({ ...none, ...typed })).toBe(fault))

it('what is empty is no limit, and comes back empty', () => {
  expect(capsOf({ ...none, week: '60' })).toEqual({ week: 60 })
  expect(capsOf(none)).toEqual({})
  expect(typedCaps({ caps: { day: 20 } })).toEqual({ day: '20', week: '', month: '' })
})
