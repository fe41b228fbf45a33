import type { TaskView } from '../../../domain/contract'

/** Whether there is something to look at: handed in, or come where no photo is asked for. */
export function readyToVerify(
  { state }: Pick<NonNullable<TaskView['claims']>[number], 'state'>,
  proof: TaskView['proof'],
): boolean {
  if (state === 'claimed') return proof.length === 0
  return state === 'submitted' || (state === 'checkedIn' && !proof.includes('photo'))
}
