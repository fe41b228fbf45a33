import { typedText } from '../../../domain/place/organisation.ts'
import { columns, type Fault, planOf, type RowPlan } from '../../../domain/place/rows.ts'
import { namesakes, organisationsById } from '../../store/organisations.ts'
import type { Context } from '../useCase.ts'
import { mayAdminister } from './administered.ts'
import type { TableRow } from './table.ts'

/** What the rows of a table would do, and every fault in them. Reads what the rows name, in three requests. */
export async function plansOf(
  context: Pick<Context, 'caller'>,
  { rows, faults: ofHeading }: { rows: readonly TableRow[]; faults: readonly Fault[] },
): Promise<{ plans: RowPlan[]; faults: Fault[] }> {
  const mentioned = rows.flatMap(({ cells }) => [cells.id?.trim() ?? '', cells.parentId?.trim() ?? ''])
  const ids = [...new Set(mentioned.filter(Boolean))]
  const found = ids.length > 0 ? await organisationsById(ids) : []
  const byId = new Map(found.map((organisation) => [organisation._id, organisation]))
  const checked = rows.map(({ row, cells }) =>
    planOf(row, cells, {
      organisation: (id) => byId.get(id),
      mayChange: (organisation) => mayAdminister('organisation.importRows', context, organisation),
    }),
  )
  const plans = checked.filter((each): each is RowPlan => !Array.isArray(each))
  const faults = [...ofHeading, ...checked.flatMap((each) => (Array.isArray(each) ? each : []))]
  faults.push(...twice(plans), ...(await taken(plans)), ...(await carried(plans)))
  faults.sort((a, b) => a.row - b.row)
  const changing = plans.filter((plan) => 'parent' in plan || Object.keys(plan.details).length > 0)
  return {
    plans: faults.length > 0 ? changing.filter(({ row }) => !faults.some((f) => f.row === row)) : changing,
    faults,
  }
}

/** What a row would be called below which parent; undefined when it keeps its name. */
function callOf(plan: RowPlan): { parentId: string; name: string; selfId?: string } | undefined {
  if ('parent' in plan) return { parentId: plan.parent._id, name: plan.name }
  const { organisation, details } = plan
  if (details.name === undefined || organisation.parentId === null) return undefined
  return { parentId: organisation.parentId, name: details.name, selfId: organisation._id }
}

/** Rows about the same organisation, or making the same one. */
function twice(plans: readonly RowPlan[]): Fault[] {
  const seen = new Map<string, number>()
  return plans.flatMap((plan) => {
    const call = callOf(plan)
    const keys = [
      ...('organisation' in plan ? [plan.organisation._id] : []),
      ...(call ? [`${call.parentId} ${call.name}`] : []),
    ]
    const before = keys.map((key) => seen.get(key)).find((row) => row !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, plan.row)
    const column = 'organisation' in plan ? columns.id : columns.name
    return before === undefined ? [] : [{ row: plan.row, column, fault: `和第 ${before} 行说的是同一个` }]
  })
}

/** Names that another organisation below the same parent has. */
async function taken(plans: readonly RowPlan[]): Promise<Fault[]> {
  const calls = plans.flatMap((plan) => {
    const call = callOf(plan)
    return call ? [{ ...call, row: plan.row }] : []
  })
  if (calls.length === 0) return []
  const parents = [...new Set(calls.map(({ parentId }) => parentId))]
  const there = await namesakes(parents, [...new Set(calls.map(({ name }) => typedText(name)))])
  return calls.flatMap(({ row, parentId, name, selfId }) =>
    there.some((each) => each.parentId === parentId && each.name === name && each._id !== selfId)
      ? [{ row, column: columns.name, fault: '同一个上级下面已经有这个名字' }]
      : [],
  )
}

/** New ones below what is being carried elsewhere might be left behind. */
async function carried(plans: readonly RowPlan[]): Promise<Fault[]> {
  const made = plans.flatMap((plan) => ('parent' in plan ? [plan] : []))
  const ids = [...new Set(made.flatMap(({ parent }) => [parent._id, ...parent.ancestors]))]
  const above = ids.length > 0 ? await organisationsById(ids) : []
  const moving = new Set(above.filter(({ unsettled }) => unsettled?.why === 'move').map(({ _id }) => _id))
  return made.flatMap(({ row, parent }) =>
    [parent._id, ...parent.ancestors].some((id) => moving.has(id))
      ? [{ row, column: columns.parentId, fault: '上级正在搬动，请先打开它接着办完' }]
      : [],
  )
}
