import type { Output, Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Hat } from '../../../domain/people/roles.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import {
  areaSeenFrom,
  type ListedOrganisation,
  type Organisation,
  startsWith,
  typedText,
} from '../../../domain/place/organisation.ts'
import {
  childrenOf,
  organisations,
  organisationsById,
  organisationsNamedIn,
} from '../../store/organisations.ts'
import { cursorOf, paged } from '../page.ts'
import type { Context, UseCase } from '../useCase.ts'
import { mayAdminister } from './administered.ts'
import { rowOf } from './view.ts'

type Asked = Parsed<'organisation.list'>
type Found = Output<'organisation.list'>

/** Organisations that the caller administers: directly below one, or by a part of the name. */
export const list: UseCase<'organisation.list'> = (context, asked) => {
  const { hat } = context.caller
  if (!hat) throw new Refusal('NOT_YOURS')
  const typed = typedText(asked.text ?? '')
  return typed ? named(context, asked, typed, hat.organisation) : below(context, asked, hat.organisation)
}

async function named(
  context: Context,
  asked: Asked,
  typed: string,
  own: Hat['organisation'],
): Promise<Found> {
  const area = areaSeenFrom(own)
  const found = await (area === undefined
    ? ownNamed(asked, typed, own)
    : organisationsNamedIn(area, typed, placeLimits.page * 2, asked))
  const rank = (organisation: (typeof found)[number]) => (startsWith(organisation, typed) ? 0 : 1)
  const mine = found
    .filter((organisation) => mayAdminister('organisation.list', context, organisation))
    .sort((a, b) => rank(a) - rank(b) || (a._id < b._id ? -1 : 1))
  return { rows: mine.slice(0, placeLimits.page).map(rowOf), path: [] }
}

/** Where one sees no area, one's own organisation is all there is to find. */
async function ownNamed(
  { kind, active }: Asked,
  typed: string,
  { id }: Hat['organisation'],
): Promise<ListedOrganisation[]> {
  const own = await organisations.get(id)
  const fits = own?.active === active && (kind === undefined || own.kind === kind)
  return fits && own.suffixes.some((suffix) => suffix.startsWith(typed)) ? [own] : []
}

async function below(
  context: Context,
  { parentId, kind, active, cursor }: Asked,
  own: Hat['organisation'],
): Promise<Found> {
  // A 两新工委 stands beside its area: what it administers is below that.
  const top = own.kind === 'newSectorCommittee' ? own.area : own.id
  const parent = await organisations.get(parentId ?? top)
  if (!parent) throw new Refusal('ORGANISATION_NOT_FOUND')
  if (!mayList(context, parent, top)) throw new Refusal('NOT_YOURS')
  const [, after = ''] = cursorOf(cursor) ?? []
  const [children, path] = await Promise.all([
    childrenOf(parent._id, { kind, active }, after, placeLimits.page + 1),
    pathTo(parent, top),
  ])
  return { ...paged(children, placeLimits.page, () => 0, rowOf), path }
}

function mayList(context: Context, parent: Organisation, top: string): boolean {
  if (mayAdminister('organisation.list', context, parent)) return true
  const standsBeside = context.caller.hat?.organisation.kind === 'newSectorCommittee' && parent._id === top
  return standsBeside && context.caller.hat?.role === 'administrator'
}

async function pathTo(parent: Organisation, top: string): Promise<Found['path']> {
  const within = parent.ancestors.slice(0, parent.ancestors.indexOf(top) + 1)
  const above = within.length > 0 ? await organisationsById(within) : []
  return [...within.flatMap((id) => above.find(({ _id }) => _id === id) ?? []).reverse(), parent].map(
    ({ _id, name, kind }) => ({ id: _id, name, kind }),
  )
}
