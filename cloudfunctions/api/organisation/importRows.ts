import { Refusal } from '../../../domain/errors.ts'
import { storedDetail } from '../../../domain/place/details.ts'
import { founded } from '../../../domain/place/edits.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { type Organisation, versionOf } from '../../../domain/place/organisation.ts'
import { planWords, type RowPlan } from '../../../domain/place/rows.ts'
import { committeesOf } from '../../../domain/place/tree.ts'
import { organisationChange, organisations } from '../../store/organisations.ts'
import type { Transaction } from '../../store/transaction.ts'
import { audited, requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'
import { touch } from './administered.ts'
import { detailChange } from './detailChange.ts'
import { plansOf } from './plans.ts'
import { speller } from './speller.ts'
import { readTable } from './table.ts'

/** 导入: what each row would do, or each row's faults; carried out, all together, only when no row has one. */
export const importRows: UseCase<'organisation.importRows'> = async (context, { csv, dryRun }) => {
  const table = readTable(csv)
  const { rows } = table
  if (rows.length > placeLimits.csvRows)
    throw new Refusal('CSV_UNREADABLE', { fault: `有 ${rows.length} 行，一次最多 ${placeLimits.csvRows} 行` })
  const answerOf = (made: readonly RowPlan[]) => ({
    faults: [],
    changes: made.map((plan) => ({ row: plan.row, words: planWords(plan) })),
    rows: rows.length,
  })
  if (dryRun) {
    const { plans, faults } = await plansOf(context, table)
    return { ...answerOf(plans), faults }
  }
  return audited(context, 'organisation.importRows', async (transaction) => {
    const now = await plansOf(context, table)
    if (now.faults.length > 0) throw new Refusal('ROWS_FAULTY', { count: now.faults.length })
    for (const plan of now.plans) await carryOut(plan, context, transaction)
    const parents = new Map(
      now.plans.flatMap((plan) => ('parent' in plan ? [[plan.parent._id, plan.parent] as const] : [])),
    )
    for (const parent of parents.values()) await touch(transaction, parent, context.now)
    const made = now.plans.filter((plan) => !('parent' in plan)).length
    return {
      answer: answerOf(now.plans),
      organisation: await ownOrganisation(context, transaction),
      words: `导入表格：新建 ${now.plans.length - made} 个，改 ${made} 个`,
    }
  })
}

async function carryOut(plan: RowPlan, context: Context, transaction: Transaction): Promise<void> {
  if ('parent' in plan) {
    const { parent, kind, name, row, details } = plan
    const _id = requestKey({ ...context, requestId: `${context.requestId}:${row}` })
    const spell = await speller()
    const stored = (['hours', 'trades', 'phone', 'centre'] as const)
      .filter((field) => details[field] !== undefined)
      .map((field) => storedDetail(field, details))
    const organisation: Organisation = Object.assign(founded({ _id, name, kind }, parent, spell), ...stored)
    await transaction.add(organisations, organisation)
    if (kind === 'district')
      for (const committee of committeesOf(organisation, spell))
        await transaction.add(organisations, { ...committee, version: 1 })
    return
  }
  const { organisation, details } = plan
  const fields = Object.keys(details) as (keyof typeof details)[]
  await transaction.update(organisations, organisation._id, {
    ...(await detailChange(organisation, details, fields)),
    ...organisationChange({ version: versionOf(organisation) + 1 }),
  })
}

async function ownOrganisation({ caller }: Context, transaction: Transaction): Promise<Organisation> {
  const id = caller.hat?.organisation.id
  const own = id === undefined ? undefined : await transaction.get(organisations, id)
  if (!own) throw new Refusal('NOT_YOURS')
  return own
}
