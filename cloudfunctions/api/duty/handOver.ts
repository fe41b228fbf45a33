import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { shiftToHandOver } from '../../../domain/duty/handOver.ts'
import { limits } from '../../../domain/duty/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'

/** 交班: what the next shift must know, from whoever is on duty or just was. */
export const handOver: UseCase<'duty.handOver'> = (context, { words }) =>
  changeRota(context, (rota) => {
    const shift = shiftToHandOver(rota, context.person._id, context.now)
    if (!shift) throw new Refusal('NOT_ON_DUTY')
    const note = { id: requestKey(context), from: shift.who, words: maskContacts(words), at: context.now }
    return { notes: [note, ...rota.notes].slice(0, limits.notes) }
  })
