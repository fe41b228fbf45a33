import { describe, expect, it } from 'vitest'
import { community, tradeCommittee } from '../../tests/support/exampleAppeal.ts'
import { type Carried, obstacleTo, possibleActions, type Situation } from '../appeal/possible.ts'
import { appealStates } from '../appeal/states.ts'
import { type Role, roleNames } from '../people/roles.ts'
import type { Relation } from '../permission.ts'
import { organisationReference } from '../place/organisation.ts'
import { standingOf } from './obstacles.ts'
import type { ReliefCase, ReliefStanding } from './reliefCase.ts'

const now = Date.parse('2026-12-02T14:06:00+08:00')
const situation = (reliefStanding: ReliefStanding | undefined): Situation => ({
  kind: 'relief',
  state: 'accepted',
  final: false,
  returns: 0,
  reopens: 0,
  reviews: 0,
  urgedAt: null,
  endedAt: null,
  followUps: 0,
  children: 0,
  catchAllId: 'above',
  suspensions: { count: 0, days: 0 },
  assistants: [],
  handled: false,
  supported: false,
  ...(reliefStanding && { reliefStanding }),
})
const fresh: ReliefStanding = { committee: true }
const approved: ReliefStanding = { committee: true, decision: 'approved' }
const refused: ReliefStanding = { committee: true, decision: 'refused' }

it.each<[Carried, ReliefStanding | undefined, string | undefined]>([
  ['decideRelief', undefined, 'RELIEF_ONLY'],
  ['decideRelief', { committee: false }, 'RELIEF_ELSEWHERE'],
  ['decideRelief', fresh, undefined],
  ['decideRelief', refused, undefined],
  ['decideRelief', approved, 'RELIEF_DECIDED'],
  ['answerRelief', undefined, 'RELIEF_ONLY'],
  ['answerRelief', fresh, 'RELIEF_NO_LETTER'],
  ['answerRelief', refused, 'RELIEF_NO_LETTER'],
  ['answerRelief', approved, undefined],
  ['answerRelief', { ...approved, answer: 'refused' }, undefined],
  ['answerRelief', { ...approved, answer: 'partly' }, 'RELIEF_ANSWERED'],
  ['answerRelief', { ...approved, answer: 'waived' }, 'RELIEF_ANSWERED'],
  // A committee that took it over answers for the letter of the one before.
  ['answerRelief', { ...approved, committee: false }, undefined],
  ['resolve', undefined, undefined],
  ['resolve', fresh, 'RELIEF_UNDECIDED'],
  ['resolve', { committee: false }, 'RELIEF_UNDECIDED'],
  ['resolve', refused, undefined],
  ['resolve', approved, undefined],
])('%s with %j: %s', (action, standing, code) => {
  expect(obstacleTo(action, situation(standing), now)?.code).toBe(code)
})

// Who may, written out a second time: who is responsible, unless they are a grid worker.
const may: Role[] = ['officer', 'secretary', 'supervisor']
const relations: Record<string, Relation[]> = {
  own: ['own', 'organisation', 'responsible'],
  responsible: ['organisation', 'responsible'],
  organisation: ['organisation'],
  below: ['below'],
  assistant: ['assistant'],
  foreign: [],
}
describe.each([
  ['decideRelief', fresh],
  ['answerRelief', approved],
] as const)('%s, who may', (action, standing) => {
  const roles = Object.keys(roleNames) as Role[]
  const cells = appealStates.flatMap((state) =>
    Object.keys(relations).flatMap((stands) => roles.map((role) => ({ state, stands, role }))),
  )
  it.each(cells)('$state, $stands, $role', ({ state, stands, role }) => {
    const possible = possibleActions({ ...situation(standing), state }, role, relations[stands] ?? [], now)
    expect(possible.includes(action)).toBe(
      state === 'accepted' && stands === 'responsible' && may.includes(role),
    )
  })
})

describe('standingOf', () => {
  const assessed: ReliefCase = { assessment: 'eligible', points: 0, threshold: 0, ruleVersion: 1 }
  it.each([
    [tradeCommittee, undefined, undefined],
    [tradeCommittee, assessed, { committee: true }],
    [community, assessed, { committee: false }],
    [
      { ...tradeCommittee, kind: 'newSectorCommittee' as const },
      {
        ...assessed,
        decision: { outcome: 'approved' as const, words: '', by: { personId: 'p', title: '承办人' }, at: 1 },
        answer: { outcome: 'partly' as const, yuan: 20, words: '', at: 2 },
      },
      { committee: true, decision: 'approved', answer: 'partly' },
    ],
  ])('%#', (holder, reliefCase, standing) => {
    const organisation = organisationReference(holder)
    expect(standingOf({ organisation, ...(reliefCase && { reliefCase }) })).toEqual(standing)
  })
})
