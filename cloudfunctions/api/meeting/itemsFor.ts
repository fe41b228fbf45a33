import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { draftAgenda, itemOf } from '../../../domain/meeting/agenda.ts'
import type { Item } from '../../../domain/meeting/meeting.ts'
import { granted } from '../../../domain/permission.ts'
import { appealsById } from '../../store/appeals.ts'
import type { Context } from '../useCase.ts'

/** Items of an agenda, in order, with why they stand there. Refuses appeals that this hat may not see, and what is confidential. */
export async function itemsFor(
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  appealIds: readonly string[],
): Promise<Item[]> {
  const wanted = [...new Set(appealIds)]
  if (wanted.length === 0) return []
  const found = new Map((await appealsById(wanted)).map((appeal) => [appeal._id, appeal]))
  const proposed = new Map(draftAgenda([...found.values()], now).map((item) => [item.id, item]))
  return wanted.map((id) => {
    const appeal = found.get(id)
    if (!appeal) throw new Refusal('APPEAL_NOT_FOUND')
    if (!granted('appeal.view', caller.hat?.role, relationsTo(appeal, caller))) throw new Refusal('NOT_YOURS')
    if (appeal.confidential) throw new Refusal('NOT_FOR_A_ROOM', { number: appeal.number })
    return proposed.get(id) ?? itemOf(appeal, ['added'])
  })
}
