import { Refusal } from '../../../domain/errors.ts'
import type { ByPerson } from '../../../domain/honour/deciding.ts'
import type { Honour, HonourState } from '../../../domain/honour/honour.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import { honours, saveHonour, settleHonour } from '../../store/honours.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

const attempts = 10

/** One step of an honour: looked at, decided, saved for the very version that was read, told. The same request again changes nothing. */
export async function step(
  context: Context,
  id: string,
  decide: (honour: Honour, attempt: ByPerson) => Honour,
): Promise<{ id: string; state: HonourState }> {
  const attempt = { caller: context.caller, now: context.now, key: requestKey(context) }
  for (let tried = 1; ; tried += 1) {
    const before = await honours.get(id)
    if (!before) throw new Refusal('HONOUR_NOT_FOUND')
    const done = before.log.find(({ key }) => key === attempt.key)
    const after = done ? before : decide(before, attempt)
    if (!done && !(await saveHonour(before, after))) {
      if (tried < attempts) continue
      throw new Error('others were faster every time')
    }
    if (after.outbox.length > 0 || after.tickAt <= context.now) await settleHonour(after)
    return { id, state: done?.to ?? after.state }
  }
}

/** How the caller stands to an honour's organisation; refuses whom the table doesn't grant the action. */
export function requireDeciding(
  { organisation, scopes }: Honour,
  action: PermissionKey,
  { caller: { hat } }: Pick<Context, 'caller'>,
): 'organisation' | 'below' {
  const standing = standingTo({ _id: organisation.id, ancestors: scopes.slice(1) }, hat)
  if (!standing || !granted(action, hat?.role, [standing])) throw new Refusal('NOT_YOURS')
  return standing
}
