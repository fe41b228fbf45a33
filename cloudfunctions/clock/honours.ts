import { endNotice } from '../../domain/honour/deciding.ts'
import type { Honour } from '../../domain/honour/honour.ts'
import { stepFailed } from '../log.ts'
import { dueHonours, honours, saveHonour, settleHonour } from '../store/honours.ts'

const batch = 50
/** A failure must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000

/** Ends notices whose days are over, and tells what was not told, until nothing is left or time is up. */
export async function runHonours(now: () => number, until: number): Promise<void> {
  while (now() < until) {
    const at = now()
    const due = await dueHonours(at, batch)
    if (due.length === 0) return
    for (const honour of due)
      await look(honour, at).catch(async (error: Error) => {
        stepFailed('honour', error, honour._id)
        await honours.update({ _id: honour._id }, { tickAt: at + again })
      })
  }
}

async function look(honour: Honour, now: number): Promise<void> {
  const isOver = honour.state === 'notice' && now >= honour.noticeEnds
  const after = isOver ? endNotice(honour, now) : honour
  // Changed meanwhile, as by one who objects in the last minute: it is looked at again.
  if (isOver && !(await saveHonour(honour, after))) return
  await settleHonour(after)
}
