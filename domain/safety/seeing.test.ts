import { describe, expect, it } from 'vitest'
import { accepted, by, passed, resolved, save, submitted, worker } from '../../tests/support/exampleAppeal.ts'
import type { Appeal } from '../appeal/appeal.ts'
import { reply } from '../appeal/asking.ts'
import { maySee } from '../appeal/similar.ts'
import { faultOf } from '../appeal/verify.ts'
import { piecesOf, withAsked } from './pieces.ts'
import { withVerdicts } from './safety.ts'
import {
  doubtsOf,
  hasDoubts,
  isShown,
  photosBefore,
  shownCell,
  stepForOthers,
  titleForOthers,
} from './seeing.ts'

const position = { longitude: 123.43, latitude: 41.8 }
const voice = { fileId: 'cloud://e/voices/1.mp3', seconds: 5 }
const snap = (
  over: Partial<Parameters<typeof submitted>[0]> = {},
  how: Parameters<typeof submitted>[1] = {},
) =>
  submitted(
    {
      kind: 'snap',
      category: 'fireLane',
      text: '堵死了',
      photos: ['cloud://e/photos/1.jpg', 'cloud://e/photos/2.jpg'],
      voice,
      position,
      ...over,
    },
    how,
  )
const asked = (appeal: Appeal): Appeal => ({ ...appeal, safety: withAsked(appeal.safety, appeal) })
const saying = (appeal: Appeal, ...verdicts: Parameters<typeof withVerdicts>[1]): Appeal => ({
  ...appeal,
  safety: withVerdicts(asked(appeal).safety as NonNullable<Appeal['safety']>, verdicts),
})
const lacking = (): never => {
  throw new Error('there is no such event')
}
const all = (appeal: Appeal, verdict: 'passed' | 'held') =>
  saying(appeal, ...piecesOf(appeal).map(({ key }) => [key, verdict] as const))

describe('what a snap was sent with', () => {
  it.each([
    ['before the timer came', snap(), false],
    ['while nothing has been said of it', asked(snap()), false],
    ['when all has passed', all(snap(), 'passed'), true],
    [
      'when all but the recording has, which others never hear',
      saying(
        snap(),
        ['1-text', 'passed'],
        ['1-photo-0', 'passed'],
        ['1-photo-1', 'passed'],
        ['1-voice', 'held'],
      ),
      true,
    ],
    ['when one photo waits', saying(snap(), ['1-text', 'passed'], ['1-photo-0', 'passed']), false],
    ['when one photo is in doubt', saying(all(snap(), 'passed'), ['1-photo-1', 'held']), false],
    ['when a person let it through', saying(all(snap(), 'passed'), ['1-photo-1', 'opened']), true],
    ['when a person kept it from others', saying(all(snap(), 'passed'), ['1-photo-1', 'closed']), false],
    ['when its words are in doubt', saying(all(snap(), 'passed'), ['1-text', 'held']), false],
    ['without words', all(snap({ text: '' }), 'passed'), true],
    ['when it is confidential', all(snap({}, { confidential: true }), 'passed'), false],
    ['when it is no snap', all(submitted({ position }), 'passed'), false],
  ])('is found by passers-by %s', (_, appeal, shown) => {
    expect(isShown(appeal)).toBe(shown)
    expect(shownCell(appeal) !== undefined).toBe(shown)
    expect(faultOf(appeal)).toBeUndefined()
  })

  it('is nowhere to be found without a position', () => {
    expect(shownCell(all(snap({ position: undefined }), 'passed'))).toBeUndefined()
  })

  it('is called by its category while its words wait, and shows the photos that have passed', () => {
    const appeal = saying(snap(), ['1-photo-1', 'passed'])
    expect(titleForOthers(appeal)).toBe('消防通道')
    expect(photosBefore(appeal)).toEqual(['cloud://e/photos/2.jpg'])
    expect(titleForOthers(all(snap(), 'passed'))).toBe('堵死了')
  })

  it('is there for whoever stands by only once it is found', () => {
    const { createdAt } = snap()
    expect(maySee(snap(), 'somebody', position, createdAt)).toBe(false)
    expect(maySee(passed(snap()), 'somebody', position, createdAt)).toBe(true)
    expect(maySee(snap(), 'rider', position, createdAt)).toBe(true)
  })
})

describe('what was done', () => {
  const done = (appeal = snap()) => resolved(accepted(appeal))
  const step = (appeal: Appeal) => stepForOthers(appeal.safety, appeal.events[2] ?? lacking())

  it.each([
    ['before the timer came', done(), {}],
    ['while nothing has been said of it', asked(done()), {}],
    ['as far as it has passed', saying(done(), ['3-text', 'passed']), { words: '小门开到 23:00' }],
    ['but not what is in doubt', saying(done(), ['3-text', 'held'], ['3-photo-0', 'held']), {}],
    [
      'whole, once it has passed',
      all(done(), 'passed'),
      { words: '小门开到 23:00', photos: ['cloud://e/photos/worker/1.jpg'] },
    ],
  ])('is seen by others %s', (_, appeal, seen) => {
    expect(step(appeal)).toEqual({ photos: [], ...seen })
  })
})

describe('what is given to the check', () => {
  it('is all that people say, each once, with whose it is', () => {
    const first = asked(snap())
    expect(first.safety).toEqual({
      asked: 1,
      waiting: ['1-text', '1-photo-0', '1-photo-1', '1-voice'],
      held: [],
      closed: [],
      turn: 1,
    })
    const later = save(first, reply(first, by({ personId: 'rider', hat: undefined }), '还堵着'))
    expect(piecesOf(later, 1)).toEqual([
      { key: '2-text', sequence: 2, kind: 'text', content: '还堵着', authorId: 'rider' },
    ])
    expect(asked(later).safety?.waiting).toHaveLength(5)
    const again = asked(later)
    expect(withAsked(again.safety, again)).toBe(again.safety)
  })

  it('is nothing that the timer writes', () => {
    const appeal = snap()
    const event = appeal.events[0] ?? lacking()
    const clock = {
      ...event,
      sequence: 2,
      words: '到了时限',
      actor: { personId: 'clock', role: 'clock' as const, title: '' },
    }
    expect(piecesOf({ ...appeal, events: [event, clock], version: 2 }, 1)).toEqual([])
  })
})

describe('what a person must look at', () => {
  it.each([
    ['words of a snap', snap(), '1-text', true],
    ['a photo of a snap', snap(), '1-photo-0', true],
    ['a recording, which others never hear', snap(), '1-voice', false],
    ['what was done about a snap', resolved(accepted(snap())), '3-text', true],
    ['what was done about a request', resolved(accepted()), '3-text', false],
    ['words of a request', submitted(), '1-text', false],
    ['words of what is confidential', { ...snap(), confidential: true }, '1-text', false],
  ])('%s', (_, appeal, piece, isPublic) => {
    const held = saying(appeal, [piece, 'held'])
    expect(doubtsOf(held)).toMatchObject([{ piece, public: isPublic, closed: false }])
    expect(hasDoubts(held)).toBe(true)
    const closed = saying(held, [piece, 'closed'])
    expect(doubtsOf(closed)).toMatchObject([{ piece, closed: true }])
    expect(hasDoubts(closed)).toBe(false)
    expect(doubtsOf(saying(closed, [piece, 'opened']))).toEqual([])
  })

  it('stays as it is when nothing new is said', () => {
    const { safety } = saying(snap(), ['1-text', 'held'])
    expect(safety && withVerdicts(safety, [['1-text', 'held']])).toBe(safety)
  })

  it('says so of who did it', () => {
    expect(piecesOf(resolved(accepted(snap())), 2).map(({ authorId }) => authorId)).toEqual([
      worker.personId,
      worker.personId,
    ])
  })
})
