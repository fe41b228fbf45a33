import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { create as decide } from '../../../domain/project/decisions.ts'
import { projects } from '../../store/projects.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { carryOn, projectAttempt } from './change.ts'
import { requireAppeals } from './requireAppeals.ts'

/** 建治理项目: the organisation whose hat is worn leads it. */
export const create: UseCase<'project.create'> = async (context, { appealIds, ...planned }) => {
  const { hat } = context.caller
  if (!hat || !granted('project.create', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const id = requestKey(context)
  if (!(await projects.get(id))) {
    await requireAppeals(context, appealIds, id)
    await projects.add(decide(id, planned, appealIds, hat.organisation, projectAttempt(context)))
  }
  await carryOn(id, context.now)
  return { id }
}
