import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { mayJoin } from '../../../domain/project/carrying.ts'
import { appealsById } from '../../store/appeals.ts'
import type { Context } from '../useCase.ts'

/** Refuses appeals that are not there, that this hat may not see, or that can't go into a project (any more). */
export async function requireAppeals(
  { caller }: Pick<Context, 'caller'>,
  appealIds: readonly string[],
  projectId: string,
): Promise<void> {
  if (appealIds.length === 0) return
  const found = await appealsById(appealIds)
  if (found.length < new Set(appealIds).size) throw new Refusal('APPEAL_NOT_FOUND')
  for (const appeal of found) {
    if (!granted('appeal.view', caller.hat?.role, relationsTo(appeal, caller))) throw new Refusal('NOT_YOURS')
    const { number, project } = appeal
    if (project && project.id !== projectId)
      throw new Refusal('IN_ANOTHER_PROJECT', { number, title: project.title })
    if (!project && !mayJoin(appeal)) throw new Refusal('PROJECT_OPEN_ONLY', { number })
  }
}
