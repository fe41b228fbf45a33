import type { UseCases } from '../useCase.ts'
import { add } from './add.ts'
import { appeals } from './appeals.ts'
import { close } from './close.ts'
import { create } from './create.ts'
import { find } from './find.ts'
import { list } from './list.ts'
import { progress } from './progress.ts'
import { readPublic } from './public.ts'
import { remove } from './remove.ts'
import { view } from './view.ts'

export { projectContract as contract } from '../../../domain/project/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'project.add': add,
  'project.appeals': appeals,
  'project.close': close,
  'project.create': create,
  'project.find': find,
  'project.list': list,
  'project.progress': progress,
  'project.remove': remove,
  'project.view': view,
  'project.public': readPublic,
} satisfies Partial<UseCases>
