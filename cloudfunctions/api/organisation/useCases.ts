import type { UseCases } from '../useCase.ts'
import { close } from './close.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { exportRows } from './exportRows.ts'
import { importRows } from './importRows.ts'
import { list } from './list.ts'
import { merge } from './merge.ts'
import { move } from './move.ts'
import { open } from './open.ts'
import { picture } from './picture.ts'
import { settle } from './settle.ts'
import { view } from './view.ts'

export { placeContract as contract } from '../../../domain/place/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'organisation.list': list,
  'organisation.view': view,
  'organisation.picture': picture,
  'organisation.create': create,
  'organisation.edit': edit,
  'organisation.move': move,
  'organisation.close': close,
  'organisation.open': open,
  'organisation.merge': merge,
  'organisation.settle': settle,
  'organisation.importRows': importRows,
  'organisation.exportRows': exportRows,
} satisfies Partial<UseCases>
