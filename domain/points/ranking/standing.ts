import { digest } from '../../appeal/log.ts'
import { maskContacts } from '../../appeal/privacy.ts'
import type { Person } from '../../people/person.ts'
import type { Organisation } from '../../place/organisation.ts'
import { nicknameForOthers } from '../../safety/naming.ts'
import type { PaidKind } from '../cause.ts'
import { sumOf, type Transfer } from '../ledger.ts'
import { periods, periodsAt } from './periods.ts'

/** Where a transfer counts: the community and district in which it was earned, the teams that its person was in then. */
export interface Ranked {
  places: string[]
  teams: string[]
}

/** What somebody has on one board: points, and how many things they found that were put right. */
export interface Sum {
  board: string
  points: number
  solved: number
}

/**
 * What somebody has earned by the month, quarter and year, in each community, district and team: one document a person,
 * changed in the very transaction that marks its transfers as counted. The rows of the boards are copies of it
 * (RankingRow).
 */
export interface Standing {
  /** The person's id. */
  _id: string
  /** What the boards call them. */
  name: string
  /** False: 不上榜, as they chose. */
  shown: boolean
  sums: Sum[]
  /** Boards whose rows are not yet as the sums are. */
  dirty: string[]
  /** When the timer must copy it to the boards; `noDue` when they are alike. */
  tickAt: number
  version: number
}

/** Somebody on a board, found in the order of points. */
export interface RankingRow {
  _id: string
  board: string
  personId: string
  name: string
  points: number
  solved: number
  shown: boolean
  /** Of the standing that it was copied from: an older copy never replaces a newer one. */
  version: number
}

/** What a team's members have earned together while they were members; by the board's id. */
export interface TeamTotal {
  _id: string
  points: number
}

/** The board of a community, district or team in a period such as 2026-12. */
export const boardOf = (scope: string, period: string): string => `${scope}-${period}`

/** The boards of scopes in the periods that a moment belongs to. */
export function boardsAt(scopes: readonly string[], at: number): string[] {
  const of = periodsAt(at)
  return scopes.flatMap((scope) => periods.map((period) => boardOf(scope, of[period])))
}

/** Which boards are looked at now: those of the periods that are running. */
export function listedAt(now: number): (board: string) => boolean {
  const running = Object.values(periodsAt(now))
  return (board) => running.some((period) => board.endsWith(`-${period}`))
}

/** A row's id: one person stands on a board once. */
export const rowId = (board: string, personId: string): string => digest(`${board} ${personId}`).slice(0, 32)

/**
 * What boards call somebody: as they chose, once it has passed the content check; before that, and who chose nothing,
 * 骑手 and four characters of a random id.
 */
export function rankingName(person: Pick<Person, '_id' | 'nickname' | 'nicknamePassed'>): string {
  const nickname = nicknameForOthers(person)
  return nickname ? maskContacts(nickname) : `骑手${person._id.slice(-4).toUpperCase()}`
}

/** What somebody found and others put right; food safety stays out of it, because it is confidential. */
const solvedKinds: readonly string[] = ['snapConfirmed', 'projectAdopted'] satisfies PaidKind[]

/** Whether a transfer counts: what is earned, and what of it is taken back. Spending and expiry change no place. */
export const isRanked = ({ kind }: Pick<Transfer, 'kind'>): boolean => kind === 'pay' || kind === 'reverse'

/** The community and the district that points of an organisation count for; a city's own count for neither. */
export function placesOf({
  _id,
  kind,
  ancestors,
}: Pick<Organisation, '_id' | 'kind' | 'ancestors'>): string[] {
  const district = kind === 'district' ? _id : ancestors.at(-2)
  return [...(kind === 'community' ? [_id] : []), ...(district === undefined ? [] : [district])]
}

/** The teams that somebody belongs to at a moment: those that they are appointed to. */
export const teamsOf = ({ appointments }: Pick<Person, 'appointments'>, now: number): string[] => [
  ...new Set(
    appointments.flatMap(({ until, organisation: { id, kind } }) =>
      kind === 'team' && (until === null || until > now) ? [id] : [],
    ),
  ),
]

/** What a transfer adds, below zero where it takes back. `paid`: the payment that it corrects, whose period it is of. */
export function creditOf(
  transfer: Transfer,
  paid: Transfer = transfer,
): { at: number; points: number; solved: number } {
  const takesBack = transfer.kind === 'reverse'
  const solved = solvedKinds.includes(paid.cause.kind) ? 1 : 0
  return {
    at: paid.at,
    points: -sumOf(transfer.legs, takesBack ? 'corrected' : 'issued') || 0,
    solved: takesBack ? -solved || 0 : solved,
  }
}

/** Sums with a credit added on every board that it counts on; a board of nothing is none. */
export function counted(
  sums: readonly Sum[],
  { at, points, solved }: ReturnType<typeof creditOf>,
  { places, teams }: Ranked,
): { sums: Sum[]; boards: string[] } {
  const boards = boardsAt([...places, ...teams], at)
  const after = new Map(sums.map((sum) => [sum.board, sum]))
  for (const board of boards) {
    const before = after.get(board) ?? { board, points: 0, solved: 0 }
    after.set(board, { board, points: before.points + points, solved: before.solved + solved })
  }
  return { sums: [...after.values()].filter((sum) => sum.points !== 0 || sum.solved !== 0), boards }
}

/** The row that a board must have of a standing. */
export function rowOf({ _id: personId, name, shown, sums, version }: Standing, board: string): RankingRow {
  const { points, solved } = sums.find((sum) => sum.board === board) ?? { points: 0, solved: 0 }
  return {
    _id: rowId(board, personId),
    board,
    personId,
    name,
    points,
    solved,
    shown: shown && points > 0,
    version,
  }
}
