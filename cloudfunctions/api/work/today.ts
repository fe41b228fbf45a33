import { countsOf } from '../../../domain/appeal/counting.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import type { Output } from '../../../domain/contract.ts'
import { gapsBetween } from '../../../domain/duty/gaps.ts'
import { noteFor, shiftKey, shiftToHandOver } from '../../../domain/duty/handOver.ts'
import type { Rota } from '../../../domain/duty/rota.ts'
import { day, onDutyAt, shiftsBetween, weekOf } from '../../../domain/duty/shifts.ts'
import { granted } from '../../../domain/permission.ts'
import { heldBy, mostUrgent, type Pictured, waitingAt } from '../../store/appealWork.ts'
import { rowOf } from '../appeal/page.ts'
import { rotaOf } from '../duty/change.ts'
import { requireHat } from '../duty/colleague.ts'
import { noteView, onDutyView, swapViews } from '../duty/view.ts'
import type { Context, UseCase } from '../useCase.ts'

const lateShown = 5
type Duty = Output<'work.today'>['duty']

/** 工作台: the urgent one first, what waits, what of mine is late, and my shifts. */
export const today: UseCase<'work.today'> = async (context) => {
  const { person, now } = context
  const organisationId = requireHat(context).organisation.id
  const [waiting, rota] = await Promise.all([
    waitingAt(organisationId, limits.counted + 1),
    rotaOf(organisationId),
  ])
  const { urgent, held } =
    waiting.length > limits.counted
      ? await amongMany(organisationId, person._id)
      : { urgent: waiting.find(isUrgent), held: waiting.filter(isHeldBy(person._id)) }
  return {
    ...(urgent && { urgent: urgentRow(urgent) }),
    counts: countsOf(waiting, now),
    mine: {
      held: held.length,
      late: held
        .filter(({ dueAt }) => dueAt < now)
        .slice(0, lateShown)
        .map(rowOf),
    },
    duty: dutyOf(rota, context),
  }
}

/** Where more waits than one read brings, the urgent one and what is mine may be further back. */
async function amongMany(organisationId: string, personId: string) {
  const [urgent, held] = await Promise.all([
    mostUrgent(organisationId),
    heldBy(personId, organisationId, {}, undefined, limits.counted),
  ])
  return { urgent, held }
}

/** Not taken yet, or come back and not placed yet. */
const isUrgent = ({ urgency, state }: Pictured) =>
  urgency === 'urgent' && (state === 'dispatched' || state === 'submitted')
const isHeldBy =
  (personId: string) =>
  ({ responsible }: Pictured) =>
    responsible?.personId === personId

function urgentRow(appeal: Pictured): NonNullable<Output<'work.today'>['urgent']> {
  const [photo] = appeal.photos
  return { ...rowOf(appeal), version: appeal.version, ...(photo !== undefined && { photo }) }
}

function dutyOf(rota: Rota, { person, caller, now }: Context): Duty {
  const isMine = ({ who }: { who: { personId: string } }) => who.personId === person._id
  const shift = shiftsBetween(rota, now, now + day).find(isMine)
  const handing = shiftToHandOver(rota, person._id, now)
  const note = noteFor(rota, person._id, now)
  const mayPlan = granted('duty.plan', caller.hat?.role, ['organisation'])
  const [gap] = mayPlan ? gapsBetween(rota, now, now + 7 * day) : []
  return {
    ...(shift && { shift: { from: shift.from, to: shift.to } }),
    ...(handing && { toHandOver: shiftKey(handing) }),
    ...(note && { note: noteView(note) }),
    others: onDutyAt(rota, now)
      .filter((each) => !isMine(each))
      .map(onDutyView),
    week: weekOf(rota, person._id, now),
    toAnswer: swapViews(rota, person._id, now).filter(({ mine }) => !mine).length,
    ...(gap && { gap }),
    planned: rota.version > 0,
  }
}
