import { createHash } from 'node:crypto'
import { envelope } from '../../domain/call/contract.ts'
import type { ActionName, Output, Reply } from '../../domain/contract.ts'
import { fieldNames, Refusal, type RefusalCode, refusals } from '../../domain/errors.ts'
import { againAt, isRated } from '../../domain/people/rates.ts'
import type { Role } from '../../domain/people/roles.ts'
import { mayEver } from '../../domain/permission.ts'
import { vouchedGroup } from '../store/identity.ts'
import { countRate } from '../store/people.ts'
import { type Found, find } from './areas.ts'
import { answeredBefore, requestKey } from './audited.ts'
import { callerOf } from './caller.ts'
import type { UseCase } from './useCase.ts'

/** What the log may say of a call, as soon as it is known: the action, and the role of who calls. */
export interface Heard {
  /** As it stands in the contract: what somebody made up as an action is nobody's business. */
  action?: ActionName
  role?: Role | 'person'
}

/**
 * Parses once, asks who it is, whether their role may and not too often, hands on to the use case. Throws refusals; what it
 * has learned of the call by then is in `heard`.
 */
export async function answer(event: unknown, now: number, heard: Heard): Promise<Reply<ActionName>> {
  const { action, input, requestId, hat, group } = parsed(envelope, event)
  const found = await find(action)
  if (!found) throw new Refusal('ACTION_UNKNOWN')
  heard.action = found.action
  const groupId = vouchedGroup('group', group) ?? null
  return carryOut(found, input, { requestId, hat, now, groupId, heard })
}

async function carryOut<A extends ActionName>(
  { action, area }: Found<A>,
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
  const { write, input: schema } = area.contract[action]
  if (write && requestId === undefined) throw new Refusal('REQUEST_ID_MISSING')
  const checked = parsed<unknown>(schema, input ?? {})
  const { person, caller } = await callerOf(hat, now)
  if (caller) heard.role = caller.hat?.role ?? 'person'
  const asking = { person, requestId: requestId ?? '', asked: hashOf([action, wishOf(checked)]) }
  if (!caller) {
    // Whoever gives up the very hat they wear asks again under it when the answer was lost.
    const before = write ? await answeredBefore(asking) : undefined
    if (before === undefined) throw new Refusal('HAT_UNKNOWN')
    return { ok: true, data: before as Output<A> }
  }
  if (!mayEver(action, caller.hat?.role)) throw new Refusal('NOT_YOURS')
  const until = isRated(action) && (await countRate(person, action, requestKey(asking), now))
  if (until) throw new Refusal('TOO_OFTEN', { until: againAt(until) })
  const carry: UseCase<A> = area.useCases[action]
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
