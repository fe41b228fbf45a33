import { randomBytes } from 'node:crypto'
import type { Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import type { Hat } from '../../../domain/people/roles.ts'
import { granted } from '../../../domain/permission.ts'
import { cityIdOf } from '../../../domain/place/organisation.ts'
import { taskTerms } from '../../../domain/settings/settings.ts'
import { draft, publish } from '../../../domain/task/publishing.ts'
import { beneficiaries, newThanksCode } from '../../store/beneficiaries.ts'
import { organisations } from '../../store/organisations.ts'
import { numbersOf } from '../../store/settings.ts'
import { tasks } from '../../store/tasks.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** 发任务: of the organisation whose hat is worn, at once or as a draft. */
export const create: UseCase<'task.create'> = async (context, input) => {
  const { caller, now } = context
  const { hat } = caller
  if (!hat || !granted('task.create', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const id = requestKey(context)
  if (await tasks.get(id)) return { id }
  requirePlace(input.plan)
  const { plan, beneficiary } = input
  if (plan.kind === 'delivery' && !beneficiary) throw new Refusal('BENEFICIARY_NEEDED')
  const [team, numbers] = await Promise.all([
    teamOf(input.teamId, hat),
    numbersOf(cityIdOf(hat.organisation), now),
  ])
  const terms = taskTerms(numbers)
  if (plan.muster && !team && hat.organisation.kind !== 'community') throw new Refusal('MUSTER_TEAM_NEEDED')
  const attempt = { actor: actorOf(caller), now, key: id }
  const setting = {
    organisation: hat.organisation,
    team,
    beneficiary: beneficiary !== undefined,
    secret: randomBytes(16).toString('hex'),
    ...(terms && { terms }),
  }
  const task = draft(id, plan, setting, attempt)
  // First: a task whose address is missing would send somebody to nowhere.
  if (beneficiary)
    await beneficiaries.put({
      _id: id,
      ...beneficiary,
      thanksCode: newThanksCode(),
      thankedAt: null,
      at: now,
    })
  await tasks.add(input.publish ? publish(task, attempt) : task)
  return { id }
}

/** Who comes is found by position only where there is one. */
export function requirePlace({ proof, place }: Parsed<'task.create'>['plan']): void {
  if (proof.includes('place') && !place.point) throw new Refusal('TASK_PLACE_NEEDED')
}

async function teamOf(
  teamId: string | undefined,
  { organisation }: Hat,
): Promise<{ id: string; name: string } | null> {
  if (teamId === undefined) return null
  const team = await organisations.get(teamId)
  // Of the organisation itself, of one below it, or of one that it lies in.
  const ours =
    team?.ancestors.includes(organisation.id) ||
    (team?.parentId != null && organisation.ancestors.includes(team.parentId)) ||
    team?.parentId === organisation.id
  if (team?.kind !== 'team' || !team.active || !ours) throw new Refusal('TEAM_NOT_YOURS')
  return { id: team._id, name: team.name }
}
