import { describe, expect, it } from 'vitest'
import { contract } from '../contract.ts'
import { type Role, roleNames } from '../people/roles.ts'
import type { Relation } from '../permission.ts'
import {
  type Carried,
  carriedOut,
  mustKeep,
  obstacleTo,
  possibleActions,
  type Situation,
} from './possible.ts'
import {
  type AppealState,
  appealActions,
  appealStates,
  fits,
  isOpen,
  isWorking,
  transitions,
} from './states.ts'

const roles = Object.keys(roleNames) as Role[]
const handlers: Role[] = ['gridWorker', 'officer', 'secretary', 'supervisor']
const dispatchers: Role[] = ['dispatcher', 'secretary', 'supervisor']

// appeals.md, Transitions, written out a second time on purpose: the table is held against it cell by cell.
const from: Record<keyof typeof transitions, AppealState[]> = {
  submit: [],
  dispatch: ['submitted', 'dispatched'],
  accept: ['dispatched'],
  return: ['dispatched', 'accepted'],
  transfer: ['accepted'],
  assist: ['accepted'],
  note: ['accepted', 'suspended'],
  suspend: ['accepted'],
  resume: ['suspended'],
  resolve: ['accepted'],
  confirm: ['resolved'],
  followUp: ['resolved'],
  reopen: ['closed'],
  reply: ['submitted', 'dispatched', 'accepted', 'suspended'],
  urge: ['submitted', 'dispatched', 'accepted', 'suspended'],
  escalate: ['submitted', 'dispatched', 'accepted'],
  merge: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
  unmerge: ['merged'],
  withdraw: ['submitted', 'dispatched', 'accepted'],
  decline: ['submitted', 'dispatched'],
  review: ['declined'],
  warn: ['submitted', 'dispatched', 'accepted', 'resolved'],
  decideRelief: ['accepted'],
  answerRelief: ['accepted'],
  conclude: ['merged'],
  support: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
  gather: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
  letGo: appealStates,
  claim: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved', 'closed', 'declined', 'merged'],
  join: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
  leave: appealStates,
  projectDone: ['submitted', 'dispatched', 'accepted', 'suspended'],
  decide: ['submitted', 'dispatched', 'accepted', 'suspended'],
  inherit: appealStates,
  name: ['submitted', 'dispatched'],
}

describe.each(appealActions)('%s', (action) => {
  it.each(appealStates)(`from %s`, (state) => {
    expect(fits(action, state)).toBe(from[action].includes(state))
  })
})

// Who may, for the actions that are carried out: relation → roles; `everyone` is anyone who is signed in.
type Standing = Exclude<Relation, 'any'> | 'foreign'
const everyone = 'everyone'
const who: Record<Carried, Partial<Record<Standing, Role[] | typeof everyone>>> = {
  dispatch: { organisation: dispatchers, responsible: dispatchers, below: dispatchers },
  accept: { organisation: handlers, responsible: handlers },
  return: { organisation: handlers, responsible: handlers },
  transfer: { organisation: ['secretary'], responsible: handlers },
  assist: { responsible: handlers, assistant: handlers },
  note: { responsible: handlers, assistant: handlers },
  suspend: { responsible: handlers, below: ['supervisor'] },
  resume: { responsible: handlers },
  resolve: { responsible: handlers },
  confirm: { own: everyone },
  followUp: {
    organisation: ['secretary', 'supervisor'],
    responsible: ['secretary', 'supervisor'],
    below: ['secretary', 'supervisor'],
  },
  reopen: { own: everyone },
  reply: { own: everyone },
  urge: { own: everyone },
  escalate: { organisation: dispatchers, responsible: dispatchers, below: ['supervisor'] },
  merge: { organisation: dispatchers, responsible: dispatchers, below: dispatchers },
  unmerge: { organisation: dispatchers, responsible: dispatchers, below: dispatchers },
  support: {
    own: everyone,
    responsible: everyone,
    organisation: everyone,
    below: everyone,
    assistant: everyone,
    foreign: everyone,
  },
  withdraw: { own: everyone },
  decline: { organisation: dispatchers, responsible: dispatchers, below: dispatchers },
  review: { own: everyone },
  // Of reliefs alone: held against the table in domain/relief/obstacles.test.ts.
  decideRelief: {},
  answerRelief: {},
}
const now = Date.parse('2026-12-02T14:06:00+08:00')
const day = 86_400_000
/** Nothing stands against any action. */
const clear: Situation = {
  kind: 'snap',
  state: 'dispatched',
  final: false,
  returns: 0,
  reopens: 0,
  reviews: 0,
  urgedAt: null,
  endedAt: now - day,
  followUps: 0,
  children: 0,
  catchAllId: 'above',
  suspensions: { count: 0, days: 0 },
  assistants: [],
  handled: false,
  supported: false,
}
const standings: Record<Standing, Relation[]> = {
  own: ['own'],
  responsible: ['organisation', 'responsible'],
  organisation: ['organisation'],
  below: ['below'],
  assistant: ['assistant'],
  foreign: [],
}

describe.each(carriedOut)('%s, who may', (action) => {
  const cells = appealStates.flatMap((state) =>
    (Object.keys(standings) as Standing[]).flatMap((standing) =>
      [...roles, undefined].map((role) => ({ state, standing, role: role ?? 'person' })),
    ),
  )
  it.each(cells)('$state, $standing, $role', ({ state, standing, role }) => {
    const holders = who[action][standing]
    const may = holders === everyone || (holders ?? []).some((holder) => holder === role)
    const worn = roles.find((each) => each === role)
    expect(possibleActions({ ...clear, state }, worn, standings[standing], now).includes(action)).toBe(
      may && from[action].includes(state),
    )
  })
})

describe('what the tables say together', () => {
  it('carries out exactly the transitions that the contract offers', () => {
    const offered = appealActions.filter((action) => action !== 'submit' && `appeal.${action}` in contract)
    expect([...carriedOut].sort()).toEqual(offered.sort())
  })

  it('lets nobody handle their own appeal, whatever hat they wear', () => {
    const situation = { ...clear, supported: true }
    for (const role of roles)
      expect(possibleActions(situation, role, ['own', 'organisation'], now)).toEqual([
        'reply',
        'urge',
        'withdraw',
      ])
  })

  it('keeps what was returned three times, and what has nothing above', () => {
    const situation = { ...clear, kind: 'request' } as const
    expect(mustKeep(situation)).toBeUndefined()
    expect(mustKeep({ ...situation, returns: 2 })).toBeUndefined()
    expect(mustKeep({ ...situation, returns: 3 })).toBe('RETURNED_TOO_OFTEN')
    expect(mustKeep({ ...situation, final: true })).toBe('RETURNED_TOO_OFTEN')
    expect(mustKeep({ ...situation, catchAllId: null })).toBe('NOTHING_ABOVE')
    expect(possibleActions({ ...situation, final: true }, 'gridWorker', ['organisation'], now)).toEqual([
      'accept',
    ])
  })

  it.each<[Carried, Partial<Situation>, string | undefined]>([
    ['suspend', { suspensions: { count: 1, days: 5 } }, undefined],
    ['suspend', { suspensions: { count: 2, days: 5 } }, 'SUSPENDED_ENOUGH'],
    ['suspend', { suspensions: { count: 1, days: 15 } }, 'SUSPENDED_ENOUGH'],
    ['resolve', { assistants: [{ id: 'a', name: '人社', why: 'asked', state: 'open' }] }, 'ASSISTANTS_OPEN'],
    ['resolve', { assistants: [{ id: 'a', name: '人社', why: 'asked', state: 'finished' }] }, undefined],
    // What was left behind below when it went up is not waited for.
    ['resolve', { assistants: [{ id: 'a', name: '社区', why: 'escalated', state: 'open' }] }, undefined],
    ['followUp', { handled: true }, 'FOLLOW_UP_OWN'],
    ['followUp', { followUps: 2 }, undefined],
    ['followUp', { followUps: 3 }, 'FOLLOW_UPS_DONE'],
    ['reopen', { endedAt: now - 10 * day }, undefined],
    ['reopen', { endedAt: now - 10 * day - 1 }, 'REOPEN_LATE'],
    ['reopen', { reopens: 2 }, 'REOPENED_ENOUGH'],
    ['review', { endedAt: now - 10 * day - 1 }, 'REVIEW_LATE'],
    ['review', { reviews: 1 }, 'REVIEWED_BEFORE'],
    ['urge', { urgedAt: now - 1 }, 'URGED_LATELY'],
    ['urge', { urgedAt: now - day }, undefined],
    // Midnight in Beijing lies between: another day.
    ['urge', { urgedAt: Date.parse('2026-12-01T23:59:00+08:00') }, undefined],
    ['urge', { urgedAt: Date.parse('2026-12-02T00:01:00+08:00') }, 'URGED_LATELY'],
    ['escalate', { catchAllId: null }, 'NOTHING_ABOVE'],
    ['merge', { children: 2 }, 'HAS_CHILDREN'],
    ['support', { kind: 'request' }, 'SNAPS_ONLY'],
    ['support', { supported: true }, 'ALREADY_SUPPORTED'],
  ])('%s with %j: %s', (action, change, code) => {
    expect(obstacleTo(action, { ...clear, ...change }, now)?.code).toBe(code)
  })

  it('calls open what the person still waits for, and working what someone must do', () => {
    expect(appealStates.filter(isOpen)).toEqual([
      'submitted',
      'dispatched',
      'accepted',
      'suspended',
      'resolved',
      'merged',
    ])
    expect(appealStates.filter(isWorking)).toEqual(['submitted', 'dispatched', 'accepted', 'suspended'])
  })

  it('leads only to states that exist', () => {
    for (const { to } of Object.values(transitions))
      for (const state of to) expect([...appealStates, 'same']).toContain(state)
  })
})
