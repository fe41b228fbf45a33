import { describe, expect, it } from 'vitest'
import type { TaskView } from '../../domain/contract'
import { newClaim, release } from '../../domain/task/claiming'
import { checkIn, submit } from '../../domain/task/proving'
import type { ClaimState } from '../../domain/task/task'
import { claimer, exampleTask, hour, morning } from '../../tests/support/exampleTask'
import { taskView } from '../../tests/support/taskView'
import { releaseCosts, standingOf } from './standing'

const minute = 60_000
const start = taskView().from
const claim = (state: ClaimState, change: object = {}): Pick<TaskView, 'claim'> => ({
  claim: {
    id: 'c',
    name: '小蜂',
    state,
    at: start - 5 * hour,
    mine: true,
    releasableUntil: start - 2 * hour,
    ...change,
  },
})
const early = start - 4 * hour

describe('where the reader stands', () => {
  it.each<[string, Partial<TaskView>, number, object]>([
    ['a place is free', {}, early, { is: 'free' }],
    ['none is', { left: 0, state: 'full' }, early, { is: 'full' }],
    ['it has begun and a place is free', { state: 'running' }, start + minute, { is: 'free' }],
    ['it is over', { state: 'finished' }, start + 2 * hour, { is: 'over' }],
    ['it was called off', { state: 'cancelled', ...claim('claimed') }, early, { is: 'cancelled' }],
    ['they wait', { left: 0, queue: { position: 2 } }, early, { is: 'waiting', position: 2 }],
    [
      'a place is offered',
      { left: 0, queue: { position: 1, offeredUntil: early + minute } },
      early,
      { is: 'offered', until: early + minute },
    ],
    [
      'the offer has just ended',
      { left: 0, queue: { position: 1, offeredUntil: early } },
      early,
      { is: 'waiting', position: 1 },
    ],
    ['a place is held', claim('held', { until: early + 9 }), early, { is: 'held', until: early + 9 }],
    ['long before the start', claim('claimed'), early, { is: 'ahead', opens: start - 30 * minute }],
    ['half an hour before', claim('claimed'), start - 30 * minute, { is: 'checkIn' }],
    ['half an hour after the end', claim('claimed'), start + 90 * minute, { is: 'checkIn' }],
    ['later', claim('claimed'), start + 91 * minute, { is: 'missed' }],
    ['photo alone', { ...claim('claimed'), proof: ['photo'] }, start, { is: 'handIn' }],
    ['nothing asked', { ...claim('claimed'), proof: [] }, start, { is: 'come' }],
    ['checked in', claim('checkedIn'), start + minute, { is: 'handIn' }],
    ['checked in, no photo', { ...claim('checkedIn'), proof: ['code'] }, start, { is: 'come' }],
    ['two days later', claim('checkedIn'), start + 50 * hour, { is: 'missed' }],
    ['handed in', claim('submitted'), start + hour, { is: 'submitted' }],
    ['verified', claim('verified'), start + 9 * hour, { is: 'judged', accepted: true }],
    ['rejected', claim('rejected'), start + 9 * hour, { is: 'judged', accepted: false }],
    ['did not come', claim('noShow'), start + 9 * hour, { is: 'missed' }],
    ['gave it back: free again', claim('released'), early, { is: 'free' }],
    ['not kept: free again', claim('expired'), early, { is: 'free' }],
  ])('%s', (_, change, now, standing) => expect(standingOf(taskView(change), now)).toEqual(standing))
})

describe('giving a place back', () => {
  it.each<[string, Partial<TaskView>, number, string | undefined]>([
    ['in time', claim('claimed'), start - 2 * hour, 'nothing'],
    ['later', claim('claimed'), start - 2 * hour + 1, 'counts'],
    ['later, of a muster', { ...claim('claimed'), muster: true }, start, 'nothing'],
    ['only held', claim('held'), start, 'nothing'],
    ['after the end', claim('claimed'), start + hour, undefined],
    ['checked in', claim('checkedIn'), start, undefined],
    ['none', {}, early, undefined],
  ])('%s', (_, change, now, costs) => expect(releaseCosts(taskView(change), now)).toBe(costs))
})

describe('the same as the rules say', () => {
  const of = (proof: TaskView['proof']) => {
    const task = exampleTask({ proof })
    return { ...task, claims: [newClaim('c', claimer('p'), morning)], free: 4 }
  }
  const times = [-300, -121, -119, -31, -29, 0, 59, 61, 89, 91, 60 + 47 * 60, 60 + 49 * 60]
  const may = (run: () => unknown) => {
    try {
      run()
      return true
    } catch {
      return false
    }
  }
  it.each(times)('%i minutes after the start', (minutes) => {
    const task = of(['code'])
    const now = task.from + minutes * minute
    const view = taskView({
      from: task.from,
      to: task.to,
      ...claim('claimed', { releasableUntil: task.from - 2 * hour }),
      proof: ['code'],
    })
    expect(standingOf(view, now).is === 'checkIn').toBe(
      may(() => checkIn(task, 'p', { organiser: true }, 'o', now)),
    )
    expect(releaseCosts(view, now) !== undefined).toBe(may(() => release(task, 'p', now, 'key')))
    const photo = of(['photo'])
    expect(standingOf({ ...view, proof: ['photo'] }, now).is === 'handIn').toBe(
      may(() => submit(photo, 'p', { photos: ['x'], words: '' }, now)),
    )
  })
})
