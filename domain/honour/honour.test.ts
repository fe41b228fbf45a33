import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { community, hat } from '../../tests/support/exampleAppeal.ts'
import { Refusal } from '../errors.ts'
import type { Caller } from '../people/roles.ts'
import { decide, decline, endNotice, leave, nextTick, nominate, object, refuse, sign } from './deciding.ts'
import {
  fitsHonour,
  type Honour,
  type HonourAction,
  type HonourState,
  honourStates,
  honourSteps,
  isPublic,
} from './honour.ts'
import { honourLimits } from './kinds.ts'
import { honourNotices } from './telling.ts'

const day = 86_400_000
/** The Tuesday before National Day. */
const now = Date.parse('2026-09-29T10:00:00+08:00')
const caller = (personId: string): Caller => ({ personId, hat: hat(community, 'secretary') })
const by = (personId: string, at = now) => ({ caller: caller(personId), now: at, key: `${personId}-${at}` })
const registered = { community: { id: 'c', name: '凯旋社区' } }
const rider = { _id: 'rider', nickname: '小蜂', nicknamePassed: '小蜂' }
const proposed = () =>
  nominate(
    rider,
    {
      kind: 'communityHero',
      organisation: { id: community._id, name: '凯旋社区' },
      scopes: [community._id, 'street'],
      reason: '发现五处消防通道被堵',
      facts: { points: 36, solved: 5 },
    },
    ['first', 'second', 'rider'],
    by('first'),
  )
const inNotice = () => sign(proposed(), by('second'))
const contested = () => {
  const honour = inNotice()
  return endNotice(object(honour, registered, by('neighbour'), '有一处不是他报的'), honour.noticeEnds)
}
const examples: Record<HonourState, () => Honour> = {
  proposed,
  notice: inNotice,
  contested,
  awarded: () => endNotice(inNotice(), inNotice().noticeEnds),
  refused: () => refuse(proposed(), by('second'), '再等等'),
  declined: () => decline(proposed(), by('rider')),
}
const steps: Record<Exclude<HonourAction, 'nominate'>, (honour: Honour) => Honour> = {
  sign: (honour) => sign(honour, by('second')),
  refuse: (honour) => refuse(honour, by('second'), '再等等'),
  object: (honour) => object(honour, registered, by('neighbour'), '不是他'),
  endNotice: (honour) => endNotice(honour, honour.noticeEnds),
  decide: (honour) => decide(honour, by('second'), { awarded: true, words: '核对过', isAbove: false }),
  decline: (honour) => decline(honour, by('rider')),
  leave: (honour) => leave(honour, by('rider')),
}
const refusalOf = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const cells = (Object.keys(steps) as (keyof typeof steps)[]).flatMap((action) =>
  (Object.keys(honourStates) as HonourState[]).map((state) => ({ action, state })),
)
it.each(cells)('$action when $state goes where the table says, or nowhere', ({ action, state }) => {
  const before = examples[state]()
  expect(before.state).toBe(state)
  const run = () => steps[action](before)
  if (action === 'leave') {
    expect(run().name).toBe('')
    expect(isPublic(run().state)).toBe(false)
  } else if (fitsHonour(action, state)) {
    expect(honourSteps[action].to).toContain(run().state)
    expect(run().version).toBe(before.version + 1)
  } else expect(refusalOf(run)).toBe('HONOUR_MOVED')
})

describe('four eyes, and nobody their own', () => {
  it.each<[string, () => unknown, string]>([
    ['nominates themselves', () => nominate(rider, proposed(), [], by('rider')), 'HONOUR_OWN'],
    ['signs what they nominated', () => sign(proposed(), by('first')), 'HONOUR_SECOND'],
    ['signs their own', () => sign(proposed(), by('rider')), 'HONOUR_OWN'],
    ['refuses what they nominated', () => refuse(proposed(), by('first'), '不行'), 'HONOUR_SECOND'],
    [
      'decides what they nominated, though above',
      () => decide(contested(), by('first'), { awarded: true, words: '行', isAbove: true }),
      'HONOUR_SECOND',
    ],
    [
      'decides on their own objection',
      () => decide(contested(), by('neighbour'), { awarded: false, words: '不行', isAbove: true }),
      'HONOUR_OBJECTED',
    ],
    [
      'decides beside who signed',
      () => decide(contested(), by('third'), { awarded: true, words: '行', isAbove: false }),
      'HONOUR_SIGNER_ONLY',
    ],
    ['declines for somebody else', () => decline(proposed(), by('first')), 'HONOUR_NOT_FOUND'],
  ])('refuses who %s', (_, work, code) => expect(refusalOf(work)).toBe(code))
  it('lets somebody above decide', () =>
    expect(decide(contested(), by('above'), { awarded: false, words: '核对过', isAbove: true }).state).toBe(
      'refused',
    ))
})

describe('objections', () => {
  it.each<[string, () => unknown, string]>([
    ['have not registered', () => object(inNotice(), {}, by('stranger'), '不是他'), 'HONOUR_REGISTER_FIRST'],
    ['are honoured', () => object(inNotice(), registered, by('rider'), '不是我'), 'HONOUR_OBJECT_OWN'],
    ['signed', () => object(inNotice(), registered, by('second'), '不是他'), 'HONOUR_OBJECT_OWN'],
    ['come when the days are over', () => late(), 'HONOUR_NOTICE_OVER'],
    ['have said it', () => twice(), 'HONOUR_OBJECTED'],
  ])('are not taken from who %s', (_, work, code) => expect(refusalOf(work)).toBe(code))
  const late = () => object(inNotice(), registered, by('neighbour', inNotice().noticeEnds), '不是他')
  const twice = () => {
    const once = object(inNotice(), registered, by('neighbour'), '不是他')
    return object(once, registered, by('neighbour', now + 1), '真不是他')
  }
  it('stand with the objections alone: neither the log nor the public list says what or who', () => {
    const honour = object(inNotice(), registered, by('neighbour'), '有一处不是他报的')
    expect(honour.objections).toEqual([{ personId: 'neighbour', at: now, words: '有一处不是他报的' }])
    expect(JSON.stringify(honour.log)).not.toContain('不是他报的')
    expect(honour.outbox.filter(({ event }) => event === honour.log.length)).toEqual([])
  })
})

it('the notice lasts five working days, over the holidays and the Saturday that is worked for them', () => {
  // 30 September; the 1st to the 7th of October are free; the 8th, the 9th, Saturday the 10th, Monday the 12th.
  const { noticeEnds } = inNotice()
  expect(noticeEnds).toBe(Date.parse('2026-10-12T10:00:00+08:00'))
  expect(nextTick(inNotice())).toBe(noticeEnds)
})

describe('who is told', () => {
  const told = (honour: Honour) =>
    honourNotices({
      ...honour,
      outbox: honour.outbox.filter(({ event }) => event === honour.log.length),
    }).map(({ personId, about, head }) => [personId, about.as, head])
  it.each<[string, () => Honour, unknown]>([
    [
      'of a nomination',
      proposed,
      [
        ['rider', 'honour', '凯旋社区提名您当“社区侠”'],
        ['second', 'honourDesk', '小蜂的“社区侠”等复核'],
      ],
    ],
    [
      'of the notice',
      inNotice,
      [
        ['rider', 'honour', '“社区侠”开始公示了'],
        ['first', 'honourDesk', '小蜂的“社区侠”公示了'],
      ],
    ],
    [
      'of objections',
      contested,
      [
        ['rider', 'honour', '“社区侠”还在看'],
        ['first', 'honourDesk', '小蜂的“社区侠”有异议'],
        ['second', 'honourDesk', '小蜂的“社区侠”有异议'],
      ],
    ],
    [
      'of the honour',
      examples.awarded,
      [
        ['rider', 'honour', '您是“社区侠”了'],
        ['first', 'honourDesk', '小蜂是“社区侠”了'],
        ['second', 'honourDesk', '小蜂是“社区侠”了'],
      ],
    ],
    ['that the person declines', examples.declined, [['first', 'honourDesk', '小蜂谢绝了“社区侠”']]],
  ])('%s', (_, make, wanted) => expect(told(make())).toEqual(wanted))
  it('what an earlier step has not told yet is told too', () => {
    expect(honourNotices(inNotice()).map(({ head }) => head)).toContain('凯旋社区提名您当“社区侠”')
  })
})

it('whatever happens in whatever order: nothing public without a second person, nothing awarded over an objection without a reason', () => {
  const people = ['rider', 'first', 'second', 'above', 'neighbour']
  const happening = fc.record({
    action: fc.constantFrom(
      ...(Object.keys(steps) as (keyof typeof steps)[]).filter((each) => each !== 'leave'),
    ),
    who: fc.constantFrom(...people),
    awarded: fc.boolean(),
    later: fc.nat(4 * day),
  })
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (sequence) => {
      let honour = proposed()
      let at = now
      for (const { action, who, awarded, later } of sequence) {
        at += later
        const attempt = by(who, at)
        try {
          if (action === 'sign') honour = sign(honour, attempt)
          else if (action === 'refuse') honour = refuse(honour, attempt, '再等等')
          else if (action === 'object') honour = object(honour, registered, attempt, '不是他')
          else if (action === 'decline') honour = decline(honour, attempt)
          else if (action === 'decide')
            honour = decide(honour, attempt, { awarded, words: '核对过', isAbove: who === 'above' })
          else if (at >= honour.noticeEnds) honour = endNotice(honour, at)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        demand(honour)
      }
      reached.add(honour.state)
    }),
    { numRuns: 3000, seed: 2026 },
  )
  // A walk that never gets anywhere would prove nothing.
  expect([...reached].sort()).toEqual(Object.keys(honourStates).sort())
})

function demand(honour: Honour): void {
  const { state, log, signedBy, nominatedBy, personId, objections, version } = honour
  const did = (action: HonourAction) => log.find((event) => event.action === action)
  if (isPublic(state) && (signedBy === null || signedBy === nominatedBy || signedBy === personId))
    throw new Error('public without a second person')
  if (state === 'awarded' && !did('endNotice')) throw new Error('awarded without a notice')
  if (state === 'awarded' && objections.length > 0 && !did('decide')?.words)
    throw new Error('awarded over an objection without a reason')
  if (did('decide') && did('decide')?.actor.personId === nominatedBy)
    throw new Error('decided by who nominated')
  if (isPublic(state) !== honour.publishedAt > 0) throw new Error('public without a moment')
  if (objections.length > honourLimits.objections) throw new Error('too many objections')
  if (version !== log.length) throw new Error('a step without its line in the log')
}
