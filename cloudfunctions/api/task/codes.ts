import { codesFrom } from '../../../domain/task/code.ts'
import { holding } from '../../../domain/task/task.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { claimView } from './claimView.ts'
import { requireOrganised } from './organised.ts'

/** Ten minutes of codes: the organiser's phone needs no signal meanwhile. */
const shown = 20

/** 亮码签到: the codes to show, and who has come. */
export const codes: UseCase<'task.codes'> = async ({ person, caller, now }, { id }) => {
  const task = requireOrganised('task.codes', await requireTask(id), caller)
  const { title, place, from, to, terms, places } = task
  return {
    title,
    place: place.name,
    from,
    to,
    ...(terms && { terms }),
    places,
    codes: codesFrom(task.secret, now, shown),
    claims: task.claims
      .filter(({ state }) => holding.includes(state))
      .map((claim) => claimView(claim, person._id)),
  }
}
