import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { type Organisation, standingTo } from '../../../domain/place/organisation.ts'
import { namesakes, organisations, organisationsById } from '../../store/organisations.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Context } from '../useCase.ts'

/** Whether the table grants an action on this very organisation. */
export function mayAdminister(
  action: PermissionKey,
  { caller }: Pick<Context, 'caller'>,
  organisation: Pick<Organisation, '_id' | 'ancestors'>,
): boolean {
  const standing = standingTo(organisation, caller.hat)
  return granted(action, caller.hat?.role, standing ? [standing] : [])
}

/** Reads an organisation, also inside a transaction; refuses one that isn't there or isn't the caller's to change. */
export async function administered(
  action: PermissionKey,
  context: Pick<Context, 'caller'>,
  id: string,
  transaction?: Transaction,
): Promise<Organisation> {
  const organisation = await (transaction ? transaction.get(organisations, id) : organisations.get(id))
  if (!organisation) throw new Refusal('ORGANISATION_NOT_FOUND')
  if (!mayAdminister(action, context, organisation)) throw new Refusal('NOT_YOURS')
  return organisation
}

/**
 * Marks a parent as having got something below it. Whoever closes it at the same moment has counted what is below
 * after their transaction began, so that they either see it or get a conflict and look again.
 */
export async function touch(
  transaction: Transaction,
  { _id }: Pick<Organisation, '_id'>,
  now: number,
): Promise<void> {
  await transaction.update(organisations, _id, { childrenAt: now })
}

/** Refuses a name that another active one below the same parent has. */
export async function requireFreeName(
  parent: Pick<Organisation, '_id' | 'name'>,
  name: string,
  selfId?: string,
): Promise<void> {
  const found = await namesakes([parent._id], [name.toLowerCase()])
  if (found.some((each) => each.name === name && each._id !== selfId))
    throw new Refusal('NAME_TAKEN', { parent: parent.name, organisation: name })
}

/** Refuses a parent that is itself being carried elsewhere: what is put below it now might be left behind. */
export async function requireSettledAbove(parent: Organisation): Promise<void> {
  const above = parent.ancestors.length > 0 ? await organisationsById(parent.ancestors) : []
  const moving = [parent, ...above].find(({ unsettled }) => unsettled?.why === 'move')
  if (moving) throw new Refusal('UNSETTLED', { organisation: moving.name })
}
