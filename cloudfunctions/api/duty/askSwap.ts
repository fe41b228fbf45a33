import { askSwap as decide } from '../../../domain/duty/swaps.ts'
import { Refusal } from '../../../domain/errors.ts'
import { people } from '../../store/people.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'
import { colleagueOf } from './colleague.ts'

/** 换班: asks a colleague to take over one of my shifts. Nothing changes before they agree. */
export const askSwap: UseCase<'duty.askSwap'> = (context, { day, slotId, toId }) =>
  changeRota(context, async (rota) => {
    const person = await people.get(toId)
    const to = person && colleagueOf(person, rota._id, context.now)
    if (!to) throw new Refusal('NOT_COLLEAGUE')
    const wish = { id: requestKey(context), day, slotId, to }
    return { swaps: decide(rota, wish, context.person._id, context.now) }
  })
