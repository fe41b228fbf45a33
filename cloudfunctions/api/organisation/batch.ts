import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { nameKeys } from '../../../domain/place/nameKeys.ts'
import { type Organisation, versionOf } from '../../../domain/place/organisation.ts'
import { organisationChange, organisations, organisationsById } from '../../store/organisations.ts'
import type { Transaction } from '../../store/transaction.ts'
import { type Audited, audited } from '../audited.ts'
import type { Context } from '../useCase.ts'
import { administered } from './administered.ts'

type Action = 'organisation.close' | 'organisation.open'
type Result = Output<Action>['results'][number]

/**
 * The same for several organisations, each for itself: what is refused says why, the others are done. The order is
 * the tree's, whatever was asked, so that the same request again meets the same.
 */
export async function eachOf(
  context: Context,
  action: Action,
  ids: readonly string[],
  order: 'upwards' | 'downwards',
  change: (
    transaction: Transaction,
    organisation: Organisation,
  ) => Promise<{ change: object; words: string }>,
): Promise<Output<Action>> {
  const known = await organisationsById([...new Set(ids)])
  const depth = (organisation: Organisation) => organisation.ancestors.length * (order === 'upwards' ? -1 : 1)
  const sorted = known.sort((a, b) => depth(a) - depth(b) || (a._id < b._id ? -1 : 1))
  const results = new Map<string, Result>()
  for (const { _id: id, name } of sorted) results.set(id, { id, name, ...(await once(id)) })
  const missing = (id: string): Result => ({ id, name: '', done: false, message: notFound.message })
  return { results: [...new Set(ids)].map((id) => results.get(id) ?? missing(id)) }

  async function once(id: string): Promise<Pick<Result, 'done' | 'message'>> {
    // Each has its own line in the audit, named by the request and the organisation.
    const own = { ...context, requestId: `${context.requestId}:${id}` }
    try {
      await audited(own, action, async (transaction): Promise<Audited<Output<Action>>> => {
        const organisation = await administered(action, context, id, transaction)
        const { change: fields, words } = await change(transaction, organisation)
        await transaction.update(organisations, id, fields as Record<string, unknown>)
        return { answer: { results: [] }, organisation, words }
      })
      return { done: true }
    } catch (error) {
      if (error instanceof Refusal) return { done: false, message: error.message }
      throw error
    }
  }
}

/** What is stored of an organisation that is open or closed from now on. */
export function standing(organisation: Organisation, active: boolean): object {
  const keys = nameKeys({ ...organisation, active })
  return organisationChange({ active, nameKeys: keys, version: versionOf(organisation) + 1 })
}

const notFound = new Refusal('ORGANISATION_NOT_FOUND')
