import { leave } from '../../../domain/honour/deciding.ts'
import { honourLimits } from '../../../domain/honour/kinds.ts'
import { honoursOf, saveHonour, settleHonour } from '../../store/honours.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

/** Before somebody is deleted: what they were nominated for is public no more, and their name is taken out of it. */
export async function leaveHonours({ caller, now, ...context }: Context): Promise<void> {
  const attempt = { caller, now, key: requestKey(context) }
  for (let from: [number, string] | undefined; ; ) {
    const page = await honoursOf(context.person._id, from, honourLimits.page)
    for (const honour of page) {
      if (honour.name === '') continue
      const gone = leave(honour, attempt)
      if (!(await saveHonour(honour, gone))) return leaveHonours({ caller, now, ...context })
      await settleHonour(gone)
    }
    const last = page.at(-1)
    if (!last || page.length < honourLimits.page) return
    from = [last.createdAt, last._id]
  }
}
