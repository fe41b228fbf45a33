import { describe, expect, it } from 'vitest'
import { codeOf } from '../../tests/support/exampleAppeal.ts'
import {
  type Answer,
  answered,
  backOff,
  checkId,
  isDecided,
  isUnheard,
  isWaiting,
  newCheck,
  partsOf,
} from './check.ts'
import { judged } from './judging.ts'
import { nicknameForOthers, nicknamePiece } from './naming.ts'
import type { Verdict } from './safety.ts'
import { wordOf } from './word.ts'

const minute = 60_000
const day = 24 * 60 * minute
const check = newCheck({ kind: 'appeal', id: 'a' }, { key: '1-text', kind: 'text' }, 0)

describe('what a check becomes', () => {
  it.each<[string, Answer, number, object]>([
    ['passed', 'passed', 5, { state: 'passed', tickAt: 5 }],
    ['held', 'held', 5, { state: 'held', tickAt: 5 }],
    ['asked', { trace: 't' }, 5, { state: 'asked', traces: ['t'], tickAt: 5 + 45 * minute }],
    ['in vain', { failed: 'service' }, 5, { state: 'waiting', tries: 1, tickAt: 5 + minute }],
    [
      'in vain for days',
      { failed: 'service' },
      9 * day,
      { state: 'waiting', tries: 1, tickAt: 9 * day + minute },
    ],
    ['not to be asked', { failed: 'content' }, 5, { state: 'waiting', tries: 1, tickAt: 5 + minute }],
    ['not to be asked for a day', { failed: 'content' }, day, { state: 'held', tickAt: day }],
  ])('%s', (_, answer, now, change) => {
    expect(answered(check, answer, now)).toEqual(change)
  })

  it('knows the last few questions, however often it is asked', () => {
    let asked = check
    for (let time = 1; time <= 30; time += 1)
      asked = { ...asked, ...answered(asked, { trace: `t${time}` }, time * 45 * minute) }
    expect(asked.traces).toEqual(['t27', 't28', 't29', 't30'])
  })

  const asked = { ...check, state: 'asked' as const, tickAt: day }
  it.each([
    ['asked, and a day has gone by without a word', asked, day, true],
    ['asked less than a day ago', asked, day - 1, false],
    [
      'asked again just now, after days in which WeChat did not answer',
      { ...asked, tickAt: 9 * day },
      8 * day,
      false,
    ],
    ['waiting, however long', { ...asked, state: 'waiting' as const }, 9 * day, false],
    ['decided', { ...asked, state: 'passed' as const }, 9 * day, false],
  ])('is left to a person when it is %s', (_, of, now, left) => {
    expect(isUnheard(of, now)).toBe(left)
  })

  it.each([
    ['waiting', 0, true],
    ['asked', 45 * minute, false],
    ['asked', 45 * minute + 1, true],
    ['held', day, false],
    ['passed', day, false],
  ] as const)('%s for %i milliseconds: counts as waiting: %s', (state, now, waits) => {
    expect(isWaiting({ ...check, state }, now)).toBe(waits)
  })

  it('is asked later each time, an hour at most', () => {
    expect([1, 2, 3, 6, 7, 60].map((tries) => backOff(tries) / minute)).toEqual([1, 2, 4, 32, 60, 60])
  })

  it('has one id for one thing, and another for another', () => {
    expect(check._id).toBe(checkId({ kind: 'appeal', id: 'a' }, '1-text'))
    expect(check._id).toMatch(/^[0-9a-f]{32}$/)
    expect(checkId({ kind: 'appeal', id: 'a' }, '2-text')).not.toBe(check._id)
    expect(checkId({ kind: 'task', id: 'a' }, '1-text')).not.toBe(check._id)
    expect(isDecided(check)).toBe(false)
    expect(isDecided({ ...check, state: 'held' })).toBe(true)
  })

  it('gives WeChat no more than it takes', () => {
    expect(partsOf('')).toEqual([])
    expect(partsOf('好').length).toBe(1)
    expect(partsOf('好'.repeat(5000)).map((part) => part.length)).toEqual([2500, 2500])
  })
})

describe('what a person decides', () => {
  const who = { personId: 'judge', authorId: 'writer' }
  const states = ['waiting', 'asked', 'passed', 'held', 'opened', 'closed'] as const
  const open: Partial<Record<(typeof states)[number], Verdict>> = { held: 'opened', closed: 'opened' }
  const close: Partial<Record<(typeof states)[number], Verdict>> = { held: 'closed' }
  it.each(states)('of what is %s', (state) => {
    const decided = (isOpen: boolean) => {
      const refused = codeOf(() => judged({ state }, isOpen, who))
      return refused ? { refused } : judged({ state }, isOpen, who)
    }
    expect(decided(true)).toEqual(open[state] ?? { refused: 'CONTENT_NOT_HELD' })
    expect(decided(false)).toEqual(close[state] ?? { refused: 'CONTENT_NOT_HELD' })
  })
  it('never of what they said themselves, nor of what is not there', () => {
    expect(codeOf(() => judged({ state: 'held' }, true, { personId: 'a', authorId: 'a' }))).toBe(
      'CONTENT_OWN',
    )
    expect(codeOf(() => judged(undefined, true, who))).toBe('CONTENT_NOT_HELD')
  })
})

describe('the word of WeChat', () => {
  const event = {
    ToUserName: 'gh_1',
    FromUserName: 'o-1',
    CreateTime: 1,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: 'wx1',
    trace_id: '60ae120f-371d5872-7941a05b',
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'pass', label: 100 },
  }
  it.each([
    ['pass', event, 'passed'],
    ['risky', { ...event, result: { suggest: 'risky', label: 20001 } }, 'held'],
    ['review', { ...event, result: { suggest: 'review', label: 20001 } }, 'held'],
    ['something else', { ...event, result: { suggest: 'fine' } }, 'failed'],
    ['nothing', { ...event, result: undefined }, 'failed'],
    ['an error', { ...event, errcode: -1008 }, 'failed'],
  ])('%s', (_, sent, says) => {
    expect(wordOf(sent, 7)).toEqual({ _id: event.trace_id, says, at: 7, tickAt: 7 })
  })
  it.each([
    ['no event', undefined],
    ['another event', { ...event, Event: 'user_enter_tempsession' }],
    ['no question', { ...event, trace_id: undefined }],
    ['a condition for a question', { ...event, trace_id: { $gt: '' } }],
    ['a question of a strange form', { ...event, trace_id: 'a b' }],
    ['a text', 'pass'],
  ])('is none where there is %s', (_, sent) => {
    expect(wordOf(sent, 7)).toBeUndefined()
  })
})

it('a nickname is read by others once it has passed, as long as it is theirs', () => {
  expect(nicknameForOthers({ nickname: '小蜂' })).toBeUndefined()
  expect(nicknameForOthers({ nickname: '小蜂', nicknamePassed: '小蜂' })).toBe('小蜂')
  expect(nicknameForOthers({ nickname: '大蜂', nicknamePassed: '小蜂' })).toBeUndefined()
  expect(nicknameForOthers({})).toBeUndefined()
  expect(nicknamePiece('小蜂')).toMatch(/^nickname-[0-9a-f]{16}$/)
  expect(nicknamePiece('小蜂')).not.toBe(nicknamePiece('大蜂'))
})
