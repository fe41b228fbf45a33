import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  catchAll,
  colleague,
  community,
  hat,
  other,
  resolved,
  rider,
  save,
  sent,
  submitted,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import type { Organisation } from '../place/organisation.ts'
import type { Appeal, Named } from './appeal.ts'
import { reply, urge } from './asking.ts'
import type { Decision } from './decisions.ts'
import { dispatch, inherit, name } from './handing.ts'
import { askHelp } from './handling.ts'
import { isChosen, isStillThere, readsAsStaff, toldInsteadAt } from './recipients.ts'
import { submission } from './submission.ts'

const clerk: Named = { personId: 'next', title: '网格员' }
const held = (place: Organisation, until: number | null = null) => [{ ...hat(place, 'gridWorker'), until }]
const told = ({ tell }: Decision) => tell.map(({ personId, news }) => [personId, news])
const helped = (appeal: Appeal): Appeal =>
  save(appeal, askHelp(appeal, by(worker), { id: other._id, name: other.name }, '', undefined))

describe('staff are told while they hold an appointment', () => {
  it.each<[string, Appeal, string, Organisation, boolean]>([
    ['who is named, where it waits', submitted(), 'worker', community, true],
    ['who is named, not elsewhere', submitted(), 'worker', other, false],
    ['who took it on, where it is', accepted(submitted()), 'worker', community, true],
    ['who took it on, not where others help', helped(accepted(submitted())), 'worker', other, false],
    ['who took it on, also once it is resolved', resolved(accepted(submitted())), 'worker', other, false],
    ['who helps, where they help', helped(accepted(submitted())), 'helper', other, true],
    ['who follows up, above', resolved(accepted(submitted())), 'asker', catchAll, true],
    ['nobody at an organisation that has nothing to do with it', submitted(), 'helper', other, false],
  ])('%s', (_, appeal, personId, place, isTold) => {
    expect(isStillThere(appeal, personId, held(place), sent)).toBe(isTold)
  })

  it('and not beyond its end, nor without one', () => {
    const appeal = submitted()
    expect(isStillThere(appeal, 'worker', held(community, sent + 1), sent)).toBe(true)
    expect(isStillThere(appeal, 'worker', held(community, sent), sent)).toBe(false)
    expect(isStillThere(appeal, 'worker', [], sent)).toBe(false)
  })
})

it('instead of who had it in hand, its organisation is told; of others, nobody', () => {
  const appeal = helped(accepted(submitted()))
  expect(toldInsteadAt(appeal, 'worker')).toBe(community._id)
  expect(toldInsteadAt(appeal, 'helper')).toBeUndefined()
})

it('whoever asked, or saw it too, reads of it for themselves', () => {
  const read = (['resolved', 'seenResolved', 'urged'] as const).map((news) => readsAsStaff({ news }))
  expect(read).toEqual([false, false, true])
})

it('whom a step has just named need not be asked for; whoever was named before may have left', () => {
  const appeal = submitted()
  const sentOn = save(appeal, dispatch(appeal, by(colleague), other, clerk, ''))
  const chosen = sentOn.outbox.filter((each) => each.sequence === 2 && isChosen(sentOn, each))
  expect(chosen.map(({ personId }) => personId)).toEqual(['next'])
  const urged = save(sentOn, urge(sentOn, by(rider), ''))
  expect(isChosen(urged, { sequence: urged.version, personId: 'next', news: 'urged' })).toBe(false)
})

describe('an appeal that is named to somebody', () => {
  it('tells them that it came, and nothing else changes', () => {
    const before = submitted({ urgency: 'urgent' })
    const decision = name(before, sent, clerk)
    expect(told(decision)).toEqual([['next', 'urgent']])
    const { named, version, state, updatedAt } = save(before, decision)
    expect({ named, version, state }).toEqual({ named: clerk, version: 2, state: 'dispatched' })
    expect(updatedAt).toBe(before.updatedAt)
  })
})

describe('what goes over to the heir of an organisation', () => {
  const over = (appeal: Appeal) => inherit(appeal, { caller: 'clock', now: sent }, community, other, clerk)
  it.each<[string, Appeal, [string, string][]]>([
    [
      'waiting',
      submitted(),
      [
        ['rider', 'moved'],
        ['next', 'assigned'],
      ],
    ],
    ['taken on: with who took it', accepted(submitted()), [['rider', 'moved']]],
    ['done', resolved(accepted(submitted())), []],
  ])('%s', (_, appeal, news) => {
    expect(told(over(appeal))).toEqual(news)
    expect(over(appeal).patch.named).toEqual(clerk)
  })
})

it('an organisation that a rule asks to help is told, whoever it is that it names', () => {
  const route = {
    organisation: community,
    assistants: [other],
    dispatch: { ruleId: 'r', ruleNumber: 1, ruleVersion: 1, reason: '' },
    confidential: false,
    placed: true,
  }
  const input = {
    kind: 'request',
    category: 'parking',
    urgency: 'normal',
    text: '没地方停车',
    photos: [],
    area: community._id,
    identity: 'shielded',
    trade: 'delivery',
    channel: 'home',
  } as const
  const attempt = { caller: rider, now: sent, requestId: 'a' }
  const { outbox } = submission('a'.repeat(24), { ...input, photos: [] }, community, route, clerk, attempt)
  expect(outbox).toEqual([
    { sequence: 1, personId: 'next', news: 'assigned' },
    { sequence: 1, personId: '', news: 'helpAsked', organisationId: other._id },
  ])
})

it('who has left hears nothing of what the person adds, though they took it on', () => {
  const appeal = accepted(submitted())
  const after = save(appeal, reply(appeal, by(rider), '我住三单元'))
  const [outgoing] = after.outbox.slice(-1)
  expect(outgoing).toMatchObject({ personId: 'worker', news: 'replied' })
  expect(isStillThere(after, 'worker', held(community, sent - 1), sent)).toBe(false)
})
