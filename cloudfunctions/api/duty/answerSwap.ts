import { withColleague } from '../../../domain/duty/plan.ts'
import { answerSwap as decide } from '../../../domain/duty/swaps.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'
import { colleagueOf } from './colleague.ts'

/** The colleague's word on a shift that they were asked to take over. */
export const answerSwap: UseCase<'duty.answerSwap'> = (context, { swapId, agrees }) =>
  changeRota(context, (rota) => {
    const { person, now } = context
    const self = colleagueOf(person, rota._id, now)
    if (agrees && !self) throw new Refusal('NOT_COLLEAGUE')
    // How long they will be there counts from now on, whatever it was when they were asked.
    const { weekly, swaps } = self ? withColleague(rota, self) : rota
    return { weekly, swaps: decide({ weekly, swaps }, swapId, agrees, person._id, now) }
  })
