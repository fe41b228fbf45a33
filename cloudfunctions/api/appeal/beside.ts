import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { possibleActions, situationOf } from '../../../domain/appeal/possible.ts'
import type { Output } from '../../../domain/contract.ts'
import type { Relation } from '../../../domain/permission.ts'
import { togetherWith } from '../../store/appeals.ts'
import { above as levelAbove } from './naming.ts'

/** What stands beside the person's own appeal: who would take it one level up, who is handled with it. */
export async function besideOf(
  appeal: Appeal,
  relations: readonly Relation[],
  now: number,
): Promise<Pick<Output<'appeal.view'>, 'above' | 'together'>> {
  if (appeal.state === 'merged' && appeal.parent) return { together: await togetherWith(appeal.parent.id) }
  const possible = possibleActions(situationOf(appeal, appeal.reporterId), undefined, relations, now)
  if (possible.includes('reopen') || possible.includes('review')) {
    // At the top there is nobody above: the same organisation looks at it anew.
    const { _id: id, name } = (await levelAbove(appeal)) ?? {
      ...appeal.organisation,
      _id: appeal.organisation.id,
    }
    return { above: { id, name } }
  }
  return {}
}
