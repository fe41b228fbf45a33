import { describe, expect, it } from 'vitest'
import { contract } from '../contract.ts'
import { type Role, roleNames } from '../people/roles.ts'
import type { Relation } from '../permission.ts'
import { type Carried, carriedOut, mustKeep, possibleActions } from './possible.ts'
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
  urge: ['submitted', 'dispatched', 'accepted', 'suspended'],
  escalate: ['submitted', 'dispatched', 'accepted'],
  merge: ['submitted', 'dispatched', 'accepted', 'suspended', 'resolved'],
  unmerge: ['merged'],
  withdraw: ['submitted', 'dispatched', 'accepted'],
  decline: ['submitted', 'dispatched'],
  review: ['declined'],
  inherit: appealStates,
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
  note: { responsible: handlers, assistant: handlers },
  resolve: { responsible: handlers },
  confirm: { own: everyone },
  withdraw: { own: everyone },
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
    const situation = { state, final: false, returns: 0, catchAllId: 'above' }
    const worn = roles.find((each) => each === role)
    expect(possibleActions(situation, worn, standings[standing]).includes(action)).toBe(
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
    const situation = { state: 'dispatched', final: false, returns: 0, catchAllId: 'above' } as const
    for (const role of roles)
      expect(possibleActions(situation, role, ['own', 'organisation'])).toEqual(['withdraw'])
  })

  it('keeps what was returned three times, and what has nothing above', () => {
    const situation = { state: 'dispatched', final: false, returns: 0, catchAllId: 'above' } as const
    expect(mustKeep(situation)).toBeUndefined()
    expect(mustKeep({ ...situation, returns: 2 })).toBeUndefined()
    expect(mustKeep({ ...situation, returns: 3 })).toBe('RETURNED_TOO_OFTEN')
    expect(mustKeep({ ...situation, final: true })).toBe('RETURNED_TOO_OFTEN')
    expect(mustKeep({ ...situation, catchAllId: null })).toBe('NOTHING_ABOVE')
    expect(possibleActions({ ...situation, final: true }, 'gridWorker', ['organisation'])).toEqual(['accept'])
  })

  it('calls open what the person still waits for, and working what someone must do', () => {
    expect(appealStates.filter(isOpen)).toEqual([
      'submitted',
      'dispatched',
      'accepted',
      'suspended',
      'resolved',
    ])
    expect(appealStates.filter(isWorking)).toEqual(['submitted', 'dispatched', 'accepted', 'suspended'])
  })

  it('leads only to states that exist', () => {
    for (const { to } of Object.values(transitions))
      for (const state of to) expect([...appealStates, 'same']).toContain(state)
  })
})
