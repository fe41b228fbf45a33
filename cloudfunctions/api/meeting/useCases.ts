import type { UseCases } from '../useCase.ts'
import { agenda } from './agenda.ts'
import { create } from './create.ts'
import { draft } from './draft.ts'
import { finish } from './finish.ts'
import { list } from './list.ts'
import { minutes } from './minutes.ts'
import { raise } from './raise.ts'
import { view } from './view.ts'

export { meetingContract as contract } from '../../../domain/meeting/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'meeting.agenda': agenda,
  'meeting.create': create,
  'meeting.draft': draft,
  'meeting.finish': finish,
  'meeting.list': list,
  'meeting.minutes': minutes,
  'meeting.raise': raise,
  'meeting.view': view,
} satisfies Partial<UseCases>
