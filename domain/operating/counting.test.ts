import { describe, expect, it } from 'vitest'
import { contract } from '../contract.ts'
import { bucketAt, type Counts, counted, fieldOf, gathered, total, without } from './counting.ts'
import { hourOf } from './health.ts'
import { operatingLimits, slowAbove } from './limits.ts'

const none: Counts = new Map()

describe('counts', () => {
  it('hold calls, errors of ours and slow ones by action; a refusal is no error', () => {
    const counts = [
      ['appeal.submit', 'ok', 10],
      ['appeal.submit', 'INTERNAL', 10],
      ['appeal.submit', 'TEXT_EMPTY', slowAbove('appeal.submit') + 1],
      ['person.me', 'ok', slowAbove('person.me')],
    ].reduce<Counts>(
      (all, [action, outcome, ms]) => counted(all, String(action), String(outcome), Number(ms)),
      none,
    )
    expect(Object.fromEntries(counts)).toEqual({
      'appeal.submit': { calls: 3, internal: 1, slow: 1 },
      'person.me': { calls: 1, internal: 0, slow: 0 },
    })
    expect(total(counts)).toEqual({ calls: 4, internal: 1, slow: 1 })
  })

  it('that were handed over are gone, and those that came meanwhile are not', () => {
    const handed = counted(none, 'person.me', 'ok', 1)
    const since = counted(counted(handed, 'person.me', 'INTERNAL', 1), 'task.list', 'ok', 1)
    expect(Object.fromEntries(without(since, handed))).toEqual({
      'person.me': { calls: 1, internal: 1, slow: 0 },
      'task.list': { calls: 1, internal: 0, slow: 0 },
    })
    expect(without(handed, handed).size).toBe(0)
  })

  it('every action has a field of its own, and comes back from it', () => {
    const actions = Object.keys(contract)
    const counts = Object.fromEntries(
      actions.map((each) => [fieldOf(each), { calls: 1, internal: 0, slow: 0 }]),
    )
    expect([...gathered([{ _id: '0', counts }]).keys()].sort()).toEqual(actions.sort())
  })

  it('limits stand only for actions that there are', () => {
    const named = ['organisation.importRows', 'points.reconcile', 'personalData.export', 'routing.trial']
    for (const action of named) expect(slowAbove(action)).toBeGreaterThan(slowAbove('person.me'))
    for (const action of named) expect(Object.hasOwn(contract, action)).toBe(true)
  })
})

it('an hour is shown in parts, the empty ones too, and what fails before what is slow', () => {
  const now = 1_764_471_000_000
  const bucket = operatingLimits.bucket
  const hour = hourOf(
    [
      { _id: bucketAt(now - bucket), counts: { task_list: { calls: 5, internal: 0, slow: 5 } } },
      {
        _id: bucketAt(now),
        counts: {
          person_me: { calls: 9, internal: 1, slow: 0 },
          place_near: { calls: 2, internal: 0, slow: 0 },
        },
      },
    ],
    now,
  )
  expect(hour).toMatchObject({ calls: 16, internal: 1, slow: 5 })
  expect(hour.parts).toHaveLength(12)
  expect(hour.parts.map(({ calls }) => calls)).toEqual([...Array(10).fill(0), 5, 11])
  expect(hour.worst.map(({ action }) => action)).toEqual(['person.me', 'task.list'])
})
