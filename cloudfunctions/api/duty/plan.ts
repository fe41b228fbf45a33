import { byWeek, overlappingSlot, slotId, weekdayName } from '../../../domain/duty/plan.ts'
import type { Rota, Slot } from '../../../domain/duty/rota.ts'
import { Refusal } from '../../../domain/errors.ts'
import { organisations } from '../../store/organisations.ts'
import { peopleById } from '../../store/people.ts'
import type { Context, UseCase } from '../useCase.ts'
import { changeRota } from './change.ts'
import { colleagueOf, requireHat } from './colleague.ts'

/** 排班: who is on duty when, every week, and when somebody must be. Replaces the plan that the planner saw. */
export const plan: UseCase<'duty.plan'> = (context, { version, cover, weekly }) =>
  changeRota(context, async (rota) => {
    if (rota.version !== version) throw new Refusal('ROTA_STALE')
    const [organisation, slots] = await Promise.all([
      organisations.get(rota._id),
      staffed(context, weekly, rota),
    ])
    if (!organisation?.active) throw new Refusal('ORGANISATION_NOT_FOUND')
    const twice = overlappingSlot(slots.map((slot) => ({ ...slot, personId: slot.who.personId })))
    if (twice) throw new Refusal('SHIFTS_OVERLAP', { name: twice.who.name, day: weekdayName(twice.weekday) })
    return { ancestors: organisation.ancestors, cover, weekly: slots }
  })

/**
 * The slots with the names of their people, each of whom must be able to be on duty here. Of who was on the rota and
 * can't be any more the slots go: the planner can't know whose term ended meanwhile.
 */
async function staffed(
  context: Context,
  weekly: Parameters<typeof slotId>[0][],
  before: Rota,
): Promise<Slot[]> {
  const ids = [...new Set(weekly.map(({ personId }) => personId))]
  const found = ids.length > 0 ? await peopleById(ids) : []
  const organisationId = requireHat(context).organisation.id
  return weekly
    .flatMap((slot) => {
      const person = found.find(({ _id }) => _id === slot.personId)
      const who = person && colleagueOf(person, organisationId, context.now)
      if (!who && before.weekly.some((each) => each.who.personId === slot.personId)) return []
      if (!who) throw new Refusal('NOT_COLLEAGUE')
      const { weekday, from, to } = slot
      return [{ id: slotId(slot), weekday, from, to, who }]
    })
    .sort(byWeek)
}
