import { Refusal } from '../../../domain/errors.ts'
import { draftAgenda } from '../../../domain/meeting/agenda.ts'
import { helpedBy } from '../../store/appealLists.ts'
import { workOf } from '../../store/appealWork.ts'
import type { UseCase } from '../useCase.ts'

/** What waits at an organisation, and what it helps with: as much as a meeting can look at. */
const looked = 200
const helped = 40

/** What a meeting of this organisation should talk about, drafted from what is late, shared or repeated. */
export const draft: UseCase<'meeting.draft'> = async ({ caller, now }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  const [own, helping] = await Promise.all([
    workOf(organisation, {}, undefined, looked),
    helpedBy(organisation, undefined, helped),
  ])
  return { items: draftAgenda([...own, ...helping], now) }
}
