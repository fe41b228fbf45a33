import type { Output } from '../../../domain/contract.ts'
import { gapsBetween } from '../../../domain/duty/gaps.ts'
import { noteFor, shiftToHandOver } from '../../../domain/duty/handOver.ts'
import type { Rota } from '../../../domain/duty/rota.ts'
import { day, onDutyAt, shiftsBetween, weekOf } from '../../../domain/duty/shifts.ts'
import { granted } from '../../../domain/permission.ts'
import { countHeld, heldBy, mostUrgent } from '../../store/appeals.ts'
import { waitingAt } from '../appeal/counts.ts'
import { rowOf } from '../appeal/page.ts'
import { rotaOf } from '../duty/change.ts'
import { requireHat } from '../duty/colleague.ts'
import { noteView, onDutyView, swapViews } from '../duty/view.ts'
import type { Context, UseCase } from '../useCase.ts'

const lateShown = 5
type Duty = Output<'work.today'>['duty']

/** 工作台: the urgent one first, what waits, what of mine is late, and my shifts; all reads at once. */
export const today: UseCase<'work.today'> = async (context) => {
  const { person, now } = context
  const organisationId = requireHat(context).organisation.id
  const [urgent, counts, held, late, rota] = await Promise.all([
    urgentAt(organisationId),
    waitingAt(organisationId, now),
    countHeld(person._id, organisationId),
    heldBy(person._id, organisationId, { until: now }, undefined, lateShown),
    rotaOf(organisationId),
  ])
  return {
    ...(urgent && { urgent }),
    counts,
    mine: { held, late: late.map(rowOf) },
    duty: dutyOf(rota, context),
  }
}

/** Not taken yet, or come back and not placed yet: whichever is due first. */
async function urgentAt(organisationId: string): Promise<Output<'work.today'>['urgent']> {
  const found = await Promise.all([
    mostUrgent(organisationId, 'dispatched'),
    mostUrgent(organisationId, 'submitted'),
  ])
  const [first] = found.flatMap((appeal) => appeal ?? []).sort((a, b) => a.dueAt - b.dueAt)
  if (!first) return undefined
  const [photo] = first.photos
  return { ...rowOf(first), version: first.version, ...(photo && { photo }) }
}

function dutyOf(rota: Rota, { person, caller, now }: Context): Duty {
  const isMine = ({ who }: { who: { personId: string } }) => who.personId === person._id
  const shift = shiftsBetween(rota, now, now + day).find(isMine)
  const note = noteFor(rota, person._id, now)
  const mayPlan = granted('duty.plan', caller.hat?.role, ['organisation'])
  const [gap] = mayPlan ? gapsBetween(rota, now, now + 7 * day) : []
  return {
    ...(shift && { shift: { from: shift.from, to: shift.to } }),
    mayHandOver: shiftToHandOver(rota, person._id, now) !== undefined,
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
