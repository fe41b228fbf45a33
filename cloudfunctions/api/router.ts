import { createHash } from 'node:crypto'
import { type ActionName, contract, envelope, type Output, type Reply } from '../../domain/contract.ts'
import { fieldNames, Refusal, type RefusalCode, refusals } from '../../domain/errors.ts'
import { againAt, isRated } from '../../domain/people/rates.ts'
import type { Role } from '../../domain/people/roles.ts'
import { mayEver } from '../../domain/permission.ts'
import { vouchedGroup } from '../store/identity.ts'
import { countRate } from '../store/people.ts'
import { appealUseCases } from './appeal/useCases.ts'
import { answeredBefore, requestKey } from './audited.ts'
import { callerOf } from './caller.ts'
import { contentUseCases } from './content/useCases.ts'
import { dutyUseCases } from './duty/useCases.ts'
import { filingUseCases } from './filing/useCases.ts'
import { groupUseCases } from './group/useCases.ts'
import { honourUseCases } from './honour/useCases.ts'
import { meetingUseCases } from './meeting/useCases.ts'
import { noticeUseCases } from './notice/useCases.ts'
import { operatingUseCases } from './operating/useCases.ts'
import { organisationUseCases } from './organisation/useCases.ts'
import { peopleUseCases } from './people/useCases.ts'
import { placeUseCases } from './place/useCases.ts'
import { pointsUseCases } from './points/useCases.ts'
import { pointsReviewUseCases } from './pointsReview/useCases.ts'
import { pointsRulesUseCases } from './pointsRules/useCases.ts'
import { projectUseCases } from './project/useCases.ts'
import { rankingUseCases } from './ranking/useCases.ts'
import { redemptionUseCases } from './redemption/useCases.ts'
import { reliefUseCases } from './relief/useCases.ts'
import { rewardUseCases } from './reward/useCases.ts'
import { routingUseCases } from './routing/useCases.ts'
import { settingsUseCases } from './settings/useCases.ts'
import { suggestionUseCases } from './suggestion/useCases.ts'
import { taskUseCases } from './task/useCases.ts'
import type { UseCase, UseCases } from './useCase.ts'
import { volunteerUseCases } from './volunteer/useCases.ts'
import { workUseCases } from './work/useCases.ts'

const useCases: UseCases = {
  ...peopleUseCases,
  ...placeUseCases,
  ...appealUseCases,
  ...filingUseCases,
  ...projectUseCases,
  ...meetingUseCases,
  ...dutyUseCases,
  ...taskUseCases,
  ...groupUseCases,
  ...volunteerUseCases,
  ...pointsUseCases,
  ...pointsReviewUseCases,
  ...pointsRulesUseCases,
  ...rankingUseCases,
  ...honourUseCases,
  ...rewardUseCases,
  ...redemptionUseCases,
  ...workUseCases,
  ...noticeUseCases,
  ...organisationUseCases,
  ...reliefUseCases,
  ...suggestionUseCases,
  ...settingsUseCases,
  ...routingUseCases,
  ...contentUseCases,
  ...operatingUseCases,
}

/** What the log may say of who calls: their role, as soon as it is known. */
export interface Heard {
  role?: Role | 'person'
}

/**
 * Parses once, asks who it is, whether their role may and not too often, hands on to the use case. Throws refusals; what it
 * has learned of the caller by then is in `heard`.
 */
export async function answer(event: unknown, now: number, heard: Heard): Promise<Reply<ActionName>> {
  const { action, input, requestId, hat, group } = parsed(envelope, event)
  if (!isAction(action)) throw new Refusal('ACTION_UNKNOWN')
  const groupId = vouchedGroup('group', group) ?? null
  return carryOut(action, input, { requestId, hat, now, groupId, heard })
}

async function carryOut<A extends ActionName>(
  action: A,
  input: unknown,
  {
    requestId,
    hat,
    now,
    groupId,
    heard,
  }: {
    requestId: string | undefined
    hat: string | undefined
    now: number
    groupId: string | null
    heard: Heard
  },
): Promise<Reply<A>> {
  if (contract[action].write && requestId === undefined) throw new Refusal('REQUEST_ID_MISSING')
  const checked = parsed<unknown>(contract[action].input, input ?? {})
  const { person, caller } = await callerOf(hat, now)
  if (caller) heard.role = caller.hat?.role ?? 'person'
  const asking = { person, requestId: requestId ?? '', asked: hashOf([action, wishOf(checked)]) }
  if (!caller) {
    // Whoever gives up the very hat they wear asks again under it when the answer was lost.
    const before = contract[action].write ? await answeredBefore(asking) : undefined
    if (before === undefined) throw new Refusal('HAT_UNKNOWN')
    return { ok: true, data: before as Output<A> }
  }
  if (!mayEver(action, caller.hat?.role)) throw new Refusal('NOT_YOURS')
  const until = isRated(action) && (await countRate(person, action, requestKey(asking), now))
  if (until) throw new Refusal('TOO_OFTEN', { until: againAt(until) })
  const carry: UseCase<A> = useCases[action]
  // The schema of this very action has just parsed it.
  const data = await carry({ ...asking, caller, now, groupId }, checked as Parameters<UseCase<A>>[1])
  return { ok: true, data }
}

// Which version somebody saw is not what they want: who asks again after looking at it anew asks for the same.
function wishOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('version' in input)) return input
  const { version: _, ...wish } = input
  return wish
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

function isAction(action: string): action is ActionName {
  return Object.hasOwn(contract, action)
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}
interface Issue {
  code?: string
  message: string
  path: readonly PropertyKey[]
  keys?: readonly string[]
  maximum?: number | bigint
}

function parsed<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refusalOf(result.error.issues[0])
}

/** The first thing that is wrong, as a refusal: a schema's message is a code of the closed list. */
function refusalOf(issue: Issue | undefined): Refusal {
  if (issue?.code === 'unrecognized_keys')
    return new Refusal('FIELD_UNKNOWN', { field: issue.keys?.join('、') ?? '' })
  const name = String(issue?.path[0] ?? '')
  const field = Object.hasOwn(fieldNames, name) ? fieldNames[name as keyof typeof fieldNames] : '内容'
  const code =
    issue && Object.hasOwn(refusals, issue.message) ? (issue.message as RefusalCode) : 'FIELD_INVALID'
  return new Refusal(code, { field, limit: Number(issue?.maximum ?? 0) })
}
