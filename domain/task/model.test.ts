import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimer, exampleTask, hour, morning } from '../../tests/support/exampleTask.ts'
import { Refusal } from '../errors.ts'
import { keep, newClaim, obstacleToClaim, passOn, release, stopWaiting, takeOffer, wait } from './claiming.ts'
import { runTask, withOffersTold } from './clockwork.ts'
import { codesFrom } from './code.ts'
import { checkIn, submit, verify } from './proving.ts'
import { cancel, edit } from './publishing.ts'
import { claimOf, derived, holding, offers, type Task } from './task.ts'
import { timesOf } from './times.ts'

/** What somebody does next, and how much time passes before. */
interface Step {
  who: number
  what: 'claim' | 'wait' | 'release' | 'keep' | 'tick' | 'checkIn' | 'submit' | 'verify' | 'places' | 'cancel'
  minutes: number
}

const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) })
const step = fc.record<Step>({
  who: fc.integer({ min: 0, max: 11 }),
  what: fc.oneof(
    often<Step['what']>(300, 'claim'),
    often<Step['what']>(150, 'wait'),
    often<Step['what']>(150, 'release'),
    often<Step['what']>(80, 'keep'),
    often<Step['what']>(120, 'tick'),
    often<Step['what']>(60, 'checkIn'),
    often<Step['what']>(60, 'submit'),
    often<Step['what']>(40, 'verify'),
    often<Step['what']>(40, 'places'),
    often<Step['what']>(1, 'cancel'),
  ),
  minutes: fc.integer({ min: 0, max: 8 }),
})

// What the store does in one conditional update (cloudfunctions/store/tasks.ts, takePlace).
function take(task: Task, id: string, who: ReturnType<typeof claimer>, now: number): Task {
  if (task.free === 0 || now >= task.to || task.phase !== 'published') throw new Refusal('TASK_FULL')
  if (task.holders.includes(who.personId)) throw new Refusal('CLAIMED_ALREADY')
  return derived({ ...task, free: task.free - 1, claims: [...task.claims, newClaim(id, who, now)] })
}

function act(task: Task, { who, what }: Step, now: number, id: string): Task {
  const personId = `p${who}`
  const person = claimer(personId, who % 3 === 0 ? { registeredAt: null } : {})
  const waits = task.waiting.some((each) => each.personId === personId)
  if (what === 'claim' || what === 'wait') {
    const obstacle = obstacleToClaim(task, person, [], now)
    if (obstacle) throw obstacle
  }
  switch (what) {
    case 'claim':
      if (claimOf(task, personId)) return task
      return waits ? takeOffer(task, id, person, now) : take(task, id, person, now)
    case 'wait':
      return task.free > 0 ? task : wait(task, id, person, now)
    case 'release':
      return waits ? stopWaiting(task, personId, now) : release(task, personId, now, id)
    case 'keep':
      return keep(task, personId, now)
    case 'tick':
      return runTask(task, now)
    case 'checkIn': {
      const [shown] = codesFrom(task.secret, now, 1)
      return checkIn(task, personId, { code: shown?.code ?? '' }, personId, now)
    }
    case 'submit':
      return submit(task, personId, { photos: ['cloud://e/photos/1.jpg'], words: '' }, now)
    case 'verify': {
      const hat = { id: 'h', role: 'gridWorker' as const, organisation: task.organisation }
      const claim = claimOf(task, personId)
      const verdicts = claim ? [{ claimId: claim.id, accepted: who % 2 === 0, words: '没扫完' }] : []
      return verify(
        task,
        verdicts,
        { personId: 'p-verifier', hat },
        { verifiedMe: new Set(), mutual: new Map() },
        now,
      )
    }
    case 'places':
      return edit(task, { ...task, places: 1 + ((who * 7) % 9) }, { actor: task.publisher, now, key: id })
    case 'cancel':
      return cancel(task, '下雨了', { actor: task.publisher, now, key: id })
  }
}

function check(task: Task, now: number): void {
  const active = task.claims.filter(({ state }) => holding.includes(state))
  expect(task.free).toBeGreaterThanOrEqual(0)
  expect(task.free + active.length + offers(task)).toBe(task.places)
  // Nobody waits beside a free place.
  if (task.free > 0 && task.phase === 'published' && now < task.to)
    expect(task.waiting.filter(({ offeredUntil }) => offeredUntil === null)).toEqual([])
  const people = active.map(({ personId }) => personId)
  expect(new Set(people).size).toBe(people.length)
  expect(task.waiting.filter(({ personId }) => people.includes(personId))).toEqual([])
  expect(new Set(task.causes.map(({ key }) => key)).size).toBe(task.causes.length)
  expect(task).toEqual(derived(task))
}

/** One life of a task under random hands; `steps` counts what was tried. */
function live(steps: readonly Step[]): number {
  let now = morning
  let task = exampleTask({ places: 3, from: morning + 2 * hour, to: morning + 3 * hour })
  for (const [index, each] of steps.entries()) {
    now += each.minutes * 60_000
    const before = task
    try {
      task = withOffersTold(act(task, each, now, `id-${index}`), task, now)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    // The timer empties it.
    task = { ...task, outbox: [], misses: [], fresh: [], tickAt: before.tickAt }
    task = derived(task)
    check(task, now)
  }
  // Afterwards the timer brings everything to its end: nothing is held, offered or waited for.
  const { noShowAfter, proofAfter } = timesOf(task)
  for (const at of [task.to, task.to + noShowAfter, task.to + proofAfter]) {
    task = derived({ ...runTask(task, Math.max(at, now)), outbox: [], misses: [], fresh: [] })
    check(task, Math.max(at, now))
  }
  if (task.phase === 'published') {
    expect(task.waiting).toEqual([])
    expect(task.claims.filter(({ state }) => state === 'held' || state === 'claimed')).toEqual([])
    expect(task.tickAt).toBe(derived({ ...task, listed: false }).tickAt)
  }
  return steps.length
}

it('20,000 random steps: never more than the places, never a lost place, nobody twice, nobody passed over', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 60 }), (steps) => {
      tried += live(steps)
    }),
    { numRuns: 334, seed: 2026 },
  )
  expect(tried).toBeGreaterThanOrEqual(20_000)
}, 60_000)

it('passes places on in the order in which people came', () => {
  let task = exampleTask({ places: 1 })
  task = take(task, 'a', claimer('first'), morning)
  for (const who of ['second', 'third', 'fourth']) task = wait(task, who, claimer(who), morning)
  task = release(task, 'first', morning, 'k')
  expect(task.waiting.map(({ personId, offeredUntil }) => [personId, offeredUntil])).toEqual([
    ['second', morning + 15 * 60_000],
    ['third', null],
    ['fourth', null],
  ])
  task = runTask(task, morning + 15 * 60_000)
  expect(task.waiting.map(({ personId, offeredUntil }) => [personId, offeredUntil])).toEqual([
    ['third', morning + 30 * 60_000],
    ['fourth', null],
  ])
  expect(passOn(task, morning + 20 * 60_000).waiting).toEqual(task.waiting)
})
