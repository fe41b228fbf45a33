import { Refusal } from '../errors.ts'
import type { OrganisationKind } from '../people/roles.ts'
import { keyed } from './nameKeys.ts'
import {
  type ListedOrganisation,
  type Organisation,
  type Spell,
  searchable,
  type Unsettled,
  versionOf,
} from './organisation.ts'
import { fitsUnder, kindNames, movable, type Placement, placedUnder } from './placement.ts'

/** A new organisation under a parent. Refuses a closed parent and a kind that doesn't stand there. */
export function founded(
  { _id, name, kind }: Pick<Organisation, '_id' | 'name' | 'kind'>,
  parent: Organisation,
  spell: Spell,
): Organisation {
  requireFit(kind, parent)
  return keyed({
    _id,
    name,
    kind,
    ...placedUnder({ _id, kind }, parent),
    active: true,
    version: 1,
    ...searchable(name, spell),
  })
}

/**
 * What a move changes of the organisation itself; all below it follows in small batches. Refuses to put it below
 * itself, under what is closed or doesn't take its kind, and bodies that stand for their area.
 */
export function moved(organisation: ListedOrganisation, parent: ListedOrganisation): Placement {
  const { _id, name, kind } = organisation
  if (!movable.includes(kind)) throw new Refusal('NOT_MOVABLE', { kind: kindNames[kind] })
  if (parent._id === _id || parent.ancestors.includes(_id))
    throw new Refusal('BELOW_ITSELF', { organisation: name })
  if (parent._id === organisation.parentId)
    throw new Refusal('ALREADY_THERE', { organisation: name, parent: parent.name })
  requireActive(organisation)
  requireSettled(organisation)
  requireFit(kind, parent)
  if ((parent.ancestors.at(-1) ?? parent._id) !== organisation.ancestors.at(-1))
    throw new Refusal('ORGANISATION_NOT_FOUND')
  return placedUnder(organisation, parent)
}

/** What is in the way of closing an organisation: counted by whoever asks. */
export interface Burden {
  /** Active organisations directly below it. */
  children: number
  /** Appeals that somebody there has to work on. */
  working: number
  /** Of a 两新工委: active organisations of its area that return to it. */
  served: number
}

/** Refuses to close what still has something below it, in hand, or relying on it. */
export function requireClosable(organisation: Organisation, { children, working, served }: Burden): void {
  const { name } = organisation
  requireActive(organisation)
  requireSettled(organisation)
  if (children > 0) throw new Refusal('CHILDREN_LEFT', { organisation: name, count: children })
  if (served > 0) throw new Refusal('CATCH_ALL_NEEDED', { organisation: name, count: served })
  if (working > 0) throw new Refusal('WORK_LEFT', { organisation: name, count: working })
}

/** Refuses to open again what another took over, and what would stand under something closed. */
export function requireOpenable(organisation: Organisation, parent: Organisation | undefined): void {
  const { name, mergedInto } = organisation
  if (organisation.active) throw new Refusal('ALREADY_OPEN', { organisation: name })
  if (mergedInto) throw new Refusal('MERGED_ALREADY', { organisation: name, heir: mergedInto.name })
  if (parent) requireActive(parent)
}

/**
 * Refuses a merger of different kinds, with itself, with what is closed, and of what still has something below it:
 * that is moved first, so that everybody sees where it goes.
 */
export function requireMergeable(
  organisation: Organisation,
  heir: Organisation,
  { children, served }: Omit<Burden, 'working'>,
): void {
  const { _id, name, kind, trade, mergedInto } = organisation
  if (_id === heir._id) throw new Refusal('MERGE_SELF', { organisation: name })
  if (mergedInto) throw new Refusal('MERGED_ALREADY', { organisation: name, heir: mergedInto.name })
  if (kind !== heir.kind || trade !== heir.trade)
    throw new Refusal('MERGE_KINDS', { organisation: name, kind: kindNames[kind], heir: heir.name })
  requireActive(heir)
  requireSettled(organisation)
  requireSettled(heir)
  if (children > 0) throw new Refusal('CHILDREN_LEFT', { organisation: name, count: children })
  if (served > 0) throw new Refusal('CATCH_ALL_NEEDED', { organisation: name, count: served })
}

/** Refuses what was decided on an old sight of an organisation. */
export function requireVersion(organisation: Organisation, seen: number): void {
  if (versionOf(organisation) !== seen)
    throw new Refusal('ORGANISATION_STALE', { organisation: organisation.name })
}

/** Refuses to change what is closed; and a second new name while the first one has not reached everybody. */
export function requireEditable(organisation: Organisation, renames: boolean): void {
  requireActive(organisation)
  if (renames) requireSettled(organisation)
}

/** The work that a change leaves behind, not begun yet. */
export function unsettledBy(why: Unsettled['why'], total: number): Unsettled {
  return { why, step: 0, done: 0, total }
}

/** The organisation whose children return to a 两新工委; the others serve nobody that way. */
export function servedArea({ kind, parentId }: Pick<Organisation, 'kind' | 'parentId'>): string | undefined {
  return kind === 'newSectorCommittee' && parentId !== null ? parentId : undefined
}

/** Kinds that return to the 两新工委 of the area that they stand in. */
export const servedKinds: readonly OrganisationKind[] = [
  'district',
  'street',
  'community',
  'department',
  'merchant',
  'team',
]

function requireActive({ active, name }: ListedOrganisation): void {
  if (!active) throw new Refusal('ORGANISATION_CLOSED', { organisation: name })
}

function requireSettled({ unsettled, name }: ListedOrganisation): void {
  if (unsettled) throw new Refusal('UNSETTLED', { organisation: name })
}

function requireFit(kind: OrganisationKind, parent: ListedOrganisation): void {
  requireActive(parent)
  if (!fitsUnder(kind, parent.kind))
    throw new Refusal('KIND_MISPLACED', { kind: kindNames[kind], parent: parent.name })
}
